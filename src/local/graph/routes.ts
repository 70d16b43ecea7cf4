import { ok } from './answer.ts';
import type { Handler } from './call.ts';
import { createColumn, getColumns, updateColumn } from './columns.ts';
import { getDelta } from './delta.ts';
import { getItems } from './item-list.ts';
import { createItem, deleteItem, getFields, getItem, getVersions, updateFields, updateItem } from './items.ts';
import { createList, deleteList, getList, getLists } from './lists.ts';
import { option, selectFrom } from './query-option.ts';
import { presentSite, type Level } from './site.ts';

const getSite: Handler = (call) => ok(selectFrom({ ...presentSite(call.site) }, option(call.query, 'select'), 'site'));

/** Every call that the local Graph knows, and what an application must hold on the site for it. */
export const routes: readonly (readonly ['get' | 'post' | 'patch' | 'delete', string, Level, Handler])[] = [
  ['get', '/sites/:site', 'read', getSite],
  ['get', '/sites/:site/lists', 'read', getLists],
  ['post', '/sites/:site/lists', 'manage', createList],
  ['get', '/sites/:site/lists/:list', 'read', getList],
  ['delete', '/sites/:site/lists/:list', 'manage', deleteList],
  ['get', '/sites/:site/lists/:list/columns', 'read', getColumns],
  ['post', '/sites/:site/lists/:list/columns', 'manage', createColumn],
  ['patch', '/sites/:site/lists/:list/columns/:column', 'manage', updateColumn],
  ['get', '/sites/:site/lists/:list/items', 'read', getItems],
  ['post', '/sites/:site/lists/:list/items', 'write', createItem],
  ['get', '/sites/:site/lists/:list/items/delta', 'read', getDelta],
  // As a function, which is how Microsoft's generated clients spell it.
  ['get', '/sites/:site/lists/:list/items/delta\\(\\)', 'read', getDelta],
  ['get', "/sites/:site/lists/:list/items/delta\\(token=':token'\\)", 'read', getDelta],
  ['get', '/sites/:site/lists/:list/items/:item', 'read', getItem],
  ['patch', '/sites/:site/lists/:list/items/:item', 'write', updateItem],
  ['delete', '/sites/:site/lists/:list/items/:item', 'write', deleteItem],
  ['get', '/sites/:site/lists/:list/items/:item/fields', 'read', getFields],
  ['patch', '/sites/:site/lists/:list/items/:item/fields', 'write', updateFields],
  ['get', '/sites/:site/lists/:list/items/:item/versions', 'read', getVersions],
];
