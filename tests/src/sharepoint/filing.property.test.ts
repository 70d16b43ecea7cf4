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
  'busy-after',
  'busy-no-hint',
  'throttled',
  'late',
  'late',
  'late',
];

/**
 * What may happen in a school's day, between one moment and the next.
 * @param edited the column that a person edits in SharePoint
 */
const eventWith = (edited: 'YearGroup' | 'TakenByName') =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), concern: fc.nat(1) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('work' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...faults) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('outside edit' as const),
        concern: fc.nat(2),
        column: fc.constant(edited),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('death' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('time' as const), seconds: fc.integer({ min: 1, max: 90 }) }),
    },
  );
type Event = ReturnType<typeof eventWith> extends fc.Arbitrary<infer E> ? E : never;

/** A person opens the row in SharePoint and writes. @returns what it then holds; undefined when there is no row yet */
async function editOutside(scene: FilingScene, id: string, column: string): Promise<string | undefined> {
  const [row] = await scene.rowsOf(id);
  if (!row) return undefined;
  const text = `edit ${row.eTag.slice(-3)}`;
  const path = `${sharePoint.listPath(concern.list)}/items/${row.id}`;
  const { status } = await sharePoint.provisioner.call({ method: 'PATCH', path, body: { fields: { [column]: text } } });
  expect(status).toBe(200);
  return text;
}

interface Lived {
  /** Acts of each concern. */
  readonly acts: ReadonlyMap<string, number>;
  /** What somebody last wrote into a concern's row. */
  readonly edits: ReadonlyMap<string, string>;
}

async function live(scene: FilingScene, events: readonly Event[]): Promise<Lived> {
  const ids = new Map<number, string>();
  const acts = new Map<string, number>();
  const edits = new Map<string, string>();
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
      case 'outside edit': {
        const id = ids.get(what.concern) ?? '';
        const text = await editOutside(scene, id, what.column);
        if (text !== undefined) edits.set(id, text);
        break;
      }
      case 'death':
        scene.die();
        break;
      case 'time':
        scene.clock.forward(what.seconds);
    }
  }
  return { acts, edits };
}

it('brings every concern into SharePoint exactly once, at its last revision, whatever happened on the way', async () => {
  const story = fc.array(eventWith('YearGroup'), { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(story, async (events) => {
      const scene = filingScene(sharePoint);
      const { acts } = await live(scene, events);
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

it('never overwrites what somebody wrote in SharePoint: the act waits, with both sides, and all else is filed', async () => {
  const story = fc.array(eventWith('TakenByName'), { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(story, async (events) => {
      const scene = filingScene(sharePoint);
      const { acts, edits } = await live(scene, events);
      // A stopped lane never drains; long after the last fault everything else has.
      for (let rounds = 0; rounds < 60; rounds++) {
        await scene.filing.runOnce();
        scene.clock.forward(300);
      }
      await scene.wire.deliverLate();
      for (const [id, last] of acts) {
        const entries = scene.entries().filter((entry) => entry.lane === id);
        const unfiled = entries.filter((entry) => entry.state !== 'done');
        const [row] = await scene.rowsOf(id);
        const edit = edits.get(id);
        expect(row?.fields['Rev']).toBe(last - unfiled.length);
        if (edit === undefined) expect(unfiled).toEqual([]);
        else expect(row?.fields['TakenByName']).toBe(edit);
        const [stopped, ...behind] = unfiled;
        expect(behind.every((entry) => entry.state === 'waiting')).toBe(true);
        if (!stopped) continue;
        expect(stopped).toMatchObject({ state: 'stopped', code: 'conflict' });
        expect(stopped.sides).toEqual([
          expect.objectContaining({ field: 'takenByName', theirs: expect.stringMatching(/^edit/) }),
        ]);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);
