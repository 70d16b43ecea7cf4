import type { UploadState } from '../../src/areas/files/contract.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Api } from '../api/create-api.ts';

/** Bytes in one request: small enough that a lost connection costs little, and the bar moves. */
const rangeSize = 1_048_576;
const longestWaitMs = 15_000;

export interface SendParts {
  readonly api: Pick<Api, 'beginUpload' | 'uploadState' | 'sendRange'>;
  readonly concern: string;
  readonly file: File;
  /** The same for the same choice of a file: whoever begins again goes on. */
  readonly form: string;
  readonly signal: AbortSignal;
  /** Told how far it is, and whether the connection is gone for now. */
  readonly heard: (state: UploadState, waiting: boolean) => void;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const passing = new Set(['unreachable', 'busy', 'broken', 'not-signed-in']);

/** Resolves after a while, or at once when nobody wishes to go on; also when the browser is online again. */
const rest = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    for (const [target, name] of [
      [signal, 'abort'],
      [window, 'online'],
    ] as const)
      target.addEventListener(
        name,
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
  });

/**
 * Sends a file part by part. What has arrived is safe at the server and is not sent again: after a loss it is asked how far it
 * is, as often as it takes. Ends early when the signal says so.
 * @returns the upload when all of it has arrived; undefined when it was stopped
 * @throws ApiFailure when the server will not have it
 */
export async function sendUpload(parts: SendParts): Promise<UploadState | undefined> {
  const { api, concern, file, form, signal, heard, sleep = rest } = parts;
  let state: UploadState | undefined;
  let known = false;
  let waits = 0;
  while (!signal.aborted) {
    try {
      if (!state) state = await api.beginUpload(concern, { form, name: file.name || 'picture.png', size: file.size });
      else if (!known) state = await api.uploadState(state.id);
      else {
        const to = Math.min(state.arrived + rangeSize, file.size);
        const range = `bytes ${state.arrived}-${to - 1}/${file.size}`;
        state = await api.sendRange(state.id, range, file.slice(state.arrived, to), signal);
      }
      known = true;
      waits = 0;
      heard(state, false);
      if (state.arrived === state.size) return state;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof ApiFailure) || !passing.has(error.code)) throw error;
      known = false;
      if (state) heard(state, true);
      await sleep(Math.min(1_000 * 2 ** waits++, longestWaitMs), signal);
    }
  }
  return undefined;
}
