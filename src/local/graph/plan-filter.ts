import { cellKey, isComparable, type CellKey } from './cell-key.ts';
import { isFilterable, type Column } from './column.ts';
import { parseFilter, type Comparison } from './filter.ts';
import { badRequest, invalidRequest, notModelled } from './graph-fault.ts';
import { templateNames } from './system-columns.ts';
import { ownColumns } from './values.ts';

/** A filter on one column, ready for the rows. */
export interface Plan {
  readonly column: string;
  readonly indexed: boolean;
  /** Whether rows with an empty column may fit. */
  readonly empties: boolean;
  /** SQL over `c.key`, which is null where the column is empty. */
  readonly condition: string;
  readonly keys: readonly CellKey[];
}

/** Lets a filter on a column without an index through, at the caller's risk. */
const atOwnRisk = 'HonorNonIndexedQueriesWarningMayFailRandomly';

const notIndexed = (name: string) =>
  invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${atOwnRisk}' header to allow this, but be warned that such queries may fail on large lists.`,
  );

const fitsEmpty = ({ operator, value }: Comparison) => (value === null ? operator === 'eq' : operator === 'ne');

const comparators = { eq: '=', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

function condition(column: Column, { operator, value }: Comparison): Pick<Plan, 'condition' | 'keys'> {
  if (value === null) {
    if (operator !== 'eq' && operator !== 'ne') throw badRequest('Invalid filter clause');
    return { condition: operator === 'eq' ? 'c.key is null' : 'c.key is not null', keys: [] };
  }
  if (!isComparable(column, value)) throw badRequest(`The value is not of the type of field '${column.name}'.`);
  const key = cellKey(value);
  if (operator === 'startswith') return { condition: 'c.key >= ? and c.key < ?', keys: [key, `${key}\u{10ffff}`] };
  if (operator === 'ne') return { condition: '(c.key is null or c.key <> ?)', keys: [key] };
  return { condition: `c.key ${comparators[operator]} ?`, keys: [key] };
}

/**
 * Makes a plan of a `$filter`, or refuses it as SharePoint does.
 * https://learn.microsoft.com/graph/api/listitem-list: the service filters by one indexed field at a time.
 * @param prefer the header of that name
 */
export function planFilter(columns: readonly Column[], filter: string, prefer: string | undefined): Plan {
  const comparisons = parseFilter(filter);
  const field = comparisons[0]?.field ?? '';
  if (comparisons.some((comparison) => comparison.field !== field)) {
    throw invalidRequest('The service can only filter by one indexed field at a time.');
  }
  const column = ownColumns(columns).find((candidate) => candidate.name === field);
  if (!column && templateNames.has(field.toLowerCase())) throw notModelled(`filters on '${field}'`);
  if (!column) throw invalidRequest(`Field '${field}' is not recognized`);
  if (!isFilterable(column))
    throw invalidRequest(
      `Field '${field}' cannot be referenced in filter or orderby as it is of a type that cannot be filtered.`,
    );
  if (!column.indexed && !prefer?.includes(atOwnRisk)) throw notIndexed(field);

  const conditions = comparisons.map((comparison) => condition(column, comparison));
  return {
    column: field,
    indexed: column.indexed,
    empties: comparisons.every(fitsEmpty),
    condition: conditions.map((part) => part.condition).join(' and '),
    keys: conditions.flatMap((part) => part.keys),
  };
}
