import { ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import type { Change } from './change-store.ts';
import { deltaToken, readDeltaToken, type DeltaToken } from './delta-token.ts';
import { fieldsWanted, presentExpanded, type FieldsWanted } from './item-expansion.ts';
import type { StoredList } from './list-store.ts';
import { checkOptions } from './modelled-options.ts';
import { pageSize } from './page-size.ts';
import { presentDeleted } from './present-item.ts';
import { option } from './query-option.ts';
import { knownUpTo } from './stale-read.ts';

/** This call's address with another token, or with none: a new enumeration. Its own options stay. */
function link(call: Call, list: StoredList, token?: string): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !/^\$?token$/.test(name)));
  if (token !== undefined) query.set('token', token);
  const text = query.toString().replaceAll('%24', '$');
  const path = `https://graph.microsoft.com/v1.0/sites/${list.siteId}/lists/${list.id}/items/delta`;
  return text === '' ? path : `${path}?${text}`;
}

/** As Microsoft's own service was seen to fail on a deleted row, inside an answer of 200. */
const unwritable = {
  error: {
    code: 'InternalServerError',
    message:
      'Cannot write a deleted resource, link, deleted link, or nested delta resource set within a resource set; they must be written within a delta resource set.',
  },
};

function present(call: Call, stores: Stores, list: StoredList, change: Change, wanted: FieldsWanted) {
  const item = stores.items.find(list, change.item);
  if (item && !change.deleted) return presentExpanded(call, list, item, wanted);
  return call.quirks.deletedRowsInDelta === 'as-error' ? unwritable : presentDeleted(list, change.item);
}

function place(call: Call, list: StoredList, token: string | undefined, newest: number): DeltaToken {
  // A token given out in the moment of an expiry must outlive it.
  const issued = Math.max(call.now, call.quirks.deltaTokensExpiredUpTo + 1);
  if (token === undefined) return { list: list.id, after: 0, since: newest, issued };
  if (token === 'latest') return { list: list.id, after: newest, since: null, issued };
  const from = readDeltaToken(token, { list: list.id, now: call.now, quirks: call.quirks, fresh: link(call, list) });
  return { ...from, issued };
}

/** `GET …/items/delta`: https://learn.microsoft.com/graph/api/listitem-delta */
export const getDelta: Handler = (call, stores) => {
  const list = listOf(call, stores);
  checkOptions(call.query, 'select', 'expand', 'top');
  const wanted = fieldsWanted(call);
  const limit = pageSize(option(call.query, 'top'));
  const known = knownUpTo(call, stores, list);
  const from = place(call, list, call.params['token'] ?? option(call.query, 'token'), known);

  const found = stores.changes.between(list.id, { after: from.after, upTo: known, limit: limit + 1 });
  const page = found.slice(0, limit);
  const more = found.length > limit;
  const after = page.at(-1)?.place ?? from.after;
  const next = link(call, list, deltaToken({ ...from, after, since: more ? from.since : null }));
  const shown = page.filter((change) => !(change.deleted && from.since !== null && change.place <= from.since));
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#Collection(listItem)`,
    [more ? '@odata.nextLink' : '@odata.deltaLink']: next,
    value: shown.map((change) => present(call, stores, list, change, wanted)),
  });
};
