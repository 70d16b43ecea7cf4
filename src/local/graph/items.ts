import { randomUUID } from 'node:crypto';
import { created, noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import { badRequest, GraphFault, invalidRequest, notFound } from './graph-fault.ts';
import { fieldsWanted, presentExpanded } from './item-expansion.ts';
import type { StoredItem } from './item-store.ts';
import type { StoredList } from './list-store.ts';
import { itemETag, presentFields, presentItem, presentVersion } from './present-item.ts';
import { expansions, names, option } from './query-option.ts';
import { shifted, withShiftedDates } from './shifted-dates.ts';
import { asKnown } from './stale-read.ts';
import { apply, checkValues, defaults } from './values.ts';

/** The row that the path names. @throws GraphFault 404 */
function itemOf(call: Call, list: StoredList, { items }: Stores): StoredItem {
  const id = call.params['item'] ?? '';
  const item = /^[1-9]\d{0,14}$/.test(id) ? items.find(list, Number(id)) : undefined;
  if (!item) throw notFound('The specified item');
  return item;
}

/** The row as this call knows it. One that is new is found by its id even when lists do not show it yet. */
function knownItem(call: Call, list: StoredList, stores: Stores): StoredItem {
  const item = itemOf(call, list, stores);
  return asKnown(call, stores, list, [item])[0] ?? item;
}

/** @throws GraphFault 412 when the caller saw another version: https://learn.microsoft.com/graph/api/listitem-update */
function checkETag(call: Call, item: StoredItem): void {
  const seen = call.header('if-match');
  if (seen !== undefined && seen !== '*' && seen !== itemETag(item)) {
    throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
  }
}

const sharePoint = { appId: '00000003-0000-0ff1-ce00-000000000000', name: 'SharePoint' };

/**
 * SharePoint saves a row of its own accord, and who writes in that moment loses, whatever they send.
 * https://github.com/OneDrive/onedrive-api-docs/issues/1414
 * @throws GraphFault 409 when this call was told to meet it
 */
export function meetOwnSave(call: Call, stores: Stores, list: StoredList, item: StoredItem): void {
  if (call.effect?.kind !== 'own-save') return;
  stores.items.replace(list, { ...item, version: item.version + 1, modifiedAt: call.at, modifiedBy: sharePoint });
  throw new GraphFault(
    409,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}

function fieldsOfBody(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) throw badRequest('A list item is expected.');
  const { fields = {}, contentType: _generic, ...others } = body as Record<string, unknown>;
  const other = Object.keys(others)[0];
  if (other !== undefined)
    throw badRequest(`The property '${other}' does not exist on type 'microsoft.graph.listItem' or cannot be written.`);
  return fields;
}

function write(call: Call, stores: Stores, list: StoredList, fields: unknown): StoredItem {
  const item = itemOf(call, list, stores);
  checkETag(call, item);
  meetOwnSave(call, stores, list, item);
  const { appId, name } = call.caller;
  const written = {
    ...item,
    version: item.version + 1,
    values: apply(item.values, checkValues(list.columns, fields)),
    modifiedAt: call.at,
    modifiedBy: { appId, name },
  };
  stores.items.replace(list, written);
  return written;
}

/** `POST …/items`: https://learn.microsoft.com/graph/api/listitem-create */
export const createItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  if (list.template) throw invalidRequest('An item of a document library is made by uploading a file.');
  const values = apply(defaults(list.columns), checkValues(list.columns, fieldsOfBody(call.body)));
  const { appId, name } = call.caller;
  const by = { createdAt: call.at, createdBy: { appId, name }, modifiedAt: call.at, modifiedBy: { appId, name } };
  const item = stores.items.insert(list, { guid: randomUUID(), version: 1, values, ...by });
  const path = `/sites/${list.siteId}/lists/${list.id}/items/${item.id}`;
  const shown = withShiftedDates(list.columns, item, call.quirks.siteHoursFromUtc);
  return created(path, presentExpanded(call, list, shown, fieldsWanted(call)));
};

/** `GET …/items/{id}`: https://learn.microsoft.com/graph/api/listitem-get */
export const getItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  return ok(presentExpanded(call, list, knownItem(call, list, stores), fieldsWanted(call)));
};

/** `PATCH …/items/{id}` with `{fields}`: answers the row. */
export const updateItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  return ok(presentItem(call.site, list, write(call, stores, list, fieldsOfBody(call.body))));
};

/** `GET …/items/{id}/fields` */
export const getFields: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const select = option(call.query, 'select');
  return ok(presentFields(list, knownItem(call, list, stores), select === undefined ? undefined : names(select)));
};

/** `PATCH …/items/{id}/fields` with the bare values: answers the columns, without an eTag to go on with. */
export const updateFields: Handler = (call, stores) => {
  const list = listOf(call, stores);
  return ok(presentFields(list, write(call, stores, list, call.body)));
};

/** `DELETE …/items/{id}`: https://learn.microsoft.com/graph/api/listitem-delete */
export const deleteItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const item = itemOf(call, list, stores);
  checkETag(call, item);
  meetOwnSave(call, stores, list, item);
  if (list.template) stores.files.remove(list, item.id).forEach(stores.blobs.remove);
  else stores.items.remove(list, item.id);
  return noContent;
};

/** `GET …/items/{id}/versions`: https://learn.microsoft.com/graph/api/listitem-list-versions */
export const getVersions: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const item = itemOf(call, list, stores);
  // Seen in the wild: the site's offset is taken off twice. https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/3634
  const offset = 2 * call.quirks.siteHoursFromUtc;
  const withFields = expansions(option(call.query, 'expand')).has('fields');
  return ok({
    value: stores.items
      .versions(list, item)
      .map((version) => ({ ...version, modifiedAt: shifted(version.modifiedAt, offset) }))
      .map((version) => presentVersion(list, item, version, withFields)),
  });
};
