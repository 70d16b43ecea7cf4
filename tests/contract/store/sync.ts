import { beforeEach, describe, expect, it } from 'vitest';
import { concern as concernType } from '../../../src/areas/concerns/record.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { searchConcerns } from '../../../src/areas/concerns/views.ts';
import type { Known, Outcome, Sighting, SyncCursor, SyncPage } from '../../../src/ports/sync.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { fileAll, startScene, type EngineHarness } from './scene.ts';

const list = { tenant, school, record: 'concern' };
const at = (link: string, more: Partial<SyncCursor> = {}): SyncCursor => ({
  link,
  enumerating: false,
  again: false,
  learning: false,
  ...more,
});
const row = (itemId: string, key: string, ref?: string): Sighting => ({
  itemId,
  key,
  ...(ref !== undefined && { ref }),
});
const page = (over: Partial<SyncPage<Sighting>> = {}): SyncPage<Sighting> => ({
  list,
  from: undefined,
  next: at('one'),
  begins: false,
  rows: [],
  ...over,
});
const changed = (id: string, columns: Readonly<Record<string, unknown>>): Outcome => ({
  write: { kind: 'change', id, columns },
});

/** How pages of changes in SharePoint come into the projection. Runs on every engine. */
export function syncContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`pages from SharePoint, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const sync = () => scene.operational.sync;
    let concern: string;
    let item: string;
    beforeEach(async () => {
      concern = await scene.reported();
      const filed = await fileAll(scene.operational);
      item = String(1 + filed.findIndex(({ payload }) => payload.id === concern));
    });

    it('count from one place only once, and the cursor is there after the store was closed', async () => {
      expect(await sync().cursor(list)).toBeUndefined();
      expect(await sync().apply(page(), () => ({}))).toEqual([]);
      expect(await sync().apply(page({ next: at('another') }), () => ({}))).toBeUndefined();
      await sync().apply(page({ from: 'one', next: at('two', { enumerating: true, again: true }) }), () => ({}));
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect(await sync().cursor(list)).toEqual(at('two', { enumerating: true, again: true }));
      expect(await sync().cursor({ ...list, record: 'pupil' })).toBeUndefined();
    });

    it('are judged upon what is held of each row: by its key, by its place, by its reference', async () => {
      const { ref } = await scene.shown(concern);
      const known: Known[] = [];
      await sync().apply(
        page({ rows: [row(item, concern, ref), row('99', 'f'.repeat(32), ref), row('98', '')] }),
        (_, k) => {
          known.push(k);
          return {};
        },
      );
      const held = { id: concern, school, ref, rev: 1, filedRev: 1, itemId: item, stopped: false };
      expect(known[0]).toMatchObject({ byKey: held, byItem: held, refTaken: false });
      expect(known[0]?.byKey?.values).toMatchObject({ status: 'submitted', reporterRecognised: true });
      expect(known.slice(1)).toEqual([
        { refTaken: true, learning: false },
        { refTaken: false, learning: false },
      ]);
    });

    it('change what screens and searches show, and say which fields', async () => {
      const changes = await sync().apply(page({ rows: [row(item, concern)] }), () =>
        changed(concern, { urgency: 'routine', childAsTyped: 'Zebedee Quill', takenByName: null, etag: '"b,2"' }),
      );
      expect(changes).toEqual([{ id: concern, fields: ['urgency', 'childAsTyped', 'takenByName'] }]);
      expect(await scene.shown(concern)).toMatchObject({ urgency: 'routine', rev: 1, filed: 'filed' });
      const found = await scene.kernel.read(searchConcerns, people.priya, { words: 'quill' });
      expect(found.ok && found.answer.answer.items.map(({ id }) => id)).toEqual([concern]);
    });

    it('bring back a record that was lost, and no reference is given twice', async () => {
      const id = 'c'.repeat(32);
      const like = await scene.kernel.store.record(tenant, concernType, concern);
      const { id: _id, school: _school, ref: _ref, rev: _rev, filed: _filed, ...values } = like!;
      const year = (await scene.shown(concern)).ref.split('-')[1];
      const counter = `concern:${school}:${year}`;
      const columns = { school, ref: `C-${year}-0041`, rev: 3, filedRev: 3, itemId: '41', etag: '"c,9"', ...values };
      await sync().apply(page({ rows: [row('41', id, `C-${year}-0041`)] }), () => ({
        write: { kind: 'add', id, columns },
        counted: { counter, number: 41 },
      }));
      expect(await scene.shown(id)).toMatchObject({ ref: `C-${year}-0041`, rev: 3, filed: 'filed' });
      expect((await scene.shown(await scene.reported())).ref).toBe(`C-${year}-0042`);
      await sync().apply(page({ from: 'one', rows: [row('41', id)] }), () => ({ counted: { counter, number: 7 } }));
      expect((await scene.shown(await scene.reported())).ref).toBe(`C-${year}-0043`);
      const found = await scene.kernel.read(searchConcerns, people.priya, { words: 'marsden' });
      expect(found.ok && found.answer.answer.items.map((one) => one.id)).toContain(id);
    });

    it('are taken over whole or not at all', async () => {
      const broken = sync().apply(page({ rows: [row(item, concern), row('99', '')] }), ({ key }) => {
        if (key === '') throw new Error('on purpose');
        return { ...changed(concern, { urgency: 'routine' }), outside: outside('1') };
      });
      await expect(broken).rejects.toThrow('on purpose');
      expect(await sync().cursor(list)).toBeUndefined();
      expect(await sync().untold(10)).toEqual([]);
      expect((await scene.shown(concern)).urgency).not.toBe('routine');
    });

    it('keep what is to be told until it was told, oldest first', async () => {
      await sync().apply(page({ rows: [row('7', ''), row('8', '')] }), ({ itemId }) => ({ outside: outside(itemId) }));
      const untold = await sync().untold(10);
      expect(untold).toMatchObject([
        { ...list, ...outside('7') },
        { ...list, ...outside('8') },
      ]);
      expect(await sync().untold(1)).toHaveLength(1);
      expect(untold[0]!.by).toBeUndefined();
      await sync().attribute(untold[1]!.id, 'Owner \u0000');
      await sync().told(untold[0]!.id);
      expect((await sync().untold(1))[0]?.by).toMatch(/^Owner /);
      expect((await sync().untold(10)).map(({ itemId }) => itemId)).toEqual(['8']);
    });

    it('note, when all rows are gone through, which of them did not come; but none with an act on its way', async () => {
      const second = await scene.reported();
      await scene.operational.filingQueue.claim(10, 60).then(async (tasks) => {
        for (const task of tasks)
          await scene.operational.filingQueue.confirm(task, { itemId: `x${task.id}`, etag: '"x,1"' });
      });
      const [other = ''] = (await begin()).filter((id) => id !== item);
      expect(other).toMatch(/^x/);
      await sync().apply(page({ from: 'one', rows: [row(item, concern)] }), () => ({}));
      expect(await sync().toRead(list, 10)).toEqual([other]);
      await scene.kernel.perform(takeConcern, people.priya, { concern: second }, newForm());
      expect(await sync().toRead(list, 10)).toEqual([]);
      await fileAll(scene.operational);
      expect(await sync().toRead(list, 10)).toHaveLength(1);
    });

    it('put a row that cannot be judged yet on the list of those to be read, until it comes again', async () => {
      await sync().apply(page({ rows: [row(item, concern)] }), () => ({ later: true }));
      expect(await sync().toRead(list, 10)).toEqual([item]);
      await sync().apply(page({ from: 'one', rows: [row(item, concern)] }), () => ({ later: true }));
      expect(await sync().toRead(list, 10)).toEqual([item]);
      await sync().apply(page({ from: 'one', rows: [row(item, concern)] }), () => ({}));
      expect(await sync().toRead(list, 10)).toEqual([]);
    });

    it('know, while all rows are gone through, whether Lantern held none when that began', async () => {
      const learning: boolean[] = [];
      const note = (_: Sighting, known: Known) => (learning.push(known.learning), {});
      const agencies = { ...list, record: 'agency' };
      for (const of of [agencies, list]) {
        const next = at('one', { enumerating: true });
        await sync().apply(page({ list: of, begins: true, next, rows: [row('900', '')] }), note);
        await sync().apply(page({ list: of, from: 'one', rows: [row('901', '')] }), note);
        await sync().apply(page({ list: of, from: 'one', rows: [row('902', '')] }), note);
      }
      // What comes when all rows were gone through is news again: a right that is given then must be told.
      expect(learning).toEqual([true, true, false, false, false, false]);
    });

    async function begin() {
      await sync().apply(page({ begins: true, next: at('one', { enumerating: true }) }), () => ({}));
      return sync().toRead(list, 100);
    }
  });
}

const outside = (itemId: string) => ({
  kind: 'changed' as const,
  subject: 'a'.repeat(32),
  itemId,
  etag: `"b,${itemId}"`,
  fields: [{ field: 'urgency', was: 'urgent-today', is: null }],
});
