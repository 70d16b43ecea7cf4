import type { Clock, Instant } from '../ports/clock.ts';
import type { Budget } from '../ports/graph.ts';
import type { JournalMarks } from '../journal/journal-mark.ts';
import type { Vitals } from '../store/vitals.ts';
import type { ChainWatch } from './chain-watch.ts';
import type { Facts } from './facts.ts';

export interface FactsParts {
  readonly version: string;
  readonly tenant: string;
  /** The machine's. */
  readonly clock: Clock;
  /** The one that the journal's anchors bear. */
  readonly schoolClock: Clock;
  /** The last call to Graph. */
  readonly lastCall: () => { readonly at: Instant; readonly status: number | undefined } | undefined;
  readonly budget: Pick<Budget, 'wait'>;
  readonly vitals: () => Promise<Vitals>;
  readonly marks: Pick<JournalMarks, 'read'>;
  readonly chain: ChainWatch;
  readonly draining: () => boolean;
  readonly syncAge: () => { readonly seconds: number | undefined; readonly late: boolean };
  /** Whether Lantern makes its backups itself, and when the newest was made. */
  readonly backup: { readonly here: boolean; readonly newest: () => Instant | undefined };
  /** When the first of Lantern's certificates ends. */
  readonly certificatesEnd: () => Instant | undefined;
  readonly freeBytes: () => number | undefined;
}

/** Gathers the facts; each call asks anew. */
export function createGatherFacts(parts: FactsParts): () => Promise<Facts> {
  const { clock, schoolClock, budget, vitals, marks, chain, backup } = parts;
  const started = clock.now();

  return async () => {
    const now = Date.parse(clock.now());
    const age = (at: Instant | null | undefined) =>
      at === null || at === undefined ? null : Math.max(0, Math.floor((now - Date.parse(at)) / 1_000));
    await chain.look();
    const [waiting, mark] = await Promise.all([vitals(), marks.read(parts.tenant)]);
    const last = parts.lastCall();
    const sync = parts.syncAge();
    const [end, free] = [parts.certificatesEnd(), parts.freeBytes()];
    const anchored = mark.anchored && Date.parse(schoolClock.now()) - Date.parse(mark.anchored.at);
    return {
      version: parts.version,
      started,
      draining: parts.draining(),
      graph: {
        lastCallSeconds: age(last?.at),
        lastStatus: last?.status ?? null,
        restingSeconds: Math.ceil(budget.wait(1)),
      },
      filing: { waiting: waiting.acts, oldestSeconds: age(waiting.oldestAct), stopped: waiting.stoppedLanes },
      messages: { waiting: waiting.messages, oldestTriedSeconds: age(waiting.oldestTried) },
      sync: { seconds: sync.seconds ?? null, late: sync.late },
      journal: {
        anchoredSeconds: anchored === undefined ? null : Math.floor(anchored / 1_000),
        intact: chain.intact(),
      },
      backup: { here: backup.here, seconds: backup.here ? age(backup.newest()) : null },
      certificates: { daysLeft: end === undefined ? null : Math.floor((Date.parse(end) - now) / 86_400_000) },
      disk: { freeMegabytes: free === undefined ? null : Math.floor(free / 2 ** 20) },
    };
  };
}
