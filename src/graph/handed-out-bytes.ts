import { GraphUnreachable } from '../ports/graph.ts';
import { faultCode } from './fault-code.ts';
import type { CallSettings } from './one-call.ts';
import { resourceUnits } from './resource-units.ts';
import { withinBudget } from './within-budget.ts';

/** Bytes as they come, piece by piece; throws where they break off. */
export type HandedOutBytes = (
  url: string,
) => Promise<{ readonly status: number; readonly bytes: AsyncIterable<Uint8Array> }>;

export interface HandedOutBytesSettings extends Pick<CallSettings, 'transport' | 'userAgent' | 'budget'> {
  /** For a whole file. Default 600,000: 100 MB over a slow line. */
  readonly timeoutMs?: number;
}

/**
 * Fetches a file from the address that Graph handed out, which lies on SharePoint's own host: the same budget, no token.
 * @returns a function that throws TypeError for an address elsewhere, GraphUnreachable when no answer came
 */
export function createHandedOutBytes(settings: HandedOutBytesSettings): HandedOutBytes {
  const { transport, userAgent, budget, timeoutMs = 600_000 } = settings;
  return async (url) => {
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' || !hostname.endsWith('.sharepoint.com'))
      throw new TypeError('files are fetched from SharePoint and nowhere else');
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await withinBudget(budget, resourceUnits('GET', url), signal, () =>
        transport(url, { headers: { 'user-agent': userAgent }, redirect: 'manual', signal }),
      );
      return { status: response.status, bytes: piecesOf(response) };
    } catch (error) {
      throw new GraphUnreachable(faultCode(error));
    }
  };
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Whoever wants no more ends the call, too.
    await reader.cancel().catch(() => undefined);
  }
}
