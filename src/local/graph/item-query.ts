import { cellKey, type CellKey } from './cell-key.ts';
import type { Plan } from './plan-filter.ts';
import type { Order } from './read-order.ts';
import type { Scalar } from './values.ts';

/** A filter that shows only rows whose column holds this. */
export interface ViewFilter {
  readonly column: string;
  readonly equals: Scalar;
}

/** The last row of the page before: its id, and its key in the order asked for. */
export interface PageEnd {
  readonly id: number;
  readonly key?: CellKey | null | undefined;
}

/** Which rows are asked for: up to `limit` after one, by id unless an order is given. */
export interface ItemWindow {
  readonly after: PageEnd | undefined;
  readonly limit: number;
  readonly plan?: Plan | undefined;
  readonly view?: ViewFilter | undefined;
  readonly order?: Order | undefined;
}

/** SQL and what stands for its question marks, in their order. */
export interface Query {
  readonly sql: string;
  readonly values: readonly (CellKey | null)[];
}

/** Rows `i` of a list that fit the first condition of a plan. */
function fitting(what: string, list: string, plan: Plan | undefined): Query {
  if (!plan) return { sql: `select ${what} from item i where i.list = ?`, values: [list] };
  const { column, lead, empties, first } = plan;
  if (!lead)
    return { sql: `select ${what} from item i where i.list = ? and ${first.sql}`, values: [list, ...first.keys] };
  // Filled cells lead to their rows by the index; rows without one have to be looked at each.
  const from = empties
    ? `item i left join cell c on c.list = i.list and c.item = i.id and c.name = ? where i.list = ?`
    : `cell c cross join item i on i.list = c.list and i.id = c.item where c.name = ? and c.list = ?`;
  return { sql: `select ${what} from ${from} and ${lead.sql}`, values: [column, list, ...lead.keys] };
}

/** How many rows SharePoint has to look at for a plan on an indexed column, counted no further than `limit`. */
export function scanQuery(list: string, plan: Plan, limit: number): Query {
  const { sql, values } = fitting('1', list, plan);
  return { sql: `select count(*) from (${sql} limit ?)`, values: [...values, limit] };
}

const seen = 'exists (select 1 from cell v where v.list = i.list and v.item = i.id and v.name = ? and v.key = ?)';

/** Where a page begins and how it is sorted, over rows `r` with their key in the order. */
function sorted({ descending }: Order, after: PageEnd | undefined): Query {
  const [direction, beyond] = descending ? ['desc', '<'] : ['asc', '>'];
  const place = '(r.sort is not null, coalesce(r.sort, 0))';
  // SQLite puts what is empty first, as SharePoint does, and last in the other direction.
  const by = `order by r.sort ${direction}, r.id limit ?`;
  if (!after) return { sql: by, values: [] };
  const key = after.key ?? null;
  const from: readonly CellKey[] = [key === null ? 0 : 1, key ?? 0];
  return {
    sql: `where ${place} ${beyond} (?, ?) or (${place} = (?, ?) and r.id > ?) ${by}`,
    values: [...from, ...from, after.id],
  };
}

/** A page of a list's rows. */
export function pageQuery(list: string, { after, limit, plan, view, order }: ItemWindow): Query {
  const rows = fitting(order ? `i.*, ${order.by.key} as sort` : 'i.*', list, plan);
  const further = [
    ...(plan?.rest ?? []).map(({ sql, keys }) => ({ sql, values: keys })),
    ...(view ? [{ sql: seen, values: [view.column, cellKey(view.equals)] }] : []),
  ];
  const sql = [rows.sql, ...further.map((one) => one.sql)].join(' and ');
  const values = [...rows.values, ...further.flatMap((one) => one.values)];
  if (!order) return { sql: `${sql} and i.id > ? order by i.id limit ?`, values: [...values, after?.id ?? 0, limit] };
  const page = sorted(order, after);
  return { sql: `select * from (${sql}) r ${page.sql}`, values: [...values, ...page.values, limit] };
}
