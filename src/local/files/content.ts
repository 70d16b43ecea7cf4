import { created, ok, type Answer } from '../graph/answer.ts';
import type { Handler, Stores } from '../graph/call.ts';
import { badRequest, GraphFault, notModelled } from '../graph/graph-fault.ts';
import { meetOwnSave } from '../graph/items.ts';
import type { StoredList } from '../graph/list-store.ts';
import type { StoredBytes } from './blobs.ts';
import { conflictAnnotation, readConflict } from './conflict.ts';
import { driveId } from './drive-id.ts';
import { checkTag, shownItem, type Viewer } from './drive-items.ts';
import { existing, placeOf } from './drive-place.ts';
import { contentTag, driveETag } from './present-drive.ts';
import { saveFile, type Saved } from './save-file.ts';

/** Keeps bytes while `work` finds a place for them; without one they go. */
function keeping<T>({ blobs }: Stores, bytes: Uint8Array, work: (kept: StoredBytes) => T): T {
  const blob = blobs.reserve();
  try {
    blobs.write(blob, 0, bytes);
    return work(blobs.seal(blob, bytes.length));
  } catch (error) {
    blobs.remove(blob);
    throw error;
  }
}

/** The answer to an upload: 201 for a new file, 200 for new content. */
export function uploaded(call: Viewer, stores: Stores, list: StoredList, { entry, isNew, unused }: Saved): Answer {
  unused.forEach(stores.blobs.remove);
  const shown = shownItem(call, stores, list, entry);
  const path = `/drives/${driveId(list.siteId, list.id)}/items/${entry.file.key}`;
  return { ...(isNew ? created(path, shown) : ok(shown)), preauthenticated: true };
}

/**
 * `PUT …:/{name}:/content` and `PUT …/items/{id}/content`: https://learn.microsoft.com/graph/api/driveitem-put-content.
 * What happens to a name that is taken stands in the query.
 */
export const putContent: Handler = (call, stores) => {
  if (call.header('x-in-batch') !== undefined) throw notModelled('the bytes of a file in a batch');
  const bytes = call.body ?? Buffer.alloc(0);
  if (!Buffer.isBuffer(bytes)) throw badRequest('The bytes of a file are expected.');
  const { list, folder, name, found } = placeOf(call, stores);
  if (found === 'root') throw badRequest('A folder has no content.');
  // By its id it is the content of that file, whatever else is called so.
  const conflict =
    call.params['path'] === undefined ? 'replace' : readConflict(call.query.get(conflictAnnotation), 'replace');
  if (found) {
    checkTag(call, found);
    meetOwnSave(call, stores, list, found.item);
  } else if (call.header('if-match') !== undefined) {
    throw new GraphFault(412, 'resourceModified', 'There is no item for the ETag to match');
  }
  const { appId, name: author } = call.caller;
  const by = { author: { appId, name: author }, at: call.at };
  const target = { site: call.site, list, folder, name, conflict };
  const saved = keeping(stores, bytes, (kept) => saveFile(stores, target, kept, by));
  return uploaded(call, stores, list, saved);
};

/** `GET …/content`: the way to the bytes. https://learn.microsoft.com/graph/api/driveitem-get-content */
export const getContent: Handler = (call, stores) => {
  const entry = existing(placeOf(call, stores));
  if (entry.file.content === null) throw badRequest('A folder has no content.');
  const known = call.header('if-none-match');
  if (known === driveETag(entry) || known === contentTag(entry)) return { status: 304 };
  return { status: 302, headers: { location: stores.downloads.url(call.site, entry.item.guid, call.now) } };
};
