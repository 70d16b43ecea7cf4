import Database from 'better-sqlite3-multiple-ciphers';
import type { State } from '../state.ts';
import { cellsOf } from './cell-key.ts';
import type { Column } from './column.ts';
import { invalidRequest } from './graph-fault.ts';
import type { Values } from './values.ts';

/** A list, as far as its rows need it. */
export interface RowsOf {
  readonly id: string;
  readonly columns: readonly Column[];
}

/** Runs a statement that the unique index may refuse. */
function unlessTaken(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
    throw invalidRequest('One or more fields with unique constraints already has the provided value.');
  }
}

/** What rows are found by. Runs inside the item store's transactions. */
export function createCellStore(state: State) {
  const insert = state.prepare('insert into cell (list, name, key, item, sole) values (?, ?, ?, ?, ?)');
  const clear = state.prepare('delete from cell where list = ? and item = ?');
  const drop = state.prepare('delete from cell where list = ? and name = ?');
  const mark = state.prepare('update cell set sole = ? where list = ? and name = ?');
  return {
    clear: (list: RowsOf, item: number) => void clear.run(list.id, item),
    /** The column is no more. */
    drop: (list: RowsOf, name: string) => void drop.run(list.id, name),
    /** @throws GraphFault 400 when a unique column holds a value that another row has */
    write(list: RowsOf, item: number, values: Values): void {
      clear.run(list.id, item);
      unlessTaken(() => {
        for (const { name, key, sole } of cellsOf(list.columns, values)) {
          insert.run(list.id, name, key, item, sole ? 1 : 0);
        }
      });
    },
    /** Makes a column unique, or no longer so. @throws GraphFault 400 when two rows hold the same */
    mark: (list: RowsOf, column: Column) =>
      unlessTaken(() => void mark.run(column.enforceUniqueValues ? 1 : 0, list.id, column.name)),
  };
}
