import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Store } from '../../src/perform/store.ts';
import type { Graph, GraphRequest } from '../../src/ports/graph.ts';
import type { MessageQueue } from '../../src/ports/outbox.ts';
import type { SyncStore } from '../../src/ports/sync.ts';
import type { FilingBreakage } from '../bench/filing-breakages.ts';
import type { Rule } from './check-history.ts';

/** A mistake somebody could make in good faith, made from outside, round a part of the product. */
export interface Bug {
  /** The rule that must notice it. */
  readonly breaks: Rule;
  readonly filing?: FilingBreakage;
  readonly store?: (store: Store) => Store;
  readonly graph?: (graph: Graph) => Graph;
  readonly messages?: (queue: MessageQueue) => MessageQueue;
  readonly sync?: (store: SyncStore) => SyncStore;
  /** Nobody has anybody told of filing that stopped. */
  readonly untold?: true;
  /** The schools share one connection to SharePoint. */
  readonly crossed?: true;
  /** Done to the file when all is over. */
  readonly sabotage?: (sqlite: SQLite.Database) => void;
}

const writing =
  (change: (fields: Readonly<Record<string, unknown>>) => object) =>
  (graph: Graph): Graph => ({
    call: (request: GraphRequest) => {
      const { fields } = (request.body ?? {}) as { fields?: Readonly<Record<string, unknown>> };
      return graph.call(fields ? { ...request, body: { fields: change(fields) } } : request);
    },
  });

export const plantedBugs = {
  /** What could not be filed is taken off the queue. */
  'gives up': { breaks: 'effect', filing: 'gives-up' },
  /** No answer is a good answer. */
  'takes silence for success': { breaks: 'effect', filing: 'takes-silence-for-success' },
  /** Each attempt at a row gets a key of its own. */
  'a key for each attempt': { breaks: 'effect', filing: 'key-for-each-attempt' },
  /** "The inbox only grows": forms are not remembered. */
  'forgets forms': {
    breaks: 'effect',
    store: (store) => ({
      ...store,
      answer: async () => undefined,
      commit: ({ key, ...commit }) => store.commit({ ...commit, key: { ...key, form: commit.act } }),
    }),
  },
  /** More lanes are faster: each act in its own. */
  'a lane for each act': {
    breaks: 'order',
    store: (store) => ({ ...store, commit: (commit) => store.commit({ ...commit, lane: commit.act }) }),
  },
  /** The refused lane waits as it was asked to, the others go on. */
  'does not hear Retry-After': { breaks: 'retry-after', filing: 'deaf-budget' },
  /** A ceiling read from the wrong line of Microsoft's table. */
  'a greedy budget': { breaks: 'ceiling', filing: 'greedy-budget' },
  /** A column that was left out when rows are made. */
  'forgets a column': {
    breaks: 'effect',
    graph: writing(({ TakenByName: _left, ...fields }) => fields),
  },
  /** The cursor goes on, whatever became of the rows. */
  'reads on without its rows': {
    breaks: 'projection',
    sync: (store) => ({ ...store, apply: (page, judge) => store.apply({ ...page, rows: page.rows.slice(1) }, judge) }),
  },
  /** Acts are written down twice: before, to be sure, and with the commit. */
  'journals twice': {
    breaks: 'journal',
    store: (store) => ({
      ...store,
      async commit(commit) {
        await store.journal(commit.entry);
        return store.commit(commit);
      },
    }),
  },
  /** Somebody tidies the journal up. */
  'a journal that is mended': {
    breaks: 'chain',
    sabotage: (sqlite) => void sqlite.exec(`update journal set actor = 'somebody' where n = 3`),
  },
  /** One Graph for all: whoever came last wins. */
  'crossed tenants': { breaks: 'tenant', crossed: true },
  /** A message that failed once is taken off. */
  'drops messages': {
    breaks: 'told',
    messages: (queue) => ({ ...queue, postpone: (task) => queue.settle(task) }),
  },
  /** The lane stops, and that is all. */
  'stops in silence': { breaks: 'stopped-told', untold: true },
  /** A failure counts until nobody looks any more. */
  'stops trying': {
    breaks: 'drained',
    graph: (graph) => {
      let calls = 0;
      return {
        call: (request) =>
          ++calls > 12 ? Promise.resolve({ status: 401, headers: {}, body: undefined }) : graph.call(request),
      };
    },
  },
} as const satisfies Readonly<Record<string, Bug>>;

export type BugName = keyof typeof plantedBugs;
