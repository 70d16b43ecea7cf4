import express, { Router, type Request } from 'express';
import type { Answer } from '../graph/answer.ts';
import type { Stores } from '../graph/call.ts';
import type { Exchange } from '../graph/exchange.ts';
import { GraphFault, notFound } from '../graph/graph-fault.ts';
import { siteById, type LocalSite } from '../graph/site.ts';
import { unreadable } from '../graph/unreadable.ts';
import { download } from './download.ts';
import { cancelUpload, receiveRange, uploadStatus, type UploadCall } from './receive-range.ts';
import type { UploadSession } from './session-store.ts';

export interface FileHostParts {
  readonly exchange: Exchange;
  readonly stores: Stores;
  readonly sites: readonly LocalSite[];
  /** Charges a call to the application. @returns the headers that its answer carries */
  spend(appId: string, request: Request): Readonly<Record<string, string>>;
  now(): number;
}

/** "Less than 60 MiB" in one request. */
const largestRange = 60 * 1_048_576 - 1;

const refused = (message: string) => new GraphFault(401, 'unauthenticated', message);

/** An address that opens by itself is asked without a token; one that is sent all the same is refused. */
function checkNoToken(request: Request): void {
  if (request.get('authorization') !== undefined)
    throw refused('The address is preauthenticated: do not send an Authorization header.');
}

/**
 * SharePoint's own host, as far as Graph hands out addresses on it: uploads under way, and downloads.
 * Mount it where the transport leads that host to.
 */
export function createFileHost({ exchange, stores, sites, spend, now }: FileHostParts): Router {
  function sessionOf(request: Request): UploadSession {
    checkNoToken(request);
    const { searchParams } = new URL(request.originalUrl, 'https://local');
    const session = stores.sessions.find(searchParams.get('guid')?.replaceAll("'", '') ?? '');
    if (!session || session.expires <= now()) throw notFound('The upload session');
    if (searchParams.get('tempauth') !== session.secret) throw refused('Access is denied.');
    return session;
  }

  const upload = (work: (call: UploadCall, stores: Stores) => Answer) =>
    exchange(({ request, body }) => {
      const session = sessionOf(request);
      const limits = spend(session.by.appId, request);
      const site = siteById(sites, session.site);
      if (!site) throw notFound('Requested site');
      const at = `${new Date(now()).toISOString().slice(0, 19)}Z`;
      const call = { session, site, body, contentRange: request.get('content-range'), now: now(), at };
      const answer = work(call, stores);
      return { ...answer, headers: { ...limits, ...answer.headers } };
    });

  const router = Router();
  const address = /\/_api\/v2\.0\/drives\/[^/]+\/items\/[^/]+\/uploadSession$/;
  router.put(address, express.raw({ type: () => true, limit: largestRange }), upload(receiveRange));
  router.get(address, upload(uploadStatus));
  router.delete(address, upload(cancelUpload));
  router.get(
    /\/_layouts\/15\/download\.aspx$/,
    exchange(({ request }) => {
      checkNoToken(request);
      const { searchParams } = new URL(request.originalUrl, 'https://local');
      const guid = searchParams.get('UniqueId') ?? '';
      if (!stores.downloads.opens(guid, searchParams.get('tempauth') ?? '', now())) throw refused('Access is denied.');
      return download(stores, guid, request.get('range'));
    }),
  );
  router.use(
    exchange(() => {
      throw notFound('The resource');
    }),
  );
  router.use(unreadable(exchange));
  return router;
}
