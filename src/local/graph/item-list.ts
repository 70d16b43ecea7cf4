import { ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import { GraphFault, notModelled } from './graph-fault.ts';
import { fieldsWanted, presentExpanded } from './item-expansion.ts';
import type { PageEnd, ViewFilter } from './item-query.ts';
import type { StoredList } from './list-store.ts';
import { checkOptions } from './modelled-options.ts';
import { pageSize } from './page-size.ts';
import { planFilter } from './plan-filter.ts';
import { option } from './query-option.ts';
import { readOrder } from './read-order.ts';
import { asKnown } from './stale-read.ts';
import { readSkipToken, skipTokenAfter } from './skip-token.ts';

/** https://support.microsoft.com/office/manage-large-lists-and-libraries */
const viewThreshold = 5_000;

/** The address of the next page: this call's own options, and where to go on. */
function nextLink(call: Call, list: StoredList, last: PageEnd): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !/^\$?skiptoken$/.test(name)));
  query.set('$skiptoken', skipTokenAfter(last));
  return `https://graph.microsoft.com/v1.0/sites/${list.siteId}/lists/${list.id}/items?${query.toString().replaceAll('%24', '$')}`;
}

/** Items are seen through the filter of the list's default view, where it has one. */
function viewOf({ quirks: { defaultView } }: Call, list: StoredList): ViewFilter | undefined {
  const named = defaultView?.list.toLowerCase();
  return named === list.id || named === list.displayName.toLowerCase() ? (defaultView ?? undefined) : undefined;
}

/** How the rows are to be looked for. @throws GraphFault as SharePoint refuses what it cannot look for */
function look(call: Call, list: StoredList) {
  const prefer = call.header('prefer');
  const filter = option(call.query, 'filter');
  const plan = filter === undefined ? undefined : planFilter(list.columns, filter, prefer);
  const order = readOrder(list.columns, option(call.query, 'orderby'), prefer);
  if (plan && order && plan.column !== order.by.column.name)
    throw notModelled('a filter and an order by different columns');
  return { plan, order, after: readSkipToken(option(call.query, 'skiptoken'), order !== undefined) };
}

/**
 * More rows than SharePoint looks at fail a query. Without an index that can come late: pages have been given by then.
 * @throws GraphFault 429
 */
function checkThreshold({ quirks }: Call, { items }: Stores, list: StoredList, { plan, order, after }: Look): void {
  const unindexed = plan ? !plan.indexed : order?.by.column.indexed === false;
  if (unindexed && quirks.unindexedFailsOn === 'a-later-page' && !after) return;
  const many = plan
    ? items.scanned(list, plan, viewThreshold + 1)
    : unindexed
      ? items.count(list, viewThreshold + 1)
      : 0;
  if (many <= viewThreshold) return;
  throw new GraphFault(
    429,
    'activityLimitReached',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}
type Look = ReturnType<typeof look>;

/** `GET …/items`: https://learn.microsoft.com/graph/api/listitem-list */
export const getItems: Handler = (call, stores) => {
  const list = listOf(call, stores);
  checkOptions(call.query, 'select', 'expand', 'filter', 'orderby', 'top', 'skiptoken');
  const wanted = fieldsWanted(call);
  const limit = pageSize(option(call.query, 'top'));
  const asked = look(call, list);
  checkThreshold(call, stores, list, asked);
  const found = stores.items.page(list, { ...asked, limit: limit + 1, view: viewOf(call, list) });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const end = last && { id: last.id, key: asked.order?.by.keyIn(last) };
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(list.siteId)}')/lists('${list.id}')/items`,
    ...(end && found.length > limit && { '@odata.nextLink': nextLink(call, list, end) }),
    value: asKnown(call, stores, list, page).map((item) => presentExpanded(call, list, item, wanted)),
  });
};
