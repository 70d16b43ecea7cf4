import { describe, expect, it } from 'vitest';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { countConcerns, listConcerns } from '../../../src/areas/concerns/views.ts';
import { newForm, people } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

/** What a lead narrows the list to, and the counts above it. Runs on every engine. */
export function filtersContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`the filters of the list, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const numbers = async (filter: object, who = people.priya) => {
      const shown = await scene.kernel.read(listConcerns, who, filter);
      if (!shown.ok) throw new Error(shown.problem.code);
      return shown.answer.answer.items.map(({ ref }) => Number(ref.slice(-4)));
    };
    const counts = async (who = people.priya) => {
      const shown = await scene.kernel.read(countConcerns, who, {});
      return shown.ok ? shown.answer.answer : shown.problem.code;
    };
    const take = (concern: string, who = people.priya) =>
      scene.kernel.perform(takeConcern, who, { concern }, newForm());

    it('show what waits, what one has taken oneself, and what is urgent, each newest first, as the counts say', async () => {
      const mine = await scene.reported({ safeNow: 'no' });
      const toms = await scene.reported({ safeNow: 'not-sure' });
      for (const safeNow of ['not-sure', 'yes']) await scene.reported({ safeNow });
      await take(mine);
      await take(toms, people.tom);
      expect(await numbers({})).toEqual([4, 3, 2, 1]);
      expect(await numbers({ show: 'all' })).toEqual([4, 3, 2, 1]);
      expect(await numbers({ show: 'waiting' })).toEqual([4, 3]);
      expect(await numbers({ show: 'mine' })).toEqual([1]);
      expect(await numbers({ show: 'mine' }, people.tom)).toEqual([2]);
      expect(await numbers({ urgency: 'urgent-today' })).toEqual([3, 2]);
      expect(await numbers({ show: 'waiting', urgency: 'urgent-today' })).toEqual([3]);
      expect(await counts()).toEqual({
        open: 4,
        waiting: 2,
        mine: 1,
        unread: 4,
        years: [{ year: 'Year 7', count: 4 }],
        urgency: { 'immediate-danger': 1, 'urgent-today': 2, 'within-24h': 1, routine: 0 },
      });
    });

    it('are of one year group, and name those there are', async () => {
      await scene.reported();
      await scene.reported({ who: "Jakub O'Brien-Łukasz" });
      await scene.reported({ who: 'Nobody Known' });
      expect(await numbers({ year: 'Year 8' })).toEqual([2]);
      expect(await numbers({ year: 'Year 8', urgency: 'routine' })).toEqual([]);
      expect(await numbers({ year: 'Year 13' })).toEqual([]);
      expect(await counts()).toMatchObject({
        open: 3,
        years: [
          { year: 'Year 7', count: 1 },
          { year: 'Year 8', count: 1 },
        ],
      });
    });

    it('go on at the next page where the page before it ended', async () => {
      for (let i = 0; i < 28; i++) await scene.reported({ safeNow: i === 5 ? 'no' : 'yes' });
      const first = await scene.kernel.read(listConcerns, people.priya, { urgency: 'within-24h' });
      const before = first.ok ? first.answer.answer.next : undefined;
      expect(await numbers({ urgency: 'within-24h', before })).toEqual([2, 1]);
    });

    it('count nothing for somebody without the right, and refuse a filter that nobody knows', async () => {
      await scene.reported();
      expect(await counts(people.daniel)).toBe('not-found');
      for (const wrong of [{ show: 'theirs' }, { urgency: 'x' }, { year: 'x'.repeat(21) }, { status: 'submitted' }])
        expect(await scene.kernel.read(listConcerns, people.priya, wrong)).toMatchObject({
          problem: { code: 'invalid-input' },
        });
    });
  });
}
