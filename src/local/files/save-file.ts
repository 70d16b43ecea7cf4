import { randomUUID } from 'node:crypto';
import type { Stores } from '../graph/call.ts';
import { nameTaken, notFound } from '../graph/graph-fault.ts';
import type { Author } from '../graph/item-store.ts';
import type { StoredList } from '../graph/list-store.ts';
import type { LocalSite } from '../graph/site.ts';
import { defaults } from '../graph/values.ts';
import type { StoredBytes } from './blobs.ts';
import type { Conflict } from './conflict.ts';
import { entryOf, folderNames, type Entry } from './drive-place.ts';
import { checkName, freeName } from './file-name.ts';
import type { StoredFile } from './file-store.ts';
import { libraryFields } from './library-fields.ts';

/** Where something shall lie, and what happens when the name is taken there. */
export interface Target {
  readonly site: LocalSite;
  readonly list: StoredList;
  /** The row of the folder; 0 for the root. */
  readonly folder: number;
  readonly name: string;
  readonly conflict: Conflict;
}

export interface Writer {
  readonly author: Author;
  /** ISO-8601, whole seconds. */
  readonly at: string;
}

export interface Saved {
  readonly entry: Entry;
  readonly isNew: boolean;
  /** Bytes that nothing points to any more, to be removed once all is committed. */
  readonly unused: readonly string[];
}

/** Server-relative: `/sites/x/Files/2026`. */
function folderPath(stores: Stores, { site, list, folder }: Target): string {
  return [site.path, list.displayName, ...folderNames(stores, list, folder)].join('/');
}

function add(stores: Stores, target: Target, name: string, bytes: StoredBytes | null, { author, at }: Writer): Saved {
  checkName(name);
  const values = {
    ...defaults(target.list.columns),
    ...libraryFields(folderPath(stores, target), name, bytes?.size),
  };
  const by = { createdAt: at, createdBy: author, modifiedAt: at, modifiedBy: author };
  const content = bytes && { ...bytes, version: 1 };
  const row = { guid: randomUUID(), version: 1, values, ...by };
  const file = stores.files.add(target.list, row, { parent: target.folder, name, content });
  return { entry: entryOf(stores, target.list, file), isNew: true, unused: [] };
}

/** New content for a file that is there: its row becomes the next version. */
export function replaceContent(
  stores: Stores,
  list: StoredList,
  file: StoredFile,
  bytes: StoredBytes,
  by: Writer,
): Saved {
  if (file.content === null) throw nameTaken('The specified item name already exists.');
  const item = stores.items.find(list, file.item);
  if (!item) throw notFound('The resource');
  const folder = String(item.values['FileDirRef']);
  const next = {
    ...item,
    version: item.version + 1,
    values: { ...item.values, ...libraryFields(folder, file.name, bytes.size) },
    modifiedAt: by.at,
    modifiedBy: by.author,
  };
  const content = { ...bytes, version: file.content.version + 1 };
  stores.files.replace(list, next, content);
  return { entry: { file: { ...file, content }, item: next }, isNew: false, unused: [file.content.blob] };
}

/**
 * Puts a file, or with null a folder, where it shall lie.
 * @throws GraphFault 409 when the name is taken and the caller wants neither another nor the place of what is there
 */
export function saveFile(stores: Stores, target: Target, bytes: StoredBytes | null, by: Writer): Saved {
  const { list, folder, name, conflict } = target;
  const there = stores.files.named(list, folder, name);
  if (!there) return add(stores, target, name, bytes, by);
  if (conflict === 'rename') {
    const isTaken = (candidate: string) => stores.files.named(list, folder, candidate) !== undefined;
    return add(stores, target, freeName(name, isTaken), bytes, by);
  }
  if (conflict === 'fail' || bytes === null) throw nameTaken('The specified item name already exists.');
  return replaceContent(stores, list, there, bytes, by);
}
