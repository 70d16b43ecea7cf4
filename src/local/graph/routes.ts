import { driveRoutes } from '../files/drive-routes.ts';
import { ok } from './answer.ts';
import type { Handler } from './call.ts';
import { createColumn, deleteColumn, getColumn, getColumns, updateColumn } from './columns.ts';
import { getDelta } from './delta.ts';
import { getItems } from './item-list.ts';
import { createItem, deleteItem, getFields, getItem, updateFields, updateItem } from './items.ts';
import { createList, deleteList, getList, getLists } from './lists.ts';
import { checkOptions } from './modelled-options.ts';
import { createPermission, deletePermission, getPermission, getPermissions, updatePermission } from './permissions.ts';
import { option, selectFrom } from './query-option.ts';
import { presentSite, type Level } from './site.ts';
import { getVersion, getVersions, restoreVersion } from './versions.ts';

const getSite: Handler = (call) => {
  checkOptions(call.query, 'select');
  return ok(selectFrom({ ...presentSite(call.site) }, option(call.query, 'select'), 'site'));
};

type Route = readonly ['get' | 'post' | 'patch' | 'put' | 'delete', string, Level, Handler];

/** Whoever may grant may also look: Microsoft asks for the same permission. */
const permissionRoutes = (on: string): readonly Route[] => [
  ['get', `${on}/permissions`, 'fullcontrol', getPermissions],
  ['post', `${on}/permissions`, 'fullcontrol', createPermission],
  ['get', `${on}/permissions/:grant`, 'fullcontrol', getPermission],
  ['patch', `${on}/permissions/:grant`, 'fullcontrol', updatePermission],
  ['delete', `${on}/permissions/:grant`, 'fullcontrol', deletePermission],
];

/** Every call that the local Graph knows, and what an application must hold on the site for it. */
export const routes: readonly Route[] = [
  ['get', '/sites/:site', 'read', getSite],
  ['get', '/sites/:site/lists', 'read', getLists],
  ['post', '/sites/:site/lists', 'manage', createList],
  ['get', '/sites/:site/lists/:list', 'read', getList],
  ['delete', '/sites/:site/lists/:list', 'manage', deleteList],
  ['get', '/sites/:site/lists/:list/columns', 'read', getColumns],
  ['post', '/sites/:site/lists/:list/columns', 'manage', createColumn],
  ['get', '/sites/:site/lists/:list/columns/:column', 'read', getColumn],
  ['patch', '/sites/:site/lists/:list/columns/:column', 'manage', updateColumn],
  ['delete', '/sites/:site/lists/:list/columns/:column', 'manage', deleteColumn],
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
  ['get', '/sites/:site/lists/:list/items/:item/versions/:version', 'read', getVersion],
  ['post', '/sites/:site/lists/:list/items/:item/versions/:version/restoreVersion', 'write', restoreVersion],
  ...['/sites/:site', '/sites/:site/lists/:list'].flatMap((on) => permissionRoutes(on)),
  ...driveRoutes,
];
