import type { State } from '../state.ts';
import { createCellStore, type RowsOf } from './cell-store.ts';
import type { Column } from './column.ts';
import { pageQuery, scanQuery, type ItemWindow } from './item-query.ts';
import type { Plan } from './plan-filter.ts';
import type { Values } from './values.ts';

/** Who wrote a row: application id and display name. */
export interface Author {
  readonly appId: string;
  readonly name: string;
}

/** A row as the tenant keeps it. Times are ISO-8601, whole seconds. */
export interface StoredItem {
  readonly id: number;
  readonly guid: string;
  /** 1 when created; grows by one with each write. */
  readonly version: number;
  readonly values: Values;
  readonly createdAt: string;
  readonly createdBy: Author;
  readonly modifiedAt: string;
  readonly modifiedBy: Author;
}

export type StoredVersion = Pick<StoredItem, 'version' | 'values' | 'modifiedAt' | 'modifiedBy'>;

export interface ItemStore {
  /** Gives the row the list's next id. @throws GraphFault 400 when a unique column holds a value that is taken */
  insert(list: RowsOf, item: Omit<StoredItem, 'id'>): StoredItem;
  /** Keeps what stood there as a version. @throws GraphFault 400 when a unique column holds a value that is taken */
  replace(list: RowsOf, item: StoredItem): void;
  remove(list: RowsOf, id: number): void;
  find(list: RowsOf, id: number): StoredItem | undefined;
  /** By id, or in the order asked for. */
  page(list: RowsOf, window: ItemWindow): readonly StoredItem[];
  /** How many rows SharePoint would have to look at, counted no further than `limit`. */
  scanned(list: RowsOf, plan: Plan, limit: number): number;
  /** How many rows there are, counted no further than `limit`. */
  count(list: RowsOf, limit: number): number;
  /** Makes a column unique, or no longer so. @throws GraphFault 400 when two rows hold the same */
  enforceUnique(list: RowsOf, column: Column): void;
  /** Forgets what rows and their versions hold in a column. No row counts as changed by it. */
  dropColumn(list: RowsOf, column: Column): void;
  /** Newest first, the current one included. */
  versions(list: RowsOf, item: StoredItem): readonly StoredVersion[];
}

/** SharePoint keeps 50 major versions of a list item unless the list is told otherwise. */
const versionsKept = 50;

interface VersionRow {
  version: number;
  fields: string;
  modified: string;
  modified_by: string;
}
interface ItemRow extends VersionRow {
  id: number;
  guid: string;
  created: string;
  created_by: string;
}

const readVersion = (row: VersionRow): StoredVersion => ({
  version: row.version,
  values: JSON.parse(row.fields) as Values,
  modifiedAt: row.modified,
  modifiedBy: JSON.parse(row.modified_by) as Author,
});

const readItem = (row: ItemRow): StoredItem => ({
  ...readVersion(row),
  id: row.id,
  guid: row.guid,
  createdAt: row.created,
  createdBy: JSON.parse(row.created_by) as Author,
});

export function createItemStore(state: State): ItemStore {
  const cells = createCellStore(state);
  const nextId = state
    .prepare<[string], number>('update list set next_item = next_item + 1 where id = ? returning next_item - 1')
    .pluck();
  const insert = state.prepare(
    'insert into item (list, id, guid, version, fields, created, created_by, modified, modified_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const keepVersion = state.prepare(
    'insert into version (list, item, version, fields, modified, modified_by) select list, id, version, fields, modified, modified_by from item where list = ? and id = ?',
  );
  const dropVersions = state.prepare('delete from version where list = ? and item = ? and version <= ?');
  const update = state.prepare(
    'update item set version = ?, fields = ?, modified = ?, modified_by = ? where list = ? and id = ?',
  );
  const remove = state.prepare('delete from item where list = ? and id = ?');
  const find = state.prepare<[string, number], ItemRow>('select * from item where list = ? and id = ?');
  const versions = state.prepare<[string, number], VersionRow>(
    'select * from version where list = ? and item = ? order by version desc',
  );
  const page = state.prepare<[string, number, number], ItemRow>(
    'select * from item where list = ? and id > ? order by id limit ?',
  );
  const count = state
    .prepare<[string, number], number>('select count(*) from (select 1 from item where list = ? limit ?)')
    .pluck();
  const dropped = ['item', 'version'].map((table) =>
    state.prepare(`update ${table} set fields = json_remove(fields, ?) where list = ?`),
  );

  return {
    insert: state.transaction((list: RowsOf, item: Omit<StoredItem, 'id'>) => {
      const id = nextId.get(list.id) ?? 1;
      const { guid, version, values, createdAt, createdBy, modifiedAt, modifiedBy } = item;
      insert.run(
        list.id,
        id,
        guid,
        version,
        JSON.stringify(values),
        createdAt,
        JSON.stringify(createdBy),
        modifiedAt,
        JSON.stringify(modifiedBy),
      );
      cells.write(list, id, values);
      return { ...item, id };
    }),
    replace: state.transaction((list: RowsOf, item: StoredItem) => {
      keepVersion.run(list.id, item.id);
      dropVersions.run(list.id, item.id, item.version - versionsKept);
      update.run(
        item.version,
        JSON.stringify(item.values),
        item.modifiedAt,
        JSON.stringify(item.modifiedBy),
        list.id,
        item.id,
      );
      cells.write(list, item.id, item.values);
    }),
    remove: state.transaction((list: RowsOf, id: number) => {
      cells.clear(list, id);
      dropVersions.run(list.id, id, Number.MAX_SAFE_INTEGER);
      remove.run(list.id, id);
    }),
    find(list, id) {
      const row = find.get(list.id, id);
      return row && readItem(row);
    },
    page(list, window) {
      const { after, limit, plan, view, order } = window;
      if (!plan && !view && !order) return page.all(list.id, after?.id ?? 0, limit).map(readItem);
      const { sql, values } = pageQuery(list.id, window);
      return state
        .prepare<unknown[], ItemRow>(sql)
        .all(...values)
        .map(readItem);
    },
    scanned(list, plan, limit) {
      if (!plan.indexed) return count.get(list.id, limit) ?? 0;
      const { sql, values } = scanQuery(list.id, plan, limit);
      return (
        state
          .prepare<unknown[], number>(sql)
          .pluck()
          .get(...values) ?? 0
      );
    },
    count: (list, limit) => count.get(list.id, limit) ?? 0,
    enforceUnique: (list, column) => cells.mark(list, column),
    dropColumn: state.transaction((list: RowsOf, { name }: Column) => {
      cells.drop(list, name);
      for (const statement of dropped) statement.run(`$."${name}"`, list.id);
    }),
    versions: (list, item) => [item, ...versions.all(list.id, item.id).map(readVersion)],
  };
}
