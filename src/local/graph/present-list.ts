import type { ColumnDefinition, IdentitySet, List } from '@microsoft/microsoft-graph-types';
import type { Column } from './column.ts';
import type { StoredList } from './list-store.ts';
import { siteUrl, type LocalSite } from './site.ts';
import { systemColumns, titleColumn } from './system-columns.ts';

/** Writes with an application's token name the application and no person. */
export const byApplication = ({ appId, name }: { appId: string; name: string }): IdentitySet => ({
  application: { id: appId, displayName: name },
});

export const listUrl = (site: LocalSite, list: StoredList) =>
  `${siteUrl(site)}/${list.template ? '' : 'Lists/'}${encodeURIComponent(list.displayName)}`;

/** https://learn.microsoft.com/graph/api/resources/list */
export function presentList(site: LocalSite, list: StoredList): List & Record<string, unknown> {
  const eTag = `"${list.id},${list.version}"`;
  return {
    '@odata.etag': eTag,
    createdDateTime: list.createdAt,
    description: list.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.displayName,
    webUrl: listUrl(site, list),
    displayName: list.displayName,
    createdBy: byApplication(list.createdBy),
    parentReference: { siteId: list.siteId },
    list: { contentTypesEnabled: false, hidden: false, template: list.template ?? 'genericList' },
  };
}

/** https://learn.microsoft.com/graph/api/resources/columndefinition */
export const presentColumn = (column: Column): ColumnDefinition => column as ColumnDefinition;

/** All columns of a list, the template's among them, in SharePoint's order. */
export function presentColumns(list: StoredList): readonly ColumnDefinition[] {
  const own = new Set(list.columns.map(({ name }) => name));
  return [titleColumn, ...list.columns, ...systemColumns.filter(({ name }) => !own.has(name))].map(presentColumn);
}
