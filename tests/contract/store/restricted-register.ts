import { describe, expect, it } from 'vitest';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { listMisfiled } from '../../../src/areas/concerns/misfiled-views.ts';
import { countConcerns, searchConcerns } from '../../../src/areas/concerns/views.ts';
import { kernelOn, newForm, people, school } from '../../support/kernel.ts';
import { fileAll, startScene, type EngineHarness } from './scene.ts';

/** An entry under the wrong child: hidden from lists, counts and searches, and filed in two lanes. Runs on every engine. */
export function restrictedRegisterContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`the restricted register, on ${name}`, () => {
    const scene = startScene(makeEngine);

    it('holds what no list shows, and each entry’s writes stand in its own case', async () => {
      const wrong = await scene.reported({ words: 'A lavender envelope.' });
      await scene.reported();
      await fileAll(scene.operational);
      const typed = { concern: wrong, rev: 1, school, reason: 'She was away.', who: 'Somebody else' };
      const moved = await scene.kernel.perform(markMisfiled, people.priya, typed, newForm());
      if (!moved.ok) throw new Error(moved.problem.code);
      const right = moved.answer.concern;
      const ids = (await scene.page()).items.map(({ id }) => id);
      expect(ids).toHaveLength(2);
      expect(ids).toContain(right);
      const found = await scene.kernel.read(searchConcerns, people.priya, { words: 'lavender' });
      expect(found.ok && found.answer.answer.items.map(({ id }) => id)).toEqual([right]);
      const counts = await scene.kernel.read(countConcerns, people.priya, {});
      expect(counts.ok && counts.answer.answer.open).toBe(2);
      const register = await scene.kernel.read(listMisfiled, people.priya, {});
      expect(register.ok && register.answer.answer.items).toMatchObject([{ id: wrong, continuedAsId: right }]);
      const filed = await fileAll(scene.operational);
      const lanes = (record: string) =>
        new Set(filed.filter(({ payload }) => payload.id === record).map(({ lane }) => lane));
      expect([lanes(wrong), lanes(right)]).toEqual([new Set([wrong]), new Set([right])]);
    });

    it('leaves nothing behind that another instance adds in the very moment', async () => {
      const wrong = await scene.reported();
      let added = false;
      const inner = scene.operational.store;
      const slow = await kernelOn(
        {
          ...inner,
          // Between what this instance has loaded and its commit the reporter adds something through the other one.
          async commit(commit) {
            if (!added && commit.entry.act === 'mark-misfiled') {
              added = true;
              const words = { concern: wrong, words: 'She is in the office with me now.' };
              const done = await scene.kernel.perform(addAddendum, people.daniel, words, newForm());
              if (!done.ok) throw new Error(done.problem.code);
            }
            return inner.commit(commit);
          },
        },
        {},
      );
      const typed = { concern: wrong, rev: 1, school, reason: 'She was away.', who: 'Somebody else' };
      const moved = await slow.perform(markMisfiled, people.priya, typed, newForm());
      if (!moved.ok) throw new Error(moved.problem.code);
      const { addenda } = await scene.shown(moved.answer.concern);
      expect(addenda.map(({ words }) => words)).toEqual(['She is in the office with me now.']);
    });
  });
}
