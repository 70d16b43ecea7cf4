import { isFilterable, type Column } from './column.ts';
import { invalidRequest, notModelled } from './graph-fault.ts';
import { cellKey, type CellKey } from './cell-key.ts';
import { systemColumns } from './system-columns.ts';
import { ownColumns, type Values } from './values.ts';

/** A row, as far as it can be found or sorted by. */
interface KeyedRow {
  readonly id: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly values: Values;
}

/** A column that rows can be found or sorted by. */
export interface KeyColumn {
  readonly column: Column;
  /** SQL for what the rows `i` hold in it; null where it is empty. */
  readonly key: string;
  /** Whether that is kept in cells of its own, which the index leads to. */
  readonly inCells: boolean;
  /** The same of one row. */
  keyIn(item: KeyedRow): CellKey | null;
}

/** What SharePoint fills and a caller can ask for. Of these it indexes the id alone. */
const filled: Readonly<Record<string, Pick<KeyColumn, 'key' | 'keyIn'>>> = {
  ID: { key: 'i.id', keyIn: ({ id }) => id },
  Created: { key: 'lower(i.created)', keyIn: ({ createdAt }) => cellKey(createdAt) },
  Modified: { key: 'lower(i.modified)', keyIn: ({ modifiedAt }) => cellKey(modifiedAt) },
};

/** Lets a query by a column without an index through, at the caller's risk. */
const atOwnRisk = 'HonorNonIndexedQueriesWarningMayFailRandomly';

const notIndexed = (name: string) =>
  invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${atOwnRisk}' header to allow this, but be warned that such queries may fail on large lists.`,
  );

function keyOf(column: Column): KeyColumn {
  const { name } = column;
  // An internal name holds letters, digits and underscores only.
  const key = `(select key from cell where list = i.list and item = i.id and name = '${name}')`;
  const keyIn = ({ values: { [name]: value } }: KeyedRow) =>
    value === undefined || typeof value === 'object' ? null : cellKey(value);
  return { column, key, inCells: true, keyIn };
}

/**
 * The column of a filter or order, as SharePoint lets it be used there.
 * @param prefer the header of that name
 * @throws GraphFault 400 for a column that is not there, cannot be compared, or has no index; 501 for one not modelled
 */
export function keyColumn(columns: readonly Column[], name: string, prefer: string | undefined): KeyColumn {
  const own = ownColumns(columns).find((candidate) => candidate.name === name);
  const system = systemColumns.find((candidate) => candidate.name === name);
  const column = own ?? system;
  if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
  if (!isFilterable(column))
    throw invalidRequest(
      `Field '${name}' cannot be referenced in filter or orderby as it is of a type that cannot be filtered.`,
    );
  const known = filled[name];
  if (!own && !known) throw notModelled(`filters and orders by '${name}'`);
  if (!column.indexed && !prefer?.includes(atOwnRisk)) throw notIndexed(name);
  return own || !known ? keyOf(column) : { column, inCells: false, ...known };
}
