import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashWorld } from './crash-world.ts';
import type { ProductProcess } from './product-process.ts';

export interface Life {
  readonly product: ProductProcess;
  /** Resolves when it takes requests, or has died before. */
  readonly ready: Promise<'ready' | 'died'>;
}

/** The product, again and again: one lives, others are loaded and wait. */
export interface Lives {
  /** Where the one that lives listens; waits until one does. */
  origin(): Promise<string>;
  /** Starts the next one; the last must have ended. */
  next(): Life;
  end(): Promise<void>;
}

/** So many are loading at a time: one for each core. */
const waiting = 2;

export function livesIn(world: CrashWorld, forgets?: true): Lives {
  const load = () => world.load({ forgets });
  const loaded = Array.from({ length: waiting }, load);
  let current: ProductProcess | undefined;
  let at: string | undefined;
  return {
    async origin() {
      while (at === undefined) await sleep(2);
      return at;
    },
    next() {
      const product = loaded.shift() ?? load();
      loaded.push(load());
      current = product;
      const ready = product.start().then(
        (origin) => {
          at = origin;
          return 'ready' as const;
        },
        () => 'died' as const,
      );
      void product.ended.then(() => (at = undefined));
      return { product, ready };
    },
    async end() {
      const all = [...loaded, ...(current ? [current] : [])];
      for (const product of all) product.kill();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
