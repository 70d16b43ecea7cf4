import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiFailure } from './api-failure.ts';
import { formKey } from './form-key.ts';

/** What a person pressed for, under its form key. */
export interface Intent<B> {
  readonly what: string;
  readonly request: B & { readonly form: string };
}

export interface ActSettings<B, O> {
  readonly send: (request: B & { readonly form: string }) => Promise<O>;
  /** After the server has decided, for or against: fetch the truth anew. */
  readonly decided: () => Promise<void>;
  /** Where the intent is kept while no answer has come, if it must outlive the screen. */
  readonly intent?: { current: Intent<B> | undefined };
}

export interface Act<B, O> {
  /** Sends the act, unless one is on its way. */
  readonly press: (body: B) => void;
  readonly sending: boolean;
  readonly done: boolean;
  /** What the server answered when it was done. */
  readonly answer: O | undefined;
  /** Why the last press did not do it. */
  readonly failure: ApiFailure | null;
}

/**
 * An act that a person presses for. Each intent gets one form key; pressing again after no answer sends the very same
 * request, so that an act which did arrive is answered and not repeated. A decision, or another choice, begins a new intent.
 */
export function useAct<B extends object, O = unknown>({ send, decided, intent: kept }: ActSettings<B, O>): Act<B, O> {
  const own = useRef<Intent<B>>(undefined);
  const intent = kept ?? own;
  const onItsWay = useRef(false);
  const mutation = useMutation<O, ApiFailure, B>({
    mutationFn: (body) => {
      const what = JSON.stringify(body);
      if (intent.current?.what !== what) intent.current = { what, request: { ...body, form: formKey() } };
      return send(intent.current.request);
    },
    onSettled: async (_answer, failure) => {
      if (failure && !failure.decided) return;
      intent.current = undefined;
      await decided();
    },
  });
  return {
    press: (body) => {
      // The button is drawn as busy only a moment later; a double click is quicker.
      if (onItsWay.current) return;
      onItsWay.current = true;
      void mutation
        .mutateAsync(body)
        .catch(() => undefined)
        .finally(() => {
          onItsWay.current = false;
        });
    },
    sending: mutation.isPending,
    done: mutation.isSuccess,
    answer: mutation.data,
    failure: mutation.error,
  };
}
