import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UploadSession as ToldSession } from '@microsoft/microsoft-graph-types';
import { ok } from '../graph/answer.ts';
import type { Handler } from '../graph/call.ts';
import { badRequest, GraphFault, nameTaken, notModelled } from '../graph/graph-fault.ts';
import { siteId, siteUrl, type LocalSite } from '../graph/site.ts';
import { conflictAnnotation, readConflict } from './conflict.ts';
import { driveId } from './drive-id.ts';
import { checkTag } from './drive-items.ts';
import { placeOf } from './drive-place.ts';
import { checkName } from './file-name.ts';
import type { UploadSession } from './session-store.ts';

const sessionRequest = z
  .strictObject({
    item: z
      .strictObject({
        '@odata.type': z.string().optional(),
        [conflictAnnotation]: z.string().optional(),
        name: z.string().optional(),
        fileSize: z.int().min(0).optional(),
      })
      .prefault({}),
    deferCommit: z.boolean().nullish(),
  })
  .prefault({});

/** Microsoft does not say how long; each range that comes begins it anew. In milliseconds. */
export const sessionLife = 24 * 60 * 60 * 1_000;

/** Where the ranges go: SharePoint itself, not Graph. It opens without a token. */
function uploadUrl(site: LocalSite, session: UploadSession, folderKey: string): string {
  const place = `drives/${driveId(session.site, session.list)}/items/${folderKey}`;
  return `${siteUrl(site)}/_api/v2.0/${place}/uploadSession?guid='${session.id}'&tempauth=${session.secret}`;
}

export const expiration = (session: UploadSession) => new Date(session.expires).toISOString();

/** `POST …/createUploadSession`: https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
export const createUploadSession: Handler = (call, stores) => {
  const parsed = sessionRequest.safeParse(call.body);
  if (!parsed.success)
    throw badRequest(`Invalid upload session: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  const { item: asked, deferCommit } = parsed.data;
  if (deferCommit === true) throw notModelled('deferCommit');
  const { list, folder, name, found } = placeOf(call, stores);
  if (found === 'root' || found?.file.content === null) throw badRequest('A folder has no content.');
  if (asked.name !== undefined && asked.name !== name) throw badRequest('The name is not the one in the path.');
  checkName(name);
  const byId = call.params['path'] === undefined;
  const conflict = byId ? 'replace' : readConflict(asked[conflictAnnotation], 'fail');
  if (found) checkTag(call, found);
  else if (call.header('if-match') !== undefined)
    throw new GraphFault(412, 'resourceModified', 'There is no item for the ETag to match');
  if (found && conflict === 'fail') throw nameTaken('The specified item name already exists.');

  stores.sessions.expire(call.now).forEach(stores.blobs.remove);
  const session: UploadSession = {
    id: randomUUID(),
    secret: `v1.${randomBytes(24).toString('base64url')}`,
    site: siteId(call.site),
    list: list.id,
    folder,
    name,
    item: byId && found ? found.file.item : null,
    conflict,
    size: asked.fileSize ?? null,
    received: 0,
    blob: stores.blobs.reserve(),
    by: { appId: call.caller.appId, name: call.caller.name },
    expires: call.now + sessionLife,
  };
  stores.sessions.save(session);
  const told: ToldSession = {
    uploadUrl: uploadUrl(call.site, session, found?.file.key ?? 'root'),
    expirationDateTime: expiration(session),
  };
  return { ...ok(told), preauthenticated: true };
};
