import { randomUUID } from 'node:crypto';
import { created, noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import { badRequest, GraphFault, invalidRequest, notFound, notModelled } from './graph-fault.ts';
import { fieldsWanted, presentExpanded } from './item-expansion.ts';
import type { StoredItem } from './item-store.ts';
import type { StoredList } from './list-store.ts';
import { checkOptions } from './modelled-options.ts';
import { contentTypeOf, itemETag, presentFields, presentItem } from './present-item.ts';
import { names, option } from './query-option.ts';
import { withShiftedDates } from './shifted-dates.ts';
import { asKnown } from './stale-read.ts';
import { apply, checkValues, defaults, type Values } from './values.ts';

/** The row that the path names. @throws GraphFault 404 */
export function itemOf(call: Call, list: StoredList, { items }: Stores): StoredItem {
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

/** A generic list has one content type, and so has a library. */
const isItem = (list: StoredList, contentType: unknown) =>
  typeof contentType === 'object' &&
  contentType !== null &&
  'id' in contentType &&
  contentType.id === contentTypeOf(list, list.template ? 'Document' : 'Item').id;

function fieldsOfBody(list: StoredList, body: unknown): unknown {
  if (typeof body !== 'object' || body === null) throw badRequest('A list item is expected.');
  const { fields = {}, contentType, ...others } = body as Record<string, unknown>;
  if (contentType !== undefined && !isItem(list, contentType)) throw notModelled('other content types than the item');
  const other = Object.keys(others)[0];
  if (other !== undefined)
    throw badRequest(`The property '${other}' does not exist on type 'microsoft.graph.listItem' or cannot be written.`);
  return fields;
}

/** Gives a row other values, as the next version. @param change what it held -> what it shall hold */
export function writeValues(
  call: Call,
  stores: Stores,
  list: StoredList,
  change: (before: Values) => Values,
): StoredItem {
  const item = itemOf(call, list, stores);
  checkETag(call, item);
  meetOwnSave(call, stores, list, item);
  const { appId, name } = call.caller;
  const written = {
    ...item,
    version: item.version + 1,
    values: change(item.values),
    modifiedAt: call.at,
    modifiedBy: { appId, name },
  };
  stores.items.replace(list, written);
  return written;
}

const write = (call: Call, stores: Stores, list: StoredList, fields: unknown) =>
  writeValues(call, stores, list, (before) => apply(before, checkValues(list.columns, fields)));

/** `POST …/items`: https://learn.microsoft.com/graph/api/listitem-create */
export const createItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  if (list.template) throw invalidRequest('An item of a document library is made by uploading a file.');
  const values = apply(defaults(list.columns), checkValues(list.columns, fieldsOfBody(list, call.body)));
  const { appId, name } = call.caller;
  const by = { createdAt: call.at, createdBy: { appId, name }, modifiedAt: call.at, modifiedBy: { appId, name } };
  const item = stores.items.insert(list, { guid: randomUUID(), version: 1, values, ...by });
  const path = `/sites/${list.siteId}/lists/${list.id}/items/${item.id}`;
  const shown = withShiftedDates(list.columns, item, call.quirks.siteHoursFromUtc);
  return created(path, presentExpanded(call, list, shown, fieldsWanted(call)));
};

/** `GET …/items/{id}`: https://learn.microsoft.com/graph/api/listitem-get */
export const getItem: Handler = (call, stores) => {
  checkOptions(call.query, 'select', 'expand');
  const list = listOf(call, stores);
  return ok(presentExpanded(call, list, knownItem(call, list, stores), fieldsWanted(call)));
};

/** `PATCH …/items/{id}` with `{fields}`: answers the row. */
export const updateItem: Handler = (call, stores) => {
  const list = listOf(call, stores);
  return ok(presentItem(call.site, list, write(call, stores, list, fieldsOfBody(list, call.body))));
};

/** `GET …/items/{id}/fields` */
export const getFields: Handler = (call, stores) => {
  checkOptions(call.query, 'select');
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
