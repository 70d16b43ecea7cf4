import type { Identity } from '../access/types.ts';
import type { HeldRoster } from '../areas/people/contract.ts';
import type { ReadyRoster } from './ready-roster.ts';

export interface Held extends HeldRoster {
  readonly roster: ReadyRoster;
  /** So many would leave, which has to be confirmed. */
  readonly leaving?: number;
}

export interface HeldRosters {
  put(identity: Identity, held: Held): void;
  /** What this person looked at, by its id or at all; nobody else's, ever. */
  find(identity: Identity, id?: string): Held | undefined;
  drop(identity: Identity, id: string): void;
  clear(): void;
}

export interface HeldSettings {
  /** How long one is kept after it was last looked at. */
  readonly lifetimeMs?: number;
  /** How many are kept at all; the oldest goes first. */
  readonly most?: number;
}

/** Rosters that people have looked at and not imported: in memory only, one for each person, for half an hour. */
export function createHeldRosters({ lifetimeMs = 30 * 60_000, most = 8 }: HeldSettings = {}): HeldRosters {
  const kept = new Map<string, { readonly held: Held; readonly timer: NodeJS.Timeout }>();
  const keyOf = ({ tenant, person }: Identity) => `${tenant} ${person}`;
  const forget = (key: string) => {
    clearTimeout(kept.get(key)?.timer);
    kept.delete(key);
  };
  return {
    put(identity, held) {
      const key = keyOf(identity);
      forget(key);
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most + 1))) forget(oldest);
      const timer = setTimeout(() => forget(key), lifetimeMs);
      timer.unref();
      kept.set(key, { held, timer });
    },
    find(identity, id) {
      const found = kept.get(keyOf(identity))?.held;
      return id === undefined || found?.held === id ? found : undefined;
    },
    drop(identity, id) {
      const key = keyOf(identity);
      if (kept.get(key)?.held.held === id) forget(key);
    },
    clear: () => [...kept.keys()].forEach(forget),
  };
}
