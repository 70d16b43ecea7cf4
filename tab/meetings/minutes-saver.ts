import * as Y from 'yjs';
import { ApiFailure } from '../api/api-failure.ts';
import { closing } from '../api/closing.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** Why what was typed is not saved yet, where it is sent again by itself: no answer, nobody signed in, or Lantern could not just now. */
export type Waiting = 'unreachable' | 'signed-out' | 'busy';

/** How it stands with what was typed. */
export type SavingState =
  | { readonly kind: 'saved' | 'typing' | 'saving' | Waiting }
  /** Lantern has decided against it; trying again would not help while things are as they are. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** Whether it is not saved, and typing on does not by itself save it. */
export const isHeldUp = ({ kind }: SavingState): boolean =>
  kind === 'unreachable' || kind === 'signed-out' || kind === 'busy' || kind === 'refused';

const waitingFor = (code: string | undefined): Waiting =>
  code === undefined || code === 'unreachable' ? 'unreachable' : code === 'not-signed-in' ? 'signed-out' : 'busy';

export interface SaverSettings {
  readonly document: Y.Doc;
  /** Sends an update. Throws ApiFailure and nothing else. */
  readonly send: (update: string) => Promise<unknown>;
}

/** Origin of what came from Lantern. */
const received = Symbol('received');

/** Typing is saved when it rests, and while it goes on. */
const restMs = 2_000;
const longestMs = 10_000;
const firstWaitMs = 2_000;
const longestWaitMs = 15_000;

/** Takes together what two sides are known to have. */
function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const clocks = Y.decodeStateVector(one);
  for (const [client, clock] of Y.decodeStateVector(other))
    clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  return Y.encodeStateVector(clocks);
}

/**
 * Saves what is typed into a document: one request at a time, each with all that Lantern has not confirmed. Without an answer the
 * next one holds it again, so nothing is lost and nothing doubled. It goes on after the screen is left, until all is saved.
 */
export function createMinutesSaver({ document, send }: SaverSettings) {
  let confirmed: Uint8Array = Y.encodeStateVector(new Map());
  let state: SavingState = { kind: 'saved' };
  let [typed, kept, saves] = [0, 0, 0];
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [sending, behind] = [false, false];
  let waitMs = firstWaitMs;
  const listeners = new Set<() => void>();

  function tell(next: SavingState): void {
    if (next.kind === state.kind) return;
    state = next;
    for (const listener of listeners) listener();
  }
  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (sending || kept === typed || state.kind === 'refused') return;
    sending = true;
    since = undefined;
    const upto = typed;
    const held = Y.encodeStateVector(document);
    if (!isHeldUp(state)) tell({ kind: 'saving' });
    try {
      await send(toBase64(Y.encodeStateAsUpdate(document, confirmed)));
      confirmed = joined(confirmed, held);
      kept = upto;
      waitMs = firstWaitMs;
      sending = false;
      saves++;
      tell({ kind: kept === typed ? 'saved' : 'typing' });
      if (kept < typed) later(restMs);
    } catch (error) {
      sending = false;
      failed(error);
    }
  }

  function failed(error: unknown): void {
    const failure = error instanceof ApiFailure ? error : undefined;
    if (failure?.code === 'changed-meanwhile' && Y.decodeStateVector(confirmed).size > 0) {
      // It rests on something that Lantern does not have: then all of it is sent.
      confirmed = Y.encodeStateVector(new Map());
      later(0);
    } else if (failure?.decided && failure.code !== 'changed-meanwhile') {
      tell({ kind: 'refused', code: failure.code, message: failure.message });
    } else {
      tell({ kind: waitingFor(failure?.code) });
      later(waitMs);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    }
  }

  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === received) return;
    typed++;
    if (sending || isHeldUp(state)) return;
    tell({ kind: 'typing' });
    since ??= Date.now();
    later(Math.max(0, Math.min(restMs, since + longestMs - Date.now())));
  });

  return {
    state: () => state,
    /** How often something was saved. */
    saves: () => saves,
    /** Whether something was typed that Lantern has not confirmed. */
    isUnsaved: () => kept < typed,
    /** Saves without waiting for typing to rest. */
    save,
    /** Saves until all is saved. @returns whether it is; not while Lantern cannot be reached, or refuses it */
    settle(): Promise<boolean> {
      return new Promise((resolve) => {
        const look = () => {
          if (kept === typed || isHeldUp(state)) {
            listeners.delete(look);
            resolve(kept === typed);
          } else void save();
        };
        listeners.add(look);
        look();
      });
    },
    /** The person may write here, as Lantern has just said: what was held up is sent at once, also where it was refused to them before. */
    again(): void {
      if (!isHeldUp(state)) return;
      if (state.kind === 'refused') {
        if (!closing.has(state.code)) return;
        tell({ kind: 'typing' });
      }
      void save();
    },
    /** Gives up what was refused: it has been copied, or is not wanted. */
    giveUp(): void {
      kept = typed;
      tell({ kind: 'saved' });
    },
    /** Whether what Lantern has could not be read, and so what others wrote is missing. */
    isBehind: () => behind,
    /** Takes in what Lantern has. @param draft base64 of the whole draft; empty where there is none */
    receive(draft: string): void {
      if (draft === '') return;
      const before = behind;
      try {
        const bytes = fromBase64(draft);
        // Reads all of it before anything is laid into the document.
        const holds = Y.encodeStateVectorFromUpdate(bytes);
        Y.applyUpdate(document, bytes, received);
        confirmed = joined(confirmed, holds);
        behind = false;
      } catch {
        behind = true;
      }
      if (behind !== before) for (const listener of listeners) listener();
    },
    /** @returns a function that ends it */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type MinutesSaver = ReturnType<typeof createMinutesSaver>;
