import { recordTypes } from '../../src/areas/areas.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { demo } from '../../src/local/cast.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import type { Graph, GraphAnswer } from '../../src/ports/graph.ts';
import type { SyncCursor, SyncedList, SyncStore } from '../../src/ports/sync.ts';
import { createSync } from '../../src/sharepoint/sync.ts';
import { handSetClock, type HandSetClock } from '../support/hand-set-clock.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { school } from '../support/sharepoint-tenant.ts';
import type { Figure, Measured } from './figure.ts';
import { quantile } from './statistics.ts';

/** The worker sleeps a fifth longer. */
export type SyncBreakage = 'oversleeps';

const every = 60;
const callSeconds = 1 / 3;
const edits = 600;
const graphOrigin = 'https://graph.microsoft.com/v1.0';

/** The projection's side: when each edit came in, and the cursors. */
function notingStore(came: (item: number) => void): SyncStore {
  const cursors = new Map<string, SyncCursor>();
  const keyOf = ({ school: of, record }: SyncedList) => `${of}/${record}`;
  return {
    cursor: async (list) => cursors.get(keyOf(list)),
    async apply({ list, from, next, rows }) {
      if (cursors.get(keyOf(list))?.link !== from) return undefined;
      cursors.set(keyOf(list), next);
      for (const { itemId } of rows) came(Number(itemId));
      return [];
    },
    toRead: async () => [],
    untold: async () => [],
    attribute: async () => undefined,
    told: async () => undefined,
  };
}

/** SharePoint's side: a list's edits so far, each call taking a third of a second. */
function editedSharePoint(clock: HandSetClock, madeUpTo: () => number): Graph {
  const answer = (body: unknown): GraphAnswer => ({ status: 200, headers: {}, body });
  return {
    async call({ path }) {
      clock.forward(callSeconds);
      if (path.startsWith('/sites/') && path.includes(':/')) return answer({ id: 'site' });
      if (!path.includes('/delta'))
        return answer({ value: recordTypes.map(({ name, list }) => ({ id: name, displayName: list })) });
      const [, list = ''] = /lists\/(\w+)\//.exec(path) ?? [];
      const from = Number(/token=(\d+)/.exec(path)?.[1] ?? 0);
      const to = list === 'concern' ? madeUpTo() : 0;
      const value = Array.from({ length: to - from }, (_, i) => ({
        ...{ id: String(from + i), eTag: '"x,1"', fields: {} },
      }));
      return answer({ value, '@odata.deltaLink': `${graphOrigin}/sites/site/lists/${list}/items/delta?token=${to}` });
    },
  };
}

/** How long an edit in SharePoint takes into the projection, against the interval of polling, on a virtual clock. */
export async function measureSyncStaleness({ breakage }: { readonly breakage?: SyncBreakage } = {}): Promise<Measured> {
  const clock = handSetClock();
  const now = () => Date.parse(clock.now()) / 1_000;
  const began = now();
  const chance = seededChance(23);
  const madeAt = Array.from({ length: edits }, () => began + 120 + chance() * 60 * edits).toSorted((a, b) => a - b);
  const took = new Map<number, number>();
  const budget = createBudget({ licences: demo.licences, clock });
  let done = () => {};
  const all = new Promise<void>((resolve) => (done = resolve));
  const sync = createSync({
    store: notingStore((item) => {
      if (!took.has(item)) took.set(item, now() - (madeAt[item] ?? 0));
      if (took.size === edits) done();
    }),
    tenant: demo.tenantId,
    graph: editedSharePoint(clock, () => madeAt.filter((at) => at <= now()).length),
    budget,
    types: recordTypes,
    rights: ['roleGrant', 'staffMember'],
    alarming: ['roleGrant'],
    schools: [school],
    clock,
    schoolClock: clock,
    log: recordedLog().log,
    every,
    async nap(ms) {
      clock.forward((breakage === 'oversleeps' ? ms * 1.2 : ms) / 1_000);
    },
  });
  sync.start();
  await all;
  await sync.stop();
  const p99 = quantile([...took.values()], 0.99);
  const figure: Figure = {
    metric: 'sync.staleness_ratio',
    value: Math.round((p99 / every) * 1_000) / 1_000,
    unit: `99th percentile from an edit in SharePoint to the projection, in intervals`,
    yardstick: `${every} s from one look to the next`,
    ratio: null,
  };
  return { figures: [figure], rounds: { edits, p99, most: Math.max(...took.values()), lists: recordTypes.length } };
}
