import type { UploadState } from '../../src/areas/files/contract.ts';
import { failureFrom, unreachable } from './api-failure.ts';
import { createAsk, type AskSettings } from './ask.ts';

/** A part of a file may take a while on a telephone; a whole one longer. */
const rangeMs = 60_000;
const fileMs = 600_000;

/** Files to and from the tab API, as bytes. Throws ApiFailure and nothing else. */
export function createTransfer(settings: AskSettings) {
  const ask = createAsk(settings);
  const refused = async (response: Response) => failureFrom(await response.json().catch(() => undefined));
  const broken = () => {
    throw unreachable();
  };
  return {
    /** @param range `bytes 0-1023/4096` */
    async send(path: string, range: string, bytes: Blob, signal: AbortSignal): Promise<UploadState> {
      const response = await ask(path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream', 'Content-Range': range },
        body: bytes,
        patience: rangeMs,
        signal,
      });
      if (!response.ok) throw await refused(response);
      return (await response.json().catch(broken)) as UploadState;
    },
    /** The whole of it, in memory: a part of a file is none. */
    async fetch(path: string): Promise<Blob> {
      const response = await ask(path, { method: 'GET', patience: fileMs });
      if (!response.ok) throw await refused(response);
      return response.blob().catch(broken);
    },
  };
}
