import { listOf, type Call, type Stores } from '../graph/call.ts';
import { notFound } from '../graph/graph-fault.ts';
import type { StoredItem } from '../graph/item-store.ts';
import type { StoredList } from '../graph/list-store.ts';
import { rootId } from './drive-id.ts';
import type { StoredFile } from './file-store.ts';

/** A file or folder of a library with its row. */
export interface Entry {
  readonly file: StoredFile;
  readonly item: StoredItem;
}

/** Where a call points in a drive. */
export interface Place {
  readonly list: StoredList;
  /** What is there: the root, a file or folder, or nothing yet. */
  readonly found: 'root' | Entry | undefined;
  /** The row of the folder that it is in, 0 for the root; and its name there. */
  readonly folder: number;
  readonly name: string;
}

const missing = () => notFound('The resource');

/** The library that the path names. @throws GraphFault 404, also for a list that is none */
export function libraryOf(call: Call, stores: Stores): StoredList {
  const list = listOf(call, stores);
  if (list.template !== 'documentLibrary') throw missing();
  return list;
}

export function entryOf(stores: Stores, list: StoredList, file: StoredFile): Entry {
  const item = stores.items.find(list, file.item);
  if (!item) throw missing();
  return { file, item };
}

/** The row of a folder; 0 for the root. @throws GraphFault 404 when there is no such folder */
function folderRow(found: 'root' | StoredFile | undefined): number {
  if (found === 'root') return 0;
  if (!found || found.content !== null) throw missing();
  return found.item;
}

/**
 * The place that the path names: an item by its id, and from there a path of names.
 * @throws GraphFault 404 when the item, or a folder on the way, is not there
 */
export function placeOf(call: Call, stores: Stores): Place {
  const list = libraryOf(call, stores);
  const id = call.params['item'] ?? '';
  const names = call.params['path']?.split('/') ?? [];
  let found: 'root' | StoredFile | undefined =
    id === 'root' || id === rootId(list.id) ? 'root' : stores.files.byKey(id.toUpperCase());
  if (found === undefined || (found !== 'root' && found.list !== list.id)) throw missing();
  let folder = found === 'root' ? 0 : found.parent;
  for (const name of names) {
    folder = folderRow(found);
    found = stores.files.named(list, folder, name);
  }
  const name = names.at(-1) ?? (found === 'root' || found === undefined ? '' : found.name);
  return { list, folder, name, found: found === 'root' || !found ? found : entryOf(stores, list, found) };
}

/** What is at the place, when that is a file or folder. @throws GraphFault 404 */
export function existing({ found }: Place): Entry {
  if (found === undefined || found === 'root') throw missing();
  return found;
}

/** The row of the folder at the place. @throws GraphFault 404 when there is none */
export function folderAt({ found }: Place): number {
  return folderRow(found === 'root' ? found : found?.file);
}

/** The names of the folders from the root down to this one. */
export function folderNames(stores: Stores, list: StoredList, folder: number): readonly string[] {
  const file = folder === 0 ? undefined : stores.files.find(list, folder);
  return file ? [...folderNames(stores, list, file.parent), file.name] : [];
}
