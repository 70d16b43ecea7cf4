import type { UnfinishedUpload } from '../../src/areas/files/contract.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Api } from '../api/create-api.ts';
import { formKey } from '../api/form-key.ts';
import type { Picked } from './picked-files.ts';
import { planUploads } from './plan-uploads.ts';
import { sendUpload, type Progress } from './send-upload.ts';
import type { Upload } from './upload.ts';

/** More at once would only make each of them slower, and a telephone’s line is thin. */
const atOnce = 3;
const unreadable = 'This file could not be read: it was changed, moved or removed since you chose it. Choose it again.';

export interface QueueParts {
  readonly api: Api;
  readonly concern: string;
  readonly changed: (all: readonly Upload[]) => void;
  /** One that may have been begun before this page was opened has come to an end. */
  readonly settled: () => void;
}

/** Files on their way to one concern: a few at a time in the order of their choice; none holds up or stops another. */
export function createUploadQueue({ api, concern, changed, settled }: QueueParts) {
  let all: readonly Upload[] = [];
  const running = new Map<string, AbortController>();
  const find = (key: string) => all.find((one) => one.key === key);
  const set = (next: readonly Upload[]) => changed((all = next));
  /** Says something of one that is still there. */
  const change = (key: string, over: (one: Upload) => Upload) =>
    set(all.map((one) => (one.key === key ? over(one) : one)));
  /** What is not given up now goes by itself after a day. */
  const giveUp = (id: string) => void api.discardUpload(id).then(settled, settled);

  async function send({ key, file, id, resumed, arrived }: Upload, stop: AbortController): Promise<void> {
    const { signal } = stop;
    const heard = ({ state, waitsFor }: Progress) => {
      // It was taken off before the server had named it.
      if (!find(key) && state && id === undefined) giveUp(state.id);
      if (signal.aborted) return;
      const at = state && { id: state.id, arrived: state.arrived };
      change(key, ({ waitsFor: _before, ...one }) => ({
        ...one,
        ...at,
        ...(waitsFor === undefined ? { stage: 'sending' } : { stage: 'waiting', waitsFor }),
      }));
    };
    const unfinished = resumed && id !== undefined && { unfinished: { id, arrived, size: file.size } };
    change(key, (one) => ({ ...one, stage: resumed ? 'comparing' : 'sending' }));
    try {
      const end = await sendUpload({ ...{ api, concern, file, form: key, signal, heard }, ...unfinished });
      if (end && !signal.aborted) change(key, (one) => ({ ...one, stage: 'arrived' }));
    } catch (error) {
      const message = error instanceof ApiFailure ? error.message : unreadable;
      change(key, (one) => ({ ...one, stage: 'refused', message }));
    }
  }

  function fill(): void {
    const free = all.filter(({ stage }) => stage === 'queued').slice(0, Math.max(atOnce - running.size, 0));
    for (const upload of free) {
      const stop = new AbortController();
      running.set(upload.key, stop);
      void send(upload, stop).finally(() => {
        if (running.get(upload.key) === stop) running.delete(upload.key);
        fill();
      });
    }
  }
  const halt = (key: string) => {
    running.get(key)?.abort();
    running.delete(key);
  };
  const forget = (key: string) => {
    halt(key);
    set(all.filter((one) => one.key !== key));
    fill();
  };

  return {
    add(picked: readonly Picked[], unfinished: readonly UnfinishedUpload[]) {
      set([...all, ...planUploads(picked, all, unfinished, formKey)]);
      fill();
    },
    pause(key: string) {
      halt(key);
      change(key, (one) => ({ ...one, stage: 'paused' }));
      fill();
    },
    resume(key: string) {
      change(key, (one) => ({ ...one, stage: 'queued' }));
      fill();
    },
    /** Takes it off; what has arrived is given up. */
    drop(key: string) {
      const upload = find(key);
      forget(key);
      // A file that turned out to be another one leaves what was begun as it is.
      const isOther = upload?.resumed && upload.stage === 'refused';
      if (upload?.id !== undefined && !isOther) giveUp(upload.id);
    },
    /** It has become a document. */
    done(key: string) {
      forget(key);
      settled();
    },
    end() {
      for (const stop of running.values()) stop.abort();
    },
  };
}
export type UploadQueue = ReturnType<typeof createUploadQueue>;
