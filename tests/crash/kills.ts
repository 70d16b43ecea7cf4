import { setTimeout as sleep } from 'node:timers/promises';
import type { Life } from './lives.ts';
import type { WatchedTenant } from './watched-tenant.ts';

/** How a life ends. Each resolves when the blow is dealt, or is certain to fall by itself. */
export type Kill = (life: Life, tenant: WatchedTenant, chance: () => number) => Promise<void>;

/** Long enough for a few acts; short of what the next process takes to load. */
const soonMs = 400;
/** A killing that waits for a moment which does not come falls after this. */
const atLastMs = 1_500;

const sometime = (chance: () => number, most = soonMs) => sleep(chance() * most);

/** Waits for the end; strikes itself when it does not come. */
async function orAtLast({ product }: Life): Promise<void> {
  const patience = new AbortController();
  const late = sleep(atLastMs, 'late', { signal: patience.signal }).catch(() => 'ended');
  if ((await Promise.race([product.ended, late])) === 'late') product.kill();
  patience.abort();
}

const atCommit =
  (moment: 'before-commit' | 'after-commit'): Kill =>
  async (life, _tenant, chance) => {
    await life.ready;
    await sometime(chance);
    life.product.dieAt(moment);
    await orAtLast(life);
  };

/** Every way in which the product is killed. */
export const kills = {
  /** While it opens the store, before it takes requests, or just then. */
  'while it starts': async ({ product }, _tenant, chance) => {
    await sometime(chance, 200);
    product.kill();
  },

  'at some moment': async ({ product, ready }, _tenant, chance) => {
    await ready;
    await sometime(chance);
    product.kill();
  },

  /** An act is decided and nothing is written. */
  'before COMMIT': atCommit('before-commit'),

  /** The act is safe, and whoever did it does not hear so. */
  'between COMMIT and the answer': atCommit('after-commit'),

  /** SharePoint holds the act, and no answer has left it. */
  'when SharePoint has written, before its answer': async (life, tenant, chance) => {
    await life.ready;
    await sometime(chance);
    tenant.onNextWrite(() => life.product.kill());
    await orAtLast(life);
  },

  /** SharePoint's answer lies in the product's own socket, and the store does not know. */
  'when SharePoint has answered, before the store knows': async (life, tenant, chance) => {
    await life.ready;
    await sometime(chance);
    tenant.onNextWrite((answer) => {
      life.product.freeze();
      answer.handedOver(() => life.product.kill());
    });
    await orAtLast(life);
  },

  /** It was asked to end and is bringing its log into the file. */
  'while it stops': async ({ product, ready }, _tenant, chance) => {
    await ready;
    await sometime(chance);
    product.askToStop();
    await sometime(chance, 60);
    product.kill();
  },
} as const satisfies Readonly<Record<string, Kill>>;

export type KillName = keyof typeof kills;
export const killNames = Object.keys(kills) as readonly KillName[];
