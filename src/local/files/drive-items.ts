import { z } from 'zod';
import { created, noContent, ok } from '../graph/answer.ts';
import type { Call, Handler, Stores } from '../graph/call.ts';
import { badRequest, GraphFault, notModelled } from '../graph/graph-fault.ts';
import { meetOwnSave } from '../graph/items.ts';
import type { StoredList } from '../graph/list-store.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import { siteId } from '../graph/site.ts';
import { conflictAnnotation, readConflict } from './conflict.ts';
import { driveId } from './drive-id.ts';
import { existing, folderAt, libraryOf, placeOf, type Entry } from './drive-place.ts';
import { contentTag, driveETag, presentDrive, presentDriveItem, presentRoot } from './present-drive.ts';
import { saveFile } from './save-file.ts';

/** Properties that only some items have: to select one that an item lacks is no mistake. */
const facets = { file: undefined, folder: undefined, root: undefined, '@microsoft.graph.downloadUrl': undefined };

/** Where, when and how something is shown. */
export type Viewer = Pick<Call, 'site' | 'now' | 'query'>;

/** A file or folder as this call asked to see it. */
export function shownItem(call: Viewer, stores: Stores, list: StoredList, entry: Entry) {
  const url = stores.downloads.url(call.site, entry.item.guid, call.now);
  const item = presentDriveItem(call.site, list, entry, stores, url);
  return selectFrom({ ...facets, ...item }, option(call.query, 'select'), 'driveItem');
}

/** @throws GraphFault 412 when the caller saw another version */
export function checkTag(call: Call, entry: Entry): void {
  const seen = call.header('if-match');
  if (seen !== undefined && seen !== '*' && seen !== driveETag(entry) && seen !== contentTag(entry))
    throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
}

export function refuseOptions(call: Call, names: readonly string[]): void {
  const other = names.find((name) => option(call.query, name) !== undefined);
  if (other !== undefined) throw notModelled(`$${other} on drive items`);
}

const shownDrive = (call: Call, list: StoredList) =>
  selectFrom(presentDrive(call.site, list), option(call.query, 'select'), 'drive');

/** `GET /sites/{id}/drives`: https://learn.microsoft.com/graph/api/drive-list */
export const getDrives: Handler = (call, { lists }) => {
  const libraries = lists.ofSite(siteId(call.site)).filter(({ template }) => template === 'documentLibrary');
  return ok({ value: libraries.map((list) => shownDrive(call, list)) });
};

/** `GET /drives/{id}`, `/sites/{id}/drive`, `/sites/{id}/lists/{id}/drive`: https://learn.microsoft.com/graph/api/drive-get */
export const getDrive: Handler = (call, stores) => ok(shownDrive(call, libraryOf(call, stores)));

/** `GET /drives/{id}/items/{id}` and by path: https://learn.microsoft.com/graph/api/driveitem-get */
export const getDriveItem: Handler = (call, stores) => {
  refuseOptions(call, ['expand']);
  const place = placeOf(call, stores);
  if (place.found !== 'root')
    return { ...ok(shownItem(call, stores, place.list, existing(place))), preauthenticated: true };
  const root = presentRoot(call.site, place.list, stores);
  return ok(selectFrom({ ...facets, ...root }, option(call.query, 'select'), 'driveItem'));
};

const folderRequest = z.strictObject({
  name: z.string(),
  folder: z.strictObject({}),
  [conflictAnnotation]: z.string().optional(),
});

/** `POST …/children`: https://learn.microsoft.com/graph/api/driveitem-post-children. Folders only. */
export const createFolder: Handler = (call, stores) => {
  const place = placeOf(call, stores);
  const parsed = folderRequest.safeParse(call.body);
  if (!parsed.success) throw badRequest('A folder is expected: a name and an empty folder facet.');
  const conflict = readConflict(parsed.data[conflictAnnotation], 'fail');
  if (conflict === 'replace') throw notModelled('the replacing of a folder');
  const target = { site: call.site, list: place.list, folder: folderAt(place), name: parsed.data.name, conflict };
  const { appId, name } = call.caller;
  const { entry } = saveFile(stores, target, null, { author: { appId, name }, at: call.at });
  const path = `/drives/${driveId(place.list.siteId, place.list.id)}/items/${entry.file.key}`;
  return created(path, shownItem(call, stores, place.list, entry));
};

/** `DELETE /drives/{id}/items/{id}`: https://learn.microsoft.com/graph/api/driveitem-delete. A folder goes with all it holds. */
export const deleteDriveItem: Handler = (call, stores) => {
  const place = placeOf(call, stores);
  const entry = existing(place);
  checkTag(call, entry);
  meetOwnSave(call, stores, place.list, entry.item);
  stores.files.remove(place.list, entry.file.item).forEach(stores.blobs.remove);
  return noContent;
};

/** The row of a file or folder, for the handlers of list items. */
export const asListItem =
  (handler: Handler): Handler =>
  (call, stores) => {
    const { file } = existing(placeOf(call, stores));
    return handler({ ...call, params: { ...call.params, item: String(file.item) } }, stores);
  };
