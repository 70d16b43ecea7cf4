import type { Handler } from '../graph/call.ts';
import { getFields, getItem, updateFields, updateItem } from '../graph/items.ts';
import type { Level } from '../graph/site.ts';
import { getChildren } from './children.ts';
import { getContent, putContent } from './content.ts';
import { createUploadSession } from './create-upload-session.ts';
import { getRetentionLabel, setRetentionLabel } from './retention-label.ts';
import { asListItem, createFolder, deleteDriveItem, getDrive, getDriveItem, getDrives } from './drive-items.ts';

const drive = '/sites/:site/lists/:list/drive';
/** What `drive-path.ts` makes of every spelling of a place in a drive. */
const place = `${drive}/items/:item{/at/:path}`;

/** Every call on drives that the local Graph knows, and what an application must hold on the site for it. */
export const driveRoutes: readonly (readonly ['get' | 'post' | 'patch' | 'put' | 'delete', string, Level, Handler])[] =
  [
    ['get', '/sites/:site/drives', 'read', getDrives],
    ['get', drive, 'read', getDrive],
    ['get', place, 'read', getDriveItem],
    ['delete', place, 'write', deleteDriveItem],
    ['get', `${place}/children`, 'read', getChildren],
    ['post', `${place}/children`, 'write', createFolder],
    ['get', `${place}/content`, 'read', getContent],
    ['put', `${place}/content`, 'write', putContent],
    ['post', `${place}/createUploadSession`, 'write', createUploadSession],
    ['get', `${place}/retentionLabel`, 'read', getRetentionLabel],
    ['patch', `${place}/retentionLabel`, 'write', setRetentionLabel],
    ['get', `${place}/listItem`, 'read', asListItem(getItem)],
    ['patch', `${place}/listItem`, 'write', asListItem(updateItem)],
    ['get', `${place}/listItem/fields`, 'read', asListItem(getFields)],
    ['patch', `${place}/listItem/fields`, 'write', asListItem(updateFields)],
  ];
