import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Around } from '../../src/compose/around.ts';
import type { Store } from '../../src/perform/store.ts';

const store = (change: (inner: Store) => Partial<Store>): Around => ({
  store: (inner) => ({ ...inner, ...change(inner) }),
});

/** Ways to break the product, each of them what somebody might do in good faith. A gate is worth something when it notices. */
export const breakages = {
  /** The act's journal row in a transaction of its own. */
  'second-commit': () =>
    store((inner) => ({
      async commit(commit) {
        const outcome = await inner.commit(commit);
        await inner.journal(commit.entry);
        return outcome;
      },
    })),

  /** The receipt goes out before anything is durable. */
  'receipt-before-commit': () =>
    store((inner) => ({
      async commit(commit) {
        // The demonstration is made first, by acts that tell nobody; a report tells somebody.
        if (commit.effects.length === 0) return inner.commit(commit);
        setImmediate(() => void inner.commit(commit));
        return { kind: 'committed' };
      },
    })),

  /** "Just to be sure": each row is looked for again after it was written. */
  'look-after-filing': (): Around => ({
    transport: (inner) => async (input, init) => {
      const answer = await inner(input, init);
      const key = /"RequestKey":"(\w+)"/.exec(typeof init?.body === 'string' ? init.body : '')?.[1];
      if (init?.method === 'POST' && key !== undefined && typeof input === 'string') {
        await inner(`${input}?$filter=fields/RequestKey eq '${key}'`, { headers: init.headers ?? {} });
      }
      return answer;
    },
  }),

  /** A look at a concern asks SharePoint for its row. */
  'look-in-sharepoint': (): Around => {
    let ask: (() => Promise<unknown>) | undefined;
    return {
      transport: (inner) => (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (url.startsWith('https://graph.microsoft.com/')) {
          ask = () => inner('https://graph.microsoft.com/v1.0/sites/root', { headers: init?.headers ?? {} });
        }
        return inner(input, init);
      },
      store: (inner) => ({
        ...inner,
        async rows(tenant, query, values, within) {
          if (within?.about === 'concern') await ask?.();
          return inner.rows(tenant, query, values, within);
        },
      }),
    };
  },

  /** Something slow stands between the press and its receipt. */
  'slow-commit': () =>
    store((inner) => ({
      async commit(commit) {
        await sleep(600);
        return inner.commit(commit);
      },
    })),

  /** Every look asks its question several times and hashes what it finds. */
  'costly-list': () =>
    store((inner) => ({
      async rows(tenant, query, values, within) {
        for (let again = 0; within && again < 16; again++) {
          const rows = await inner.rows(tenant, query, values, within);
          createHash('sha256').update(JSON.stringify(rows)).digest('hex');
        }
        return inner.rows(tenant, query, values, within);
      },
    })),

  /** Each look's row is made into text and hashed many times over, as if every record that was shown had a row of its own. */
  'costly-journal': () =>
    store((inner) => ({
      async journal(entry, seen) {
        for (let again = 0; again < 600; again++) createHash('sha256').update(JSON.stringify(entry)).digest('hex');
        return inner.journal(entry, seen);
      },
    })),

  /** Looks leave no row in the journal: quick, and nobody can say who saw what. */
  'no-journal': () => store(() => ({ journal: async () => undefined })),

  /** One look in a hundred leaves no row. */
  'leaky-journal': () => {
    let looks = 0;
    return store((inner) => ({
      journal: (entry) => (++looks % 100 === 0 ? Promise.resolve() : inner.journal(entry)),
    }));
  },

  /** The answer does not wait for its row in the journal. */
  'journal-later': () =>
    store((inner) => ({
      async journal(entry) {
        setTimeout(() => void inner.journal(entry), 50);
      },
    })),
} as const satisfies Readonly<Record<string, () => Around>>;

export type Breakage = keyof typeof breakages;

export const isBreakage = (name: string): name is Breakage => Object.hasOwn(breakages, name);
