import type { Clock } from '../ports/clock.ts';

const SECOND = 1_000;
/** Microsoft asks for a refresh of signing keys at least once a day (identity-platform/signing-key-rollover). */
const LONGEST_USE = 24 * 60 * 60 * SECOND;
/** Between two fetches: made-up key ids must not hammer Microsoft. Without any keys nobody gets in, so try sooner. */
const COOL_DOWN = { holding: 60 * SECOND, empty: 5 * SECOND };

/** A document that is fetched when somebody needs it. */
export interface Refreshed<T> {
  /** The document, fetched anew when it is missing, a day old, or does not serve. Undefined where none could ever be had. Never rejects. */
  find(serves: (held: T) => boolean): Promise<T | undefined>;
  /** What is held already; never fetches. */
  held(): T | undefined;
}

/**
 * One fetch at a time, none sooner than the cool-down allows; what is held stays in use when a fetch fails.
 * @param fetch rejects where there is no good document
 * @param failed told of each fetch that failed, and whether an older document is held
 */
export function createRefreshed<T>(
  fetch: () => Promise<T>,
  clock: Clock,
  failed: (error: unknown, holding: boolean) => void,
): Refreshed<T> {
  let kept: { readonly document: T; readonly fetchedAt: number } | undefined;
  let triedAt = -Infinity;
  let running: Promise<void> | undefined;
  const now = () => Date.parse(clock.now());

  async function refresh(): Promise<void> {
    triedAt = now();
    try {
      kept = { document: await fetch(), fetchedAt: now() };
    } catch (error) {
      failed(error, kept !== undefined);
    }
  }

  const coolingDown = () => now() - triedAt < (kept ? COOL_DOWN.holding : COOL_DOWN.empty);

  return {
    async find(serves) {
      const good = kept && serves(kept.document) && now() - kept.fetchedAt < LONGEST_USE;
      if (!good && (running !== undefined || !coolingDown())) {
        running ??= refresh().finally(() => (running = undefined));
        await running;
      }
      return kept?.document;
    },
    held: () => kept?.document,
  };
}
