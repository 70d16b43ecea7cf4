import type { School } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Budget, Graph } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { SyncedChange, SyncedList, SyncStore } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { createBell } from './bell.ts';
import { createReadList, type ListEnd } from './read-list.ts';
import { createSites } from './sites.ts';

export interface SyncSettings {
  readonly store: SyncStore;
  readonly tenant: string;
  /** The tenant's Graph, and what it is charged to. */
  readonly graph: Graph;
  readonly budget: Budget;
  readonly types: readonly RecordType[];
  /** Names of those that rights rest on: they are read first, and a row that Lantern never wrote is told of. */
  readonly rights: readonly string[];
  /** Of these, those of which a row that Lantern never wrote is told of. */
  readonly alarming: readonly string[];
  readonly schools: readonly School[];
  /** The machine's. */
  readonly clock: Clock;
  /** What school matters run on. */
  readonly schoolClock: Clock;
  readonly log: Log;
  /** From one look to the next, in seconds. */
  readonly every: number;
  /** Sleeps between looks, for at most so many milliseconds; until it is woken when absent. */
  readonly nap?: (ms: number) => Promise<void>;
  /** Is told what was changed in the projection. */
  readonly changed?: (list: SyncedList, changes: readonly SyncedChange[]) => void;
}

/** How old the projection's knowledge of SharePoint is. */
export interface SyncAge {
  /** Seconds since every list was last read to its end; undefined while that has not happened since the start. */
  readonly seconds: number | undefined;
  /** It has not been possible for more than three intervals. */
  readonly late: boolean;
}

export interface Sync {
  /** Reads every list once. */
  runOnce(): Promise<void>;
  /** Works by itself until `stop`. */
  start(): void;
  /** Ends what is under way after its page. */
  stop(): Promise<void>;
  /** Something may have changed: look at once. */
  wake(): void;
  age(): SyncAge;
}

const listsAtOnce = 4;
/** Units that are left for filing: a look takes few, going through all rows may take all there is. */
const leftForFiling = { look: 40, anew: 600 } as const;
const leastMs = 1_000;
const intervalsUntilLate = 3;

/**
 * The worker that watches the lists in SharePoint: what somebody changes there is in the projection within an interval. Polling is
 * the truth; whatever else says that something has changed only wakes it.
 */
export function createSync(settings: SyncSettings): Sync {
  const { tenant, types, rights, schools, budget, clock, log, every, changed = () => undefined } = settings;
  const sites = createSites(settings);
  const bell = createBell();
  const { nap = bell.wait } = settings;
  const now = () => Date.parse(clock.now());
  const isRight = (type: RecordType) => rights.includes(type.name);
  const ordered = [...types.filter(isRight), ...types.filter((type) => !isRight(type))];
  const lists = ordered.flatMap((type) =>
    schools.map(({ id }) => ({ type, list: { tenant, school: id, record: type.name } })),
  );
  const readAt = new Map<SyncedList, number>();
  const failing = new Map<SyncedList, string>();
  let since = now();
  let stopping = false;
  let looping: Promise<void> | undefined;

  function bar(units: number, anew: boolean): ListEnd | undefined {
    if (stopping) return { kind: 'waiting', seconds: 0 };
    const seconds = budget.wait(units + (anew ? leftForFiling.anew : leftForFiling.look));
    return seconds > 0 ? { kind: 'waiting', seconds } : undefined;
  }
  const readList = createReadList({ ...settings, sites, bar, changed, alarming: new Set(settings.alarming) });

  function note(list: SyncedList, end: ListEnd, at: number): void {
    const { school, record } = list;
    if (end.kind === 'current') readAt.set(list, at);
    const code = end.kind === 'failed' ? end.code : undefined;
    if (end.kind === 'waiting' || code === failing.get(list)) return;
    if (code === undefined) {
      failing.delete(list);
      log.info('sync.goes-on', { school, record });
    } else {
      failing.set(list, code);
      log.warn('sync.failed', { school, record, code });
    }
  }

  /** @returns seconds after which what could not be asked now may be asked */
  async function round(): Promise<number> {
    let wait = 0;
    const waiting = [...lists];
    async function work(): Promise<void> {
      for (let next = waiting.shift(); next && !stopping; next = waiting.shift()) {
        const at = now();
        const end = await readList(next.type, next.list);
        if (end.kind === 'waiting') wait = Math.max(wait, end.seconds);
        note(next.list, end, at);
      }
    }
    await Promise.all(Array.from({ length: listsAtOnce }, work));
    return wait;
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const began = now();
      const wait = await round();
      const rest = began + every * 1_000 - now();
      const pause = wait > 0 ? Math.min(rest, wait * 1_000) : rest;
      if (!stopping) await nap(Math.max(pause, leastMs));
    }
  }

  return {
    runOnce: async () => void (await round()),
    start() {
      if (looping) return;
      stopping = false;
      since = now();
      looping = loop();
    },
    async stop() {
      stopping = true;
      bell.ring();
      await looping;
      looping = undefined;
    },
    wake: () => bell.ring(),
    age() {
      const oldest = Math.min(...lists.map(({ list }) => readAt.get(list) ?? -Infinity));
      const known = Number.isFinite(oldest);
      const seconds = Math.max(0, Math.floor((now() - (known ? oldest : since)) / 1_000));
      return { seconds: known ? seconds : undefined, late: seconds > every * intervalsUntilLate };
    },
  };
}
