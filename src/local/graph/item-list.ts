import { ok } from './answer.ts';
import { listOf, type Call, type Handler } from './call.ts';
import { GraphFault, notModelled } from './graph-fault.ts';
import { fieldsWanted, presentExpanded } from './item-expansion.ts';
import type { ViewFilter } from './item-store.ts';
import type { StoredList } from './list-store.ts';
import { pageSize } from './page-size.ts';
import { planFilter } from './plan-filter.ts';
import { option } from './query-option.ts';
import { asKnown } from './stale-read.ts';
import { readSkipToken, skipTokenAfter } from './skip-token.ts';

/** https://support.microsoft.com/office/manage-large-lists-and-libraries */
const viewThreshold = 5_000;

/** SharePoint says nothing when it ignores an order; by a column it would obey, which is not modelled. */
function checkOrder(order: string | undefined): void {
  if (order?.includes('fields/')) throw notModelled(`an order by columns: ${order}`);
}

/** The address of the next page: this call's own options, and where to go on. */
function nextLink(call: Call, list: StoredList, lastId: number): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !/^\$?skiptoken$/.test(name)));
  query.set('$skiptoken', skipTokenAfter(lastId));
  return `https://graph.microsoft.com/v1.0/sites/${list.siteId}/lists/${list.id}/items?${query.toString().replaceAll('%24', '$')}`;
}

/** Items are seen through the filter of the list's default view, where it has one. */
function viewOf({ quirks: { defaultView } }: Call, list: StoredList): ViewFilter | undefined {
  const named = defaultView?.list.toLowerCase();
  return named === list.id || named === list.displayName.toLowerCase() ? (defaultView ?? undefined) : undefined;
}

/** `GET …/items`: https://learn.microsoft.com/graph/api/listitem-list */
export const getItems: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const wanted = fieldsWanted(call);
  checkOrder(option(call.query, 'orderby'));
  const filter = option(call.query, 'filter');
  const plan = filter === undefined ? undefined : planFilter(list.columns, filter, call.header('prefer'));
  if (plan && stores.items.scanned(list, plan, viewThreshold + 1) > viewThreshold) {
    throw new GraphFault(
      429,
      'activityLimitReached',
      'The attempted operation is prohibited because it exceeds the list view threshold.',
    );
  }
  const limit = pageSize(option(call.query, 'top'));
  const found = stores.items.page(list, {
    after: readSkipToken(option(call.query, 'skiptoken')),
    limit: limit + 1,
    plan,
    view: viewOf(call, list),
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(list.siteId)}')/lists('${list.id}')/items`,
    ...(last && found.length > limit && { '@odata.nextLink': nextLink(call, list, last.id) }),
    value: asKnown(call, stores, list, page).map((item) => presentExpanded(call, list, item, wanted)),
  });
};
