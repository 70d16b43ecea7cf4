import { cellKey, isComparable, type CellKey } from './cell-key.ts';
import type { Column } from './column.ts';
import { parseFilter, type Comparison } from './filter.ts';
import { badRequest, invalidRequest } from './graph-fault.ts';
import { keyColumn, type KeyColumn } from './key-column.ts';
import { checkDate } from './values.ts';

/** SQL over the rows `i`, and what stands for its question marks. */
export interface Condition {
  readonly sql: string;
  readonly keys: readonly CellKey[];
}

/** A filter, ready for the rows. The column that it begins with decides how many have to be looked at. */
export interface Plan {
  readonly column: string;
  readonly indexed: boolean;
  /** Whether the index leads to the rows by their cells `c`; null when SharePoint fills the column. */
  readonly lead: Condition | null;
  /** Whether rows with an empty column may fit. */
  readonly empties: boolean;
  /** On the column that it begins with, without the cells. */
  readonly first: Condition;
  /** On further columns. */
  readonly rest: readonly Condition[];
}

const fitsEmpty = ({ operator, value }: Comparison) => (value === null ? operator === 'eq' : operator === 'ne');

const comparators = { eq: '=', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

/** @param key SQL for what a row holds */
function condition(column: Column, key: string, { operator, value }: Comparison): Condition {
  if (value === null) {
    if (operator !== 'eq' && operator !== 'ne') throw badRequest('Invalid filter clause');
    return { sql: `${key} is ${operator === 'eq' ? '' : 'not '}null`, keys: [] };
  }
  if (!isComparable(column, value)) throw badRequest(`The value is not of the type of field '${column.name}'.`);
  const sought = cellKey(column.dateTime ? checkDate(column, value) : value);
  if (operator === 'startswith') {
    if (column.dateTime) throw badRequest('Invalid filter clause');
    return { sql: `${key} >= ? and ${key} < ?`, keys: [sought, `${sought}\u{10ffff}`] };
  }
  if (operator === 'ne') return { sql: `(${key} is null or ${key} <> ?)`, keys: [sought] };
  return { sql: `${key} ${comparators[operator]} ?`, keys: [sought] };
}

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' and '),
  keys: conditions.flatMap(({ keys }) => keys),
});

/**
 * Makes a plan of a `$filter`, or refuses it as SharePoint does.
 * https://learn.microsoft.com/graph/api/listitem-list: the service filters by one indexed field at a time. Further columns
 * without an index are let through at the caller's risk, and spare SharePoint no row that it has to look at.
 * @param prefer the header of that name
 */
export function planFilter(columns: readonly Column[], filter: string, prefer: string | undefined): Plan {
  const comparisons = parseFilter(filter);
  const fields = [...new Set(comparisons.map(({ field }) => field))];
  const asked = fields.map((field) => keyColumn(columns, field, prefer));
  if (asked.filter(({ column }) => column.indexed).length > 1)
    throw invalidRequest('The service can only filter by one indexed field at a time.');

  const on = ({ column }: KeyColumn) => comparisons.filter(({ field }) => field === column.name);
  const conditionOn = (by: KeyColumn, key = by.key) =>
    all(on(by).map((comparison) => condition(by.column, key, comparison)));
  const [first, ...rest] = asked;
  if (!first) throw badRequest('Invalid filter clause');
  return {
    column: first.column.name,
    indexed: first.column.indexed,
    lead: first.inCells ? conditionOn(first, 'c.key') : null,
    empties: on(first).every(fitsEmpty),
    first: conditionOn(first),
    rest: rest.map((by) => conditionOn(by)),
  };
}
