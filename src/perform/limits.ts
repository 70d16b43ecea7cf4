import type { AuditVerb, Identity } from '../access/types.ts';
import type { Rules } from '../access/rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Read } from './read.ts';
import type { Perform } from './perform.ts';
import { tooMany } from './problem.ts';

export type Kind = 'reads' | 'searches' | 'exports';

/** How many looks of a kind at once, and how many a minute after that: by one person, and by a whole tenant. */
export interface Limit {
  readonly person: { readonly burst: number; readonly aMinute: number };
  readonly tenant: { readonly burst: number; readonly aMinute: number };
}

/** Far above what a person's day needs, far below what would empty a school's records. */
export const limits: Readonly<Record<Kind, Limit>> = {
  reads: { person: { burst: 600, aMinute: 300 }, tenant: { burst: 20_000, aMinute: 20_000 } },
  searches: { person: { burst: 120, aMinute: 60 }, tenant: { burst: 3_000, aMinute: 3_000 } },
  exports: { person: { burst: 20, aMinute: 5 }, tenant: { burst: 200, aMinute: 60 } },
};
/** The door for people outside: how often a code may be typed from one address (`person`), and from everywhere. Far above what reading takes. */
export const limitOutside: Limit = { person: { burst: 10, aMinute: 6 }, tenant: { burst: 60, aMinute: 60 } };
/** About a child or about an adult: what is said of many tells nobody which. */
const reports: readonly string[] = ['report-concern', 'report-staff-concern'];
/** Reports of one person in an hour after which somebody should look. None is refused or made to wait. */
const manyReports = 20;
/** Different records that one person opens in an hour after which somebody should look. */
const manyRecords = 200;
const hour = 3_600_000;

const kindOf = (audit: AuditVerb): Kind =>
  audit === 'search'
    ? 'searches'
    : audit === 'export' || audit === 'print' || audit === 'transfer'
      ? 'exports'
      : 'reads';

export interface LimitParts {
  readonly rules: Rules;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
  /** Told of what should be looked at, for whoever counts. */
  readonly flagged?: (what: 'limited' | 'many-reports' | 'many-records') => void;
  readonly table?: Readonly<Record<Kind, Limit>>;
}

/** Counts how much is left to each, by any key; what was used longest ago is forgotten first. */
export function createBuckets(clock: Clock) {
  const buckets = new Map<string, { left: number; at: number }>();
  /** Seconds to wait; 0 where one may go on. */
  return (key: string, { burst, aMinute }: Limit['person']): number => {
    const at = Date.parse(clock.now());
    const before = buckets.get(key) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) / 60_000) * aMinute);
    const wait = left >= 1 ? 0 : Math.ceil(((1 - left) / aMinute) * 60);
    buckets.delete(key);
    buckets.set(key, { left: wait === 0 ? left - 1 : left, at });
    const [oldest] = buckets.size > 10_000 ? buckets.keys() : [];
    if (oldest !== undefined) buckets.delete(oldest);
    return wait;
  };
}

/** Puts limits round the way to look. The way in has none: a report is flagged, and taken. */
export function createLimits({ rules, clock, log, flagged = () => undefined, table = limits }: LimitParts) {
  const seen = new Map<string, { since: number; readonly ids: Set<string>; said: boolean }>();
  const now = () => Date.parse(clock.now());
  const take = createBuckets(clock);

  /** Says once an hour that somebody has reached so many different ones. */
  function watch(what: 'many-reports' | 'many-records', who: Identity, ids: readonly string[], most: number): void {
    const key = `${what} ${who.tenant} ${who.person}`;
    const at = now();
    const known = seen.get(key);
    const window = known && at - known.since < hour ? known : { since: at, ids: new Set<string>(), said: false };
    seen.delete(key);
    seen.set(key, window);
    const [oldest] = seen.size > 10_000 ? seen.keys() : [];
    if (oldest !== undefined) seen.delete(oldest);
    for (const id of ids) if (window.ids.size <= most) window.ids.add(id);
    if (window.ids.size <= most || window.said) return;
    window.said = true;
    log.security(`limits.${what}`, { tenant: who.tenant, person: who.person, most });
    flagged(what);
  }

  return {
    read:
      (read: Read): Read =>
      async (view, identity, params) => {
        const kind = kindOf(rules(view.verb).audit);
        const { person, tenant } = table[kind];
        const wait =
          take(`${kind} ${identity.tenant} ${identity.person}`, person) || take(`${kind} ${identity.tenant}`, tenant);
        if (wait > 0) {
          log.security('limits.refused', { tenant: identity.tenant, person: identity.person, kind, wait });
          flagged('limited');
          return tooMany(wait);
        }
        const shown = await read(view, identity, params);
        if (shown.ok && view.shape === 'one' && typeof (params as { readonly id?: unknown }).id === 'string')
          watch('many-records', identity, [(params as { readonly id: string }).id], manyRecords);
        return shown;
      },
    perform:
      (perform: Perform): Perform =>
      (useCase, identity, input, form) => {
        if (reports.includes(useCase.verb)) watch('many-reports', identity, [form], manyReports);
        return perform(useCase, identity, input, form);
      },
  };
}
