import type { Log } from '../ports/log.ts';
import type { Telemetry } from '../ports/telemetry.ts';

export interface Loop {
  start(): void;
  /** Runs again soon. Not at once: whoever waits for an answer gets it before the disk is asked for more. */
  wake(): void;
  /** Lets a run that is under way come to its end, then runs no more. */
  stop(): Promise<void>;
}

const wakeMs = 50;

/**
 * Runs a job again and again: after `everyMs`, soon after a wake, and at once while it reports work done.
 * A run that throws is logged by its name and tried again at the next turn.
 */
export function createLoop(
  name: string,
  everyMs: number,
  run: () => Promise<number>,
  log: Log,
  telemetry?: Pick<Telemetry, 'after'>,
): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = true;
  let woken = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(turn, ms);
  };
  const turn = () => {
    woken = false;
    const began = performance.now();
    running = run()
      .then(
        (done) => {
          // A turn that found nothing to do is no news.
          if (done > 0) telemetry?.after('turn', { job: name }, performance.now() - began);
          return done;
        },
        (error: unknown) => {
          log.error('job.failed', { job: name, code: error instanceof Error ? error.name : 'unknown' });
          telemetry?.after('turn', { job: name }, performance.now() - began, 'failed');
          return 0;
        },
      )
      .then((done) => {
        running = undefined;
        if (!stopped) plan(done > 0 || woken ? wakeMs : everyMs);
      });
  };

  return {
    start() {
      stopped = false;
      plan(0);
    },
    wake() {
      woken = true;
      if (!running && !stopped) plan(wakeMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
