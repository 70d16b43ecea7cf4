import type { Health, HealthDesk } from '../areas/settings/contract.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** Between the beginnings of two examinations: each reads the whole journal, and adds to it that it was read. */
const restMs = 60_000;

export interface ExaminationParts {
  readonly examine: () => Promise<Health>;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
}

export type ExaminationState = Omit<HealthDesk, 'schools'>;

export interface Examinations {
  /** Begins one, unless one goes on, the last began less than a minute ago, or Lantern is ending. */
  begin(): void;
  state(): ExaminationState;
  /** None begins any more, and one that goes on may fail in silence: what it looks at is being closed. */
  stop(): void;
}

/** One examination at a time in this instance, and what the last one found. Kept in memory: health is of the moment. */
export function createExaminations({ examine, clock, log }: ExaminationParts): Examinations {
  let running: { readonly since: string } | undefined;
  let begunAt: string | undefined;
  let health: Health | undefined;
  let brokeOffAt: string | undefined;
  let stopped = false;

  const restingUntil = (now: string): string | undefined => {
    if (begunAt === undefined) return undefined;
    const until = Date.parse(begunAt) + restMs;
    const left = until - Date.parse(now);
    // A clock that was set back must not lock the doctor out.
    return left > 0 && left <= restMs ? new Date(until).toISOString() : undefined;
  };

  async function run(): Promise<void> {
    try {
      health = await examine();
      brokeOffAt = undefined;
    } catch (error) {
      brokeOffAt = clock.now();
      if (!stopped) log.error('health.broke-off', { code: error instanceof Error ? error.name : 'unknown' });
    }
    running = undefined;
  }

  return {
    begin() {
      const now = clock.now();
      if (stopped || running || restingUntil(now) !== undefined) return;
      begunAt = now;
      running = { since: now };
      void run();
    },
    state() {
      const now = clock.now();
      const againAt = restingUntil(now);
      return {
        now,
        ...(health && { health }),
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
