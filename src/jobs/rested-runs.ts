import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** Between the beginnings of two runs: each reads the whole journal, and adds to it that it was read. */
const restMs = 60_000;

export interface RestedRunParts<T> {
  /** What the log calls it when it breaks off. */
  readonly name: string;
  readonly run: () => Promise<T>;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
}

/** All moments are by the machine's clock. */
export interface RestedRunState<T> {
  readonly now: string;
  /** What the last run found. */
  readonly found?: T;
  readonly running?: { readonly since: string };
  /** The last one ended without a finding. */
  readonly brokeOffAt?: string;
  /** Before then no other begins. */
  readonly againAt?: string;
}

export interface RestedRuns<T> {
  /** Begins one, unless one goes on, the last began less than a minute ago, or Lantern is ending. */
  begin(): void;
  state(): RestedRunState<T>;
  /** None begins any more, and one that goes on may fail in silence: what it looks at is being closed. */
  stop(): void;
}

/** Long work that a person asks for: one at a time in this instance, with a rest between, and what the last one found, in memory. */
export function createRestedRuns<T extends object>({ name, run, clock, log }: RestedRunParts<T>): RestedRuns<T> {
  let running: { readonly since: string } | undefined;
  let begunAt: string | undefined;
  let found: T | undefined;
  let brokeOffAt: string | undefined;
  let stopped = false;

  const restingUntil = (now: string): string | undefined => {
    if (begunAt === undefined) return undefined;
    const until = Date.parse(begunAt) + restMs;
    const left = until - Date.parse(now);
    // A clock that was set back must not lock anybody out.
    return left > 0 && left <= restMs ? new Date(until).toISOString() : undefined;
  };

  async function toItsEnd(): Promise<void> {
    try {
      found = await run();
      brokeOffAt = undefined;
    } catch (error) {
      brokeOffAt = clock.now();
      if (!stopped) log.error(`${name}.broke-off`, { code: error instanceof Error ? error.name : 'unknown' });
    }
    running = undefined;
  }

  return {
    begin() {
      const now = clock.now();
      if (stopped || running || restingUntil(now) !== undefined) return;
      begunAt = now;
      running = { since: now };
      void toItsEnd();
    },
    state() {
      const now = clock.now();
      const againAt = restingUntil(now);
      return {
        now,
        ...(found && { found }),
        ...(running && { running }),
        ...(brokeOffAt !== undefined && { brokeOffAt }),
        ...(againAt !== undefined && { againAt }),
      };
    },
    stop() {
      stopped = true;
    },
  };
}
