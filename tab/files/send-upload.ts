import type { UploadState } from '../../src/areas/files/contract.ts';
import { ApiFailure, type FailureCode } from '../api/api-failure.ts';
import type { Api } from '../api/create-api.ts';
import { beginningDigest } from './beginning-digest.ts';

/** Bytes in one request: small enough that a lost connection costs little, and the bar moves. */
const rangeSize = 1_048_576;
const longestWaitMs = 15_000;
/** Characters of a name that the server takes. Its ending says what the file is. */
const longestName = 400;

export interface Progress {
  /** Absent until the server has answered once. */
  readonly state?: UploadState;
  /** Why it does not go on just now; it will by itself. */
  readonly waitsFor?: FailureCode;
}

export interface SendParts {
  readonly api: Pick<Api, 'beginUpload' | 'uploadState' | 'sendRange' | 'goOnUpload'>;
  readonly concern: string;
  readonly file: File;
  /** The same for the same choice of a file: whoever begins again goes on. */
  readonly form: string;
  /** An upload that was begun before this page was opened: goes on once its beginning has proved to be this file’s. */
  readonly unfinished?: UploadState;
  readonly signal: AbortSignal;
  readonly heard: (progress: Progress) => void;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const passing = new Set<FailureCode>(['unreachable', 'busy', 'broken', 'not-signed-in', 'changed-meanwhile']);

/** Resolves after a while, or at once when nobody wishes to go on; also when the browser is online again. */
const rest = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { signal: over.signal });
    window.addEventListener('online', end, { signal: over.signal });
  });

const nameOf = ({ name }: File) => (name === '' ? 'picture.png' : name.slice(-longestName));

/**
 * Sends a file part by part. What has arrived is safe at the server and is not sent again: after a loss it is asked how far it
 * is, as often as it takes. Ends early when the signal says so.
 * @returns the upload when all of it has arrived; undefined when it was stopped
 * @throws ApiFailure when the server will not have it
 * @throws DOMException when the file cannot be read
 */
export async function sendUpload(parts: SendParts): Promise<UploadState | undefined> {
  const { api, concern, file, form, unfinished, signal, heard, sleep = rest } = parts;
  let state = unfinished;
  let proved = unfinished === undefined;
  let known = false;
  let waits = 0;

  async function prove({ id }: UploadState): Promise<UploadState> {
    const { arrived: upto } = await api.uploadState(id);
    return api.goOnUpload(id, { upto, beginning: await beginningDigest(file, upto) });
  }
  async function sendPart({ id, arrived }: UploadState): Promise<UploadState> {
    const to = Math.min(arrived + rangeSize, file.size);
    // Read first: a file that is gone must not look like a connection that is gone.
    const bytes = new Blob([await file.slice(arrived, to).arrayBuffer()]);
    return api.sendRange(id, `bytes ${arrived}-${to - 1}/${file.size}`, bytes, signal);
  }

  while (!signal.aborted) {
    try {
      if (!state) state = await api.beginUpload(concern, { form, name: nameOf(file), size: file.size });
      else if (!proved) {
        state = await prove(state);
        proved = true;
      } else if (!known) state = await api.uploadState(state.id);
      else state = await sendPart(state);
      known = true;
      waits = 0;
      heard({ state });
      if (state.arrived === state.size) return state;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof ApiFailure) || !passing.has(error.code)) throw error;
      known = false;
      heard({ ...(state && { state }), waitsFor: error.code });
      await sleep(Math.min(1_000 * 2 ** waits++, longestWaitMs), signal);
    }
  }
  return undefined;
}
