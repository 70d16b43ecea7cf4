import type { Drive, DriveItem, File, Folder, ItemReference } from '@microsoft/microsoft-graph-types';
import type { Stores } from '../graph/call.ts';
import type { StoredList } from '../graph/list-store.ts';
import { byApplication, listUrl } from '../graph/present-list.ts';
import { siteUrl, type LocalSite } from '../graph/site.ts';
import { driveId, rootId } from './drive-id.ts';
import { folderNames, type Entry } from './drive-place.ts';
import type { Content } from './file-store.ts';
import { pathOfRow } from './library-fields.ts';
import { mediaType } from './media-type.ts';

const ofList = (list: StoredList) => driveId(list.siteId, list.id);

/** https://learn.microsoft.com/graph/api/resources/drive */
export function presentDrive(site: LocalSite, list: StoredList): Drive & Record<string, unknown> {
  return {
    createdDateTime: list.createdAt,
    description: list.description,
    id: ofList(list),
    lastModifiedDateTime: list.modifiedAt,
    name: list.displayName,
    webUrl: listUrl(site, list),
    driveType: 'documentLibrary',
    createdBy: byApplication(list.createdBy),
  };
}

/** The folder that holds everything else. */
export function presentRoot(site: LocalSite, list: StoredList, stores: Stores): DriveItem & Record<string, unknown> {
  return {
    createdDateTime: list.createdAt,
    id: rootId(list.id),
    lastModifiedDateTime: list.modifiedAt,
    name: 'root',
    webUrl: listUrl(site, list),
    size: 0,
    parentReference: { driveType: 'documentLibrary', driveId: ofList(list) },
    folder: { childCount: stores.files.children(list, 0).length },
    root: {},
  };
}

/** Round-tripped as it stands in `If-Match`; moves with every write of the row. */
export const driveETag = ({ item }: Entry) => `"{${item.guid.toUpperCase()}},${item.version}"`;

/** Moves with the content alone; a folder's with its row. */
export const contentTag = ({ item, file }: Entry) =>
  `"c:{${item.guid.toUpperCase()}},${file.content?.version ?? item.version}"`;

const fileFacet = (name: string, { quickXorHash }: Content): File => ({
  mimeType: mediaType(name),
  hashes: { quickXorHash },
});

const folderFacet = (childCount: number): Folder => ({ childCount });

function parentOf(list: StoredList, { file }: Entry, stores: Stores): ItemReference {
  const names = folderNames(stores, list, file.parent);
  const folder = file.parent === 0 ? undefined : stores.files.find(list, file.parent);
  return {
    driveType: 'documentLibrary',
    driveId: ofList(list),
    id: folder?.key ?? rootId(list.id),
    name: names.at(-1) ?? list.displayName,
    path: [`/drives/${ofList(list)}/root:`, ...names.map(encodeURIComponent)].join('/'),
    siteId: list.siteId,
  };
}

/**
 * https://learn.microsoft.com/graph/api/resources/driveitem
 * @param downloadUrl the address that hands the bytes out without a token; a folder has none
 */
export function presentDriveItem(
  site: LocalSite,
  list: StoredList,
  entry: Entry,
  stores: Stores,
  downloadUrl: string,
): DriveItem & Record<string, unknown> {
  const { file, item } = entry;
  const times = { createdDateTime: item.createdAt, lastModifiedDateTime: item.modifiedAt };
  return {
    ...(file.content && { '@microsoft.graph.downloadUrl': downloadUrl }),
    ...times,
    eTag: driveETag(entry),
    id: file.key,
    name: file.name,
    webUrl: encodeURI(siteUrl({ ...site, path: pathOfRow(item.values) })),
    cTag: contentTag(entry),
    size: file.content?.size ?? 0,
    createdBy: byApplication(item.createdBy),
    lastModifiedBy: byApplication(item.modifiedBy),
    parentReference: parentOf(list, entry, stores),
    fileSystemInfo: times,
    ...(file.content
      ? { file: fileFacet(file.name, file.content) }
      : { folder: folderFacet(stores.files.children(list, file.item).length) }),
  };
}
