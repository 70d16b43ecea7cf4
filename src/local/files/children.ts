import { ok } from '../graph/answer.ts';
import type { Call, Handler } from '../graph/call.ts';
import { pageSize } from '../graph/page-size.ts';
import { option } from '../graph/query-option.ts';
import { readSkipToken, skipTokenAfter } from '../graph/skip-token.ts';
import { asKnown } from '../graph/stale-read.ts';
import { driveId, rootId } from './drive-id.ts';
import { refuseOptions, shownItem } from './drive-items.ts';
import { entryOf, folderAt, placeOf, type Place } from './drive-place.ts';

/** The address of the next page: this call's own options, and where to go on. */
function nextLink(call: Call, { list, found }: Place, last: number): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !/^\$?skiptoken$/.test(name)));
  query.set('$skiptoken', skipTokenAfter({ id: last, key: undefined }));
  const id = found === 'root' || !found ? rootId(list.id) : found.file.key;
  const path = `/drives/${driveId(list.siteId, list.id)}/items/${id}/children`;
  return `https://graph.microsoft.com/v1.0${path}?${query.toString().replaceAll('%24', '$')}`;
}

/** `GET …/children`: https://learn.microsoft.com/graph/api/driveitem-list-children */
export const getChildren: Handler = (call, stores) => {
  refuseOptions(call, ['expand', 'filter', 'orderby', 'search', 'skip']);
  const place = placeOf(call, stores);
  const { list } = place;
  const limit = pageSize(option(call.query, 'top'));
  const after = readSkipToken(option(call.query, 'skiptoken'), false)?.id ?? 0;
  const held = stores.files.children(list, folderAt(place), { after, limit: limit + 1 });
  const page = held.slice(0, limit);
  const last = page.at(-1);
  const shown = page
    .map((file) => entryOf(stores, list, file))
    .filter(({ item }) => asKnown(call, stores, list, [item]).length > 0)
    .map((entry) => shownItem(call, stores, list, entry));
  return {
    ...ok({
      ...(last && held.length > limit && { '@odata.nextLink': nextLink(call, place, last.item) }),
      value: shown,
    }),
    preauthenticated: true,
  };
};
