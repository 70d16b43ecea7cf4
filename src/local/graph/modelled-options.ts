import { notModelled } from './graph-fault.ts';
import { option } from './query-option.ts';

/** OData's and Graph's query options. */
const all = ['select', 'expand', 'filter', 'orderby', 'top', 'skip', 'skiptoken', 'search', 'count', 'format'] as const;

/**
 * Refuses what a call would leave unheeded.
 * @param known the options that it heeds, or ignores as Graph does
 * @throws GraphFault 501
 */
export function checkOptions(query: URLSearchParams, ...known: readonly (typeof all)[number][]): void {
  const other = all.find((name) => !known.includes(name) && option(query, name) !== undefined);
  if (other !== undefined) throw notModelled(`$${other} in this call`);
}
