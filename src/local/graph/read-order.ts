import type { Column } from './column.ts';
import { badRequest, notModelled } from './graph-fault.ts';
import { keyColumn, type KeyColumn } from './key-column.ts';

/** Rows by what they hold in a column, empty ones first; those that hold the same by id. */
export interface Order {
  readonly by: KeyColumn;
  readonly descending: boolean;
}

/**
 * Reads `$orderby`. Columns have to be indexed; by a row's own properties (`id`, `lastModifiedDateTime`) Graph does not sort,
 * and says nothing. https://github.com/microsoftgraph/microsoft-graph-docs/issues/3962
 * @param prefer the header of that name
 * @returns undefined for an order that Graph ignores
 * @throws GraphFault 400 as for a filter; 501 for an order by several columns
 */
export function readOrder(columns: readonly Column[], text: string | undefined, prefer: string | undefined) {
  if (!text?.includes('fields/')) return undefined;
  if (text.includes(',')) throw notModelled('an order by several properties');
  const [match, name = '', direction] = /^\s*fields\/(\w+)(?:\s+(asc|desc))?\s*$/.exec(text) ?? [];
  if (match === undefined) throw badRequest(`Syntax error in '${text}'.`);
  const order: Order = { by: keyColumn(columns, name, prefer), descending: direction === 'desc' };
  return order;
}
