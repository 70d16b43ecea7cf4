import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import type { CallFault } from '../../support/faulty-transport.ts';
import { actKey, filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import type { SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;

beforeAll(async () => {
  sharePoint = await tenantWithLists();
});
afterAll(() => sharePoint.close());

const faults: readonly CallFault[] = [
  'none',
  'unreachable',
  'lost-reply',
  'gateway-timeout',
  'error',
  'busy',
  'busy-no-hint',
  'throttled',
  'late',
  'late',
  'late',
];

/** What may happen in a school's day, between one moment and the next. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), concern: fc.nat(1) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('work' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...faults) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outside edit' as const), concern: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('death' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('time' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A person opens the row in SharePoint and changes a column that Lantern's acts here do not write. */
async function editOutside(scene: FilingScene, id: string): Promise<void> {
  const [row] = await scene.rowsOf(id);
  if (!row) return;
  const body = { fields: { YearGroup: `edited ${row.eTag.slice(-3)}` } };
  await sharePoint.provisioner.call({
    method: 'PATCH',
    path: `${sharePoint.listPath(concern.list)}/items/${row.id}`,
    body,
  });
}

async function live(scene: FilingScene, events: readonly Event[]): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<number, string>();
  const acts = new Map<string, number>();
  for (const what of events) {
    switch (what.kind) {
      case 'act': {
        const known = ids.get(what.concern);
        const id = known ?? scene.report();
        ids.set(what.concern, id);
        if (known !== undefined) scene.take(id, `Person ${(acts.get(id) ?? 0) + 1}`);
        acts.set(id, (acts.get(id) ?? 0) + 1);
        break;
      }
      case 'work':
        await scene.filing.runOnce();
        break;
      case 'fault':
        scene.wire.coming.push(what.fault);
        break;
      case 'outside edit':
        await editOutside(scene, ids.get(what.concern) ?? '');
        break;
      case 'death':
        scene.die();
        break;
      case 'time':
        scene.clock.forward(what.seconds);
    }
  }
  return acts;
}

it('brings every concern into SharePoint exactly once, at its last revision, whatever happened on the way', async () => {
  const story = fc.array(event, { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(story, async (events) => {
      const scene = filingScene(sharePoint);
      const acts = await live(scene, events);
      await scene.drain();
      await scene.wire.deliverLate();
      expect(scene.entries().map((entry) => entry.state)).not.toContain('stopped');
      for (const [id, last] of acts) {
        const rows = await scene.rowsOf(id);
        expect(rows).toHaveLength(1);
        expect(rows[0]?.fields).toMatchObject({
          Rev: last,
          LastKey: actKey(id, last),
          Words: expect.stringMatching(/go home/),
        });
        expect(rows[0]?.fields['TakenByName']).toBe(last === 1 ? undefined : `Person ${last}`);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);
