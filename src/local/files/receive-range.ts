import type { UploadSession as ToldSession } from '@microsoft/microsoft-graph-types';
import { noContent, ok, type Answer } from '../graph/answer.ts';
import type { Stores } from '../graph/call.ts';
import { badRequest, notFound } from '../graph/graph-fault.ts';
import type { LocalSite } from '../graph/site.ts';
import { uploaded } from './content.ts';
import { nextRange } from './content-range.ts';
import { expiration, sessionLife } from './create-upload-session.ts';
import { replaceContent, saveFile, type Saved } from './save-file.ts';
import type { UploadSession } from './session-store.ts';

/** A call to an upload's own address, whose session was found. */
export interface UploadCall {
  readonly session: UploadSession;
  readonly site: LocalSite;
  /** Bytes of a range; undefined when nothing was sent. */
  readonly body: unknown;
  readonly contentRange: string | undefined;
  /** The tenant's clock: milliseconds, and as whole seconds in ISO-8601. */
  readonly now: number;
  readonly at: string;
}

/** What has not come yet, each as `from-to` or, to the end, `from-`. */
function missing({ received, size }: UploadSession): string[] {
  if (received === size) return [];
  return [size === null ? `${received}-` : `${received}-${size - 1}`];
}

/** Makes the file of all that has come. @throws GraphFault 409 when the name was taken meanwhile; the bytes stay */
function complete({ session, site, at }: UploadCall, stores: Stores, size: number): Saved {
  const list = stores.lists.find(session.site, session.list);
  if (!list) throw notFound('The specified list');
  const bytes = stores.blobs.seal(session.blob, size);
  const by = { author: session.by, at };
  return stores.sessions.finish(session.id, () => {
    if (session.item !== null) {
      const file = stores.files.find(list, session.item);
      if (!file) throw notFound('The resource');
      return replaceContent(stores, list, file, bytes, by);
    }
    const { folder, name, conflict } = session;
    if (folder !== 0 && !stores.files.find(list, folder)) throw notFound('The resource');
    return saveFile(stores, { site, list, folder, name, conflict }, bytes, by);
  });
}

/** `PUT uploadUrl`: the next range; with the last one the file appears. */
export function receiveRange(call: UploadCall, stores: Stores): Answer {
  const { session, site, body, contentRange, now } = call;
  if (!Buffer.isBuffer(body)) throw badRequest('The bytes of a range are expected.');
  const { from, to, size } = nextRange(session, contentRange, body.length);
  stores.blobs.write(session.blob, from, body);
  const further = { ...session, size, received: to + 1, expires: now + sessionLife };
  stores.sessions.save(further);
  if (further.received < size) {
    const told: ToldSession = { expirationDateTime: expiration(further), nextExpectedRanges: [`${further.received}-`] };
    return { status: 202, body: told };
  }
  const saved = complete({ ...call, session: further }, stores, size);
  const list = stores.lists.find(session.site, session.list);
  if (!list) throw notFound('The specified list');
  return uploaded({ site, now, query: new URLSearchParams() }, stores, list, saved);
}

/** `GET uploadUrl`: what has not come yet. */
export function uploadStatus({ session }: UploadCall): Answer {
  const told: ToldSession = { expirationDateTime: expiration(session), nextExpectedRanges: missing(session) };
  return ok(told);
}

/** `DELETE uploadUrl`: nothing is kept. */
export function cancelUpload({ session }: UploadCall, { sessions, blobs }: Stores): Answer {
  sessions.remove(session.id);
  blobs.remove(session.blob);
  return noContent;
}
