import { describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import type { JournalEntry } from '../../../src/journal/entry.ts';
import { canonical, verifyChain } from '../../../src/journal/chain.ts';
import { aboutWord, doorWord, personWord, verbWord } from '../../../src/journal/index-of.ts';
import { people, school, tenant } from '../../support/kernel.ts';
import { entriesOf, startScene, type EngineHarness } from './scene.ts';

const [one, other] = ['1'.repeat(32), '2'.repeat(32)] as const;
const look = (over: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ tenant, at: '2026-12-10T08:05:00.000Z', actor: people.priya.person, act: 'read-concern', verb: 'read' },
  ...{ about: 'concern', subjects: [one], outcome: 'shown', fields: ['words'], digest: '' },
  ...over,
});
const list = (over: Partial<JournalEntry> = {}) =>
  look({ act: 'list-concerns', verb: 'list', subjects: [one, other], ...over });

/** From a person or a record to the journal's entries. Runs on every engine. */
export function journalReaderContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: the journal as it is read`, () => {
    const scene = startScene(makeEngine);
    const reader = () => scene.operational.journalReader;
    async function written(...entries: readonly JournalEntry[]) {
      for (const entry of entries) await scene.operational.store.journal(entry);
      while ((await reader().index(tenant, 3)) > 0);
    }
    const found = async (...words: readonly string[]) =>
      (await reader().entries(tenant, { words, most: 50 })).map(({ act }) => act);

    it('gives all entries newest first, some at a time, as they were written', async () => {
      await written(look(), look({ act: 'read-history' }), list());
      const all = (await entriesOf(scene.operational)).toReversed();
      const first = await reader().entries(tenant, { most: 2 });
      expect(first).toEqual(all.slice(0, 2));
      expect(await reader().entries(tenant, { most: 9, before: first[1]?.n })).toEqual(all.slice(2));
      expect(await reader().entries(tenant, { most: 9, from: first[1]?.n })).toEqual(first);
      expect(await reader().entries('another', { most: 9 })).toEqual([]);
    });

    it('leads from a record to what was done to it and who opened it, each entry once, and from nothing to nothing', async () => {
      await written(look(), look({ act: 'compare', subjects: [one, other] }), look({ subjects: [other] }), list());
      expect(await found(one)).toEqual(['compare', 'read-concern']);
      expect(await found(one, other)).toEqual(['read-concern', 'compare', 'read-concern']);
      expect(await found('3'.repeat(32))).toEqual([]);
      expect(await found()).toEqual([]);
    });

    it('leads from a person, a kind of act and a class to their entries, and stays within bounds', async () => {
      const refused = { verb: 'deny', outcome: 'refused', subjects: [] } as const;
      await written(look({ actor: people.tom.person, act: 'tom' }), look({ ...refused, act: 'no' }), list());
      expect(await found(personWord(people.tom.person))).toEqual(['tom']);
      expect(await found(verbWord('deny'))).toEqual(['no']);
      expect(await found(aboutWord('concern'))).toEqual(['list-concerns', 'no', 'tom']);
      const [last, next] = await reader().entries(tenant, { words: [aboutWord('concern')], most: 2 });
      expect([last?.act, next?.act]).toEqual(['list-concerns', 'no']);
      const within = { words: [aboutWord('concern')], before: last?.n, from: next?.n, most: 9 };
      expect((await reader().entries(tenant, within)).map(({ act }) => act)).toEqual(['no']);
    });

    it('keeps door and rights with an entry, has none of one that came before them, and leads from a door but the tab', async () => {
      const rights = ['circle', 'dsl'];
      await written(
        look({ act: 'old' }),
        look({ act: 'chat', door: 'chat', rights }),
        look({ door: 'tab', rights: [] }),
      );
      const all = await entriesOf(scene.operational);
      expect(all.slice(-3)).toMatchObject([{ act: 'old' }, { door: 'chat', rights }, { door: 'tab', rights: [] }]);
      expect(all.at(-3)).not.toHaveProperty('door');
      expect(all.at(-3)).not.toHaveProperty('rights');
      expect(verifyChain(all)).toMatchObject({ intact: true });
      const lines = await scene.operational.journalLines(tenant, 0, 1_000);
      expect(lines.map(({ text }) => text)).toEqual(all.map((entry) => canonical(entry.n, entry)));
      expect(await reader().entries(tenant, { most: 3 })).toEqual(all.slice(-3).toReversed());
      expect(await found(doorWord('chat'))).toEqual(['chat']);
      expect(await found(doorWord('tab'))).toEqual([]);
    });

    it('an act notes them in its own transaction', async () => {
      await scene.reported();
      const [done] = (await entriesOf(scene.operational)).filter(({ act }) => act === 'report-concern').slice(-1);
      expect(done).toMatchObject({ actor: people.daniel.person, door: 'tab', rights: ['staff'] });
    });

    it('counts how often a record was before somebody in a list, with the first and the last time', async () => {
      const at = (hour: string) => ({ at: `2026-12-10T${hour}:00:00.000Z` });
      await written(list(at('09')), list({ ...at('07'), subjects: [one] }), list(at('11')));
      await written(list({ ...at('10'), actor: people.tom.person }), list({ ...at('12'), about: 'action' }));
      const spans = (await reader().listed(tenant, [one])).map(({ actor, about, first, last, times }) => [
        ...[actor === people.tom.person ? 'tom' : 'priya', about],
        ...[first.slice(11, 13), last.slice(11, 13), times],
      ]);
      expect(spans.sort()).toEqual([
        ['priya', 'action', '12', '12', 1],
        ['priya', 'concern', '07', '11', 3],
        ['tom', 'concern', '10', '10', 1],
      ]);
      expect((await reader().listed(tenant, [other])).length).toBe(3);
      expect(await reader().listed('another', [one])).toEqual([]);
    });

    it('knows which entries some days have, and how far its index goes', async () => {
      const [setUp] = await entriesOf(scene.operational);
      expect(await reader().indexedTo(tenant)).toEqual({ n: 0, at: undefined });
      const days = ['2031-03-01', '2031-03-02', '2031-03-02', '2031-03-04'];
      await written(...days.map((day) => look({ at: `${day}T08:00:00.000Z` })));
      expect(setUp?.n).toBe(1);
      expect(await reader().days(tenant, '2031-03-02', '2031-03-03')).toEqual({ first: 3, last: 4 });
      expect(await reader().days(tenant, '2031-03-01', '2031-03-09')).toEqual({ first: 2, last: 5 });
      expect(await reader().days(tenant, '2031-03-03', '2031-03-03')).toBeUndefined();
      expect(await reader().indexedTo(tenant)).toEqual({ n: 5, at: '2031-03-04T08:00:00.000Z' });
    });

    it('takes each entry in once, whoever brings it up to date, and goes on when it is opened again', async () => {
      await written(list());
      for (let i = 0; i < 6; i++) await scene.operational.store.journal(list());
      await Promise.all(Array.from({ length: 4 }, () => reader().index(tenant, 2)));
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect((await reader().listed(tenant, [one])).map(({ times }) => times)).toEqual([7]);
      expect(await reader().index(tenant, 100)).toBe(0);
    });

    it('says of records where they belong, and no more than it was asked for', async () => {
      const id = await scene.reported();
      const [fact, ...more] = await reader().records(tenant, concern, [id, 'x'.repeat(32)], ['status']);
      expect(more).toEqual([]);
      expect(fact).toEqual({ id, school, ref: expect.stringMatching(/^C-\d{4}-0001$/) as string, status: 'submitted' });
      expect(await reader().records('another', concern, [id], [])).toEqual([]);
      expect(await reader().records(tenant, concern, [], [])).toEqual([]);
    });
  });
}
