import { noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import { invalidRequest, notFound } from './graph-fault.ts';
import { fieldsWanted } from './item-expansion.ts';
import type { StoredItem, StoredVersion } from './item-store.ts';
import { itemOf, writeValues } from './items.ts';
import type { StoredList } from './list-store.ts';
import { checkOptions } from './modelled-options.ts';
import { presentVersion } from './present-item.ts';
import { shifted } from './shifted-dates.ts';

function present(call: Call, list: StoredList, item: StoredItem, version: StoredVersion) {
  // Seen in the wild: the site's offset is taken off twice. https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/3634
  const modifiedAt = shifted(version.modifiedAt, 2 * call.quirks.siteHoursFromUtc);
  return presentVersion(list, item, { ...version, modifiedAt }, fieldsWanted(call));
}

/** The version that the path names, such as `2.0`. @throws GraphFault 404 */
function versionOf(call: Call, { items }: Stores, list: StoredList, item: StoredItem): StoredVersion {
  const found = items.versions(list, item).find(({ version }) => `${version}.0` === call.params['version']);
  if (!found) throw notFound('The specified version');
  return found;
}

/** `GET …/items/{id}/versions`: https://learn.microsoft.com/graph/api/listitem-list-versions */
export const getVersions: Handler = (call, stores) => {
  checkOptions(call.query, 'expand');
  const list = listOf(call, stores);
  const item = itemOf(call, list, stores);
  return ok({ value: stores.items.versions(list, item).map((version) => present(call, list, item, version)) });
};

/** `GET …/items/{id}/versions/{v}`: https://learn.microsoft.com/graph/api/listitemversion-get */
export const getVersion: Handler = (call, stores) => {
  checkOptions(call.query, 'expand');
  const list = listOf(call, stores);
  const item = itemOf(call, list, stores);
  return ok(present(call, list, item, versionOf(call, stores, list, item)));
};

/** `POST …/versions/{v}/restoreVersion`: https://learn.microsoft.com/graph/api/listitemversion-restore. What was comes back as a new version. */
export const restoreVersion: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const item = itemOf(call, list, stores);
  const { version, values } = versionOf(call, stores, list, item);
  if (version === item.version) throw invalidRequest('The current version cannot be restored.');
  writeValues(call, stores, list, () => values);
  return noContent;
};
