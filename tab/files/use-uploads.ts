import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { useApi } from '../api/api-context.ts';
import { formKey } from '../api/form-key.ts';
import { sendUpload } from './send-upload.ts';

/** A file on its way. `waiting`: the connection is gone, and it goes on by itself. */
export interface Upload {
  /** Of the choice of this file, and the upload's form key. */
  readonly key: string;
  readonly file: File;
  /** The upload's id, once the server knows it. */
  readonly id?: string;
  readonly arrived: number;
  readonly stage: 'sending' | 'waiting' | 'paused' | 'arrived' | 'refused';
  /** Why it was refused. */
  readonly message?: string;
}

export interface Uploads {
  readonly all: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  readonly pause: (key: string) => void;
  readonly resume: (key: string) => void;
  /** Takes it off; what has arrived is given up. */
  readonly drop: (key: string) => void;
  /** It has become a document. */
  readonly done: (key: string) => void;
}

/** The files that a person adds to a concern: several at once, each by itself. They end with the page. */
export function useUploads(concern: string): Uploads {
  const api = useApi();
  const [all, setAll] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = (key: string, over: Partial<Upload>) =>
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...over } : one)));
  const forget = (key: string) => {
    stops.current.get(key)?.abort();
    setAll((before) => before.filter((one) => one.key !== key));
  };

  const send = async (key: string, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { stage: 'sending' });
    try {
      const end = await sendUpload({
        ...{ api, concern, file, form: key, signal: stop.signal },
        heard: ({ id, arrived }, waiting) => change(key, { id, arrived, stage: waiting ? 'waiting' : 'sending' }),
      });
      if (end) change(key, { stage: 'arrived' });
    } catch (error) {
      const message = error instanceof ApiFailure ? error.message : 'This file could not be read. Choose it again.';
      change(key, { stage: 'refused', message });
    }
  };

  return {
    all,
    add(files) {
      const chosen = files.map((file): Upload => ({ key: formKey(), file, arrived: 0, stage: 'sending' }));
      setAll((before) => [...before, ...chosen]);
      for (const { key, file } of chosen) void send(key, file);
    },
    pause(key) {
      stops.current.get(key)?.abort();
      change(key, { stage: 'paused' });
    },
    resume(key) {
      const upload = all.find((one) => one.key === key);
      if (upload) void send(key, upload.file);
    },
    drop(key) {
      const id = all.find((one) => one.key === key)?.id;
      forget(key);
      // What is not given up now goes by itself after a day.
      if (id !== undefined) void api.discardUpload(id).catch(() => undefined);
    },
    done: forget,
  };
}
