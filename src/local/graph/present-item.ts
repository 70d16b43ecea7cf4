import type { Deleted, FieldValueSet, ListItem, ListItemVersion } from '@microsoft/microsoft-graph-types';
import { kindOfRow, pathOfRow, shownOfLibrary } from '../files/library-fields.ts';
import { libraryNames } from '../files/library-names.ts';
import { stableGuid } from '../stable-guid.ts';
import { invalidRequest } from './graph-fault.ts';
import type { StoredItem, StoredVersion } from './item-store.ts';
import type { StoredList } from './list-store.ts';
import { byApplication, listUrl } from './present-list.ts';
import { siteUrl, type LocalSite } from './site.ts';
import { ownColumns } from './values.ts';

/** Round-tripped as it stands in `If-Match`. */
export const itemETag = (item: StoredItem) => `"${item.guid},${item.version}"`;

/** Row of the writing application in the site's user list. */
const author = '6';

/** What SharePoint adds to the columns that callers wrote. */
function systemFields(item: StoredItem): Readonly<Record<string, unknown>> {
  const title = item.values['Title'];
  return {
    id: String(item.id),
    ContentType: kindOfRow(item.values) ?? 'Item',
    Modified: item.modifiedAt,
    Created: item.createdAt,
    AuthorLookupId: author,
    EditorLookupId: author,
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ...(title !== undefined && { LinkTitleNoMenu: title, LinkTitle: title }),
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}

/**
 * A row's columns. Empty ones are left out.
 * https://learn.microsoft.com/graph/api/resources/fieldvalueset
 * @param select internal names; everything when absent
 * @throws GraphFault 400 for a name that the list does not have
 */
export function presentFields(
  list: StoredList,
  item: StoredItem,
  select?: readonly string[],
): FieldValueSet & Record<string, unknown> {
  const all = { ...shownOfLibrary(item.values), ...systemFields(item) };
  if (!select) return all;
  const known = new Set([
    ...ownColumns(list.columns).map((column) => column.name),
    ...Object.keys(systemFields(item)),
    'LinkTitle',
    'LinkTitleNoMenu',
    ...(list.template ? libraryNames : []),
  ]);
  const unknown = select.find((name) => !known.has(name));
  if (unknown !== undefined) throw invalidRequest(`Field '${unknown}' is not recognized`);
  return Object.fromEntries(Object.entries(all).filter(([name]) => select.includes(name)));
}

const folderOf = (list: StoredList) => ({ id: stableGuid(`folder ${list.id}`), siteId: list.siteId });

const contentTypes = { Item: '0x0100', Document: '0x010100', Folder: '0x012000' } as const;

export const contentTypeOf = (list: StoredList, name: keyof typeof contentTypes) => ({
  id: `${contentTypes[name]}${list.id.replaceAll('-', '').toUpperCase()}`,
  name,
});

/** A row without its columns: https://learn.microsoft.com/graph/api/resources/listitem */
export function presentItem(site: LocalSite, list: StoredList, item: StoredItem): ListItem & Record<string, unknown> {
  const eTag = itemETag(item);
  const kind = kindOfRow(item.values);
  return {
    '@odata.etag': eTag,
    createdDateTime: item.createdAt,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modifiedAt,
    webUrl: kind
      ? encodeURI(siteUrl({ ...site, path: pathOfRow(item.values) }))
      : `${listUrl(site, list)}/${item.id}_.000`,
    createdBy: byApplication(item.createdBy),
    lastModifiedBy: byApplication(item.modifiedBy),
    parentReference: folderOf(list),
    contentType: contentTypeOf(list, kind ?? 'Item'),
  };
}

/** What is left of a row that was deleted: https://learn.microsoft.com/graph/api/listitem-delta */
export function presentDeleted(list: StoredList, id: number): ListItem & { deleted: Deleted } {
  return {
    id: String(id),
    parentReference: folderOf(list),
    contentType: contentTypeOf(list, list.template ? 'Document' : 'Item'),
    deleted: { state: 'deleted' },
  };
}

/** https://learn.microsoft.com/graph/api/resources/listitemversion */
export function presentVersion(
  list: StoredList,
  item: StoredItem,
  version: StoredVersion,
  wanted: 'none' | 'all' | readonly string[],
): ListItemVersion & Record<string, unknown> {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: byApplication(version.modifiedBy),
    ...(wanted !== 'none' && {
      fields: presentFields(list, { ...item, ...version }, wanted === 'all' ? undefined : wanted),
    }),
  };
}
