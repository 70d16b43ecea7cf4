import type { Around } from '../../src/compose/around.ts';
import { breakages, type Breakage } from './breakages.ts';

export interface Switchable {
  readonly around: Around;
  /** Breaks what is running, and mends it when no breakage is named. */
  breakBy(breakage?: Breakage): void;
}

/** Parts round a product that can be broken and mended while it runs: one start is then enough for many gates. */
export function switchable(): Switchable {
  let broken: Around = {};
  const followers: (() => void)[] = [];
  /** What an inner part has become at the moment, seen through calls that stay the same. */
  function follow<T>(inner: T, change: (around: Around) => ((inner: T) => T) | undefined): () => T {
    let now = inner;
    followers.push(() => (now = change(broken)?.(inner) ?? inner));
    return () => now;
  }
  return {
    around: {
      store(inner) {
        const now = follow(inner, ({ store }) => store);
        return {
          answer: (key) => now().answer(key),
          record: (tenant, type, id) => now().record(tenant, type, id),
          rows: (tenant, query, values, within) => now().rows(tenant, query, values, within),
          next: (tenant, counter) => now().next(tenant, counter),
          commit: (commit) => now().commit(commit),
          journal: (entry, seen) => now().journal(entry, seen),
        };
      },
      transport(inner) {
        const now = follow(inner, ({ transport }) => transport);
        return (input, init) => now()(input, init);
      },
    },
    breakBy(breakage) {
      broken = breakage === undefined ? {} : breakages[breakage]();
      for (const notice of followers) notice();
    },
  };
}
