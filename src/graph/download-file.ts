import type { DownloadEnd, FilePlace } from '../ports/files.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import type { HandedOutBytes } from './handed-out-bytes.ts';
import type { PatienceSettings } from './patience.ts';
import { retryReads } from './retry-reads.ts';

export interface DownloadSettings extends PatienceSettings {
  readonly graph: Graph;
  readonly fetchBytes: HandedOutBytes;
}

/** Seconds: a person waits for it. */
const within = 8;

/**
 * Fetches a file: Graph names an address at SharePoint that opens for some minutes without a token, and the bytes come from there.
 * https://learn.microsoft.com/graph/api/driveitem-get-content
 */
export async function downloadFile(settings: DownloadSettings, { drive, item }: FilePlace): Promise<DownloadEnd> {
  const path = `/drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(item)}/content`;
  try {
    const { status, headers } = await retryReads(settings.graph, { ...settings, within }).call({ method: 'GET', path });
    if (status === 404) return { ok: false, reason: 'gone' };
    const address = headers['location'];
    if (status !== 302 || address === undefined)
      return status === 429 || status >= 500
        ? { ok: false, reason: 'no-answer' }
        : { ok: false, reason: 'refused', status };
    const answer = await settings.fetchBytes(address);
    if (answer.status === 404) return { ok: false, reason: 'gone' };
    if (answer.status !== 200) return { ok: false, reason: 'no-answer' };
    return { ok: true, bytes: answer.bytes };
  } catch (error) {
    if (error instanceof GraphUnreachable) return { ok: false, reason: 'no-answer' };
    throw error;
  }
}
