import { setTimeout as delay } from 'node:timers/promises';
import type { FileUpload, UploadEnd } from '../ports/files.ts';
import type { Graph } from '../ports/graph.ts';
import { filedFile } from './file-there.ts';
import type { HandedOutAddress } from './handed-out-address.ts';
import { createUploadPatience, endOf, type UploadPatienceSettings } from './upload-patience.ts';
import { retryReads } from './retry-reads.ts';
import { createSettle } from './settle-upload.ts';
import { refused, untilClear } from './until-clear.ts';
import { uploadRanges, usualRange } from './upload-ranges.ts';

export interface UploadSettings extends UploadPatienceSettings {
  readonly graph: Graph;
  readonly ask: HandedOutAddress;
  /** Up to so many bytes go in one request; Microsoft takes 250 MB so, and advises ranges above 10. Default 4 MiB. */
  readonly smallUpTo?: number;
  /** Bytes in one range, a multiple of 327,680 below 60 MiB. Default 5 MiB. */
  readonly rangeSize?: number;
}

const conflictBehavior = '@microsoft.graph.conflictBehavior';
/** How often an upload is begun anew that SharePoint forgot. */
const mostSessions = 3;

const noAnswer = (session?: string): UploadEnd => ({
  ok: false,
  reason: 'no-answer',
  ...(session !== undefined && { session }),
});

/**
 * Uploads a file once, whatever happens on the way: see the port. Nothing is repeated blindly. Every request says `fail` to
 * a name that is taken, a range names its place, and after an answer that was lost SharePoint is asked what it has before
 * anything is sent again.
 */
export async function uploadFile(settings: UploadSettings, file: FileUpload): Promise<UploadEnd> {
  const { graph, ask, smallUpTo = 4 * 1_048_576, rangeSize = usualRange, sleep = delay } = settings;
  const { source, name, type = 'application/octet-stream', onProgress = () => undefined } = file;
  const folder = file.folder === 'root' ? 'root' : `items/${file.folder}`;
  const path = `/drives/${file.drive}/${folder}:/${encodeURIComponent(name)}`;
  const settle = createSettle(retryReads(graph, settings), path, source, sleep);
  const patience = createUploadPatience(settings);
  const { size } = source;

  async function inOne(): Promise<UploadEnd> {
    const clear = await untilClear(
      { graph, settle, patience, settleFirst: true },
      {
        method: 'PUT',
        path: `${path}:/content?${conflictBehavior}=fail`,
        headers: { 'content-type': type },
        body: await source.read(0, size),
      },
    );
    if ('end' in clear) return clear.end;
    const filed = filedFile(clear.answer);
    return filed ? { ok: true, file: filed } : ((await settle()) ?? noAnswer());
  }

  /** @returns the address of the new upload */
  async function begin(): Promise<string | UploadEnd> {
    // One that was begun and whose answer was lost is never used, and expires.
    const clear = await untilClear(
      { graph, settle, patience, settleFirst: false },
      { method: 'POST', path: `${path}:/createUploadSession`, body: { item: { [conflictBehavior]: 'fail', name } } },
    );
    if ('end' in clear) return clear.end;
    const url = (clear.answer.body as { uploadUrl?: unknown } | undefined)?.uploadUrl;
    if (typeof url !== 'string') return refused(clear.answer);
    onProgress({ sent: 0, size, session: url });
    return url;
  }

  /** A child's file need not lie in an upload that will not be used until that expires; if this fails, it does. */
  const cancel = (url: string) => endOf(ask({ method: 'DELETE', url }));

  async function inRanges(): Promise<UploadEnd> {
    let known = file.session;
    for (let n = 0; n < mostSessions; n++) {
      const resumed = known !== undefined;
      const url = known ?? (await begin());
      if (typeof url !== 'string') return url;
      known = undefined;
      const end = await uploadRanges({ ask, url, source, rangeSize, patience, resumed, onProgress });
      if (end.what === 'done') return { ok: true, file: end.file };
      if (end.what === 'no-answer') return noAnswer(url);
      if (end.what !== 'gone') await cancel(url);
      if (end.what === 'refused') return refused(end.answer);
      const settled = await settle();
      if (settled) return settled;
    }
    return noAnswer();
  }

  const end = await (size <= smallUpTo && file.session === undefined ? inOne() : inRanges());
  if (end.ok) onProgress({ sent: size, size });
  return end;
}
