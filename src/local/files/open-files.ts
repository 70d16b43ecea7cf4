import type { ItemStore } from '../graph/item-store.ts';
import type { State } from '../state.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import { createDownloadAddresses, type DownloadAddresses } from './download-address.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';

/** What the libraries of a tenant are kept in. */
export interface FileStores {
  readonly files: FileStore;
  readonly sessions: SessionStore;
  readonly blobs: Blobs;
  readonly downloads: DownloadAddresses;
}

/** @param folder where the bytes lie; what a killed process left there without a file is removed */
export function openFiles(state: State, items: ItemStore, folder: string): FileStores {
  const stores = {
    files: createFileStore(state, items),
    sessions: createSessionStore(state),
    blobs: openBlobs(folder),
    downloads: createDownloadAddresses(),
  };
  stores.blobs.keepOnly(new Set([...stores.files.blobs(), ...stores.sessions.blobs()]));
  return stores;
}
