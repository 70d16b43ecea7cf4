import type { Column } from './column.ts';
import type { StoredItem } from './item-store.ts';

/** @param at ISO-8601 in UTC, whole seconds */
export function shifted(at: string, hours: number): string {
  return `${new Date(Date.parse(at) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

/**
 * A row with all its dates moved, as the answer to a create was seen to show them until the row is read again.
 * https://github.com/microsoftgraph/microsoft-graph-docs/issues/13168
 */
export function withShiftedDates(columns: readonly Column[], item: StoredItem, hours: number): StoredItem {
  const dates = new Set(columns.filter((column) => column.dateTime).map((column) => column.name));
  const values = Object.entries(item.values).map(([name, value]) => [
    name,
    dates.has(name) && typeof value === 'string' ? shifted(value, hours) : value,
  ]);
  return {
    ...item,
    values: Object.fromEntries(values) as StoredItem['values'],
    createdAt: shifted(item.createdAt, hours),
    modifiedAt: shifted(item.modifiedAt, hours),
  };
}
