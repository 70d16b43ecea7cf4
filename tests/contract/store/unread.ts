import { describe, expect, it } from 'vitest';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { handOverConcern } from '../../../src/areas/concerns/hand-over-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { countConcerns, listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { kernelOn, newForm, people } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

type Who = (typeof people)[keyof typeof people];

/** What a person has yet to open. Runs on every engine. */
export function unreadContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`what is unread, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const open = (id: string, who: Who) => scene.kernel.read(readConcern, who, { id });
    const items = async (who: Who, filter: object, on = scene.kernel) => {
      const shown = await on.read(listConcerns, who, filter);
      if (!shown.ok) throw new Error(shown.problem.code);
      return shown.answer.answer.items;
    };
    /** Ids that are marked in the whole list. Those under the filter, and the count, must say the same. */
    const unread = async (who: Who) => {
      const marked = (await items(who, {})).filter((item) => item.unread).map(({ id }) => id);
      expect((await items(who, { show: 'unread' })).map(({ id }) => id)).toEqual(marked);
      const counted = await scene.kernel.read(countConcerns, who, {});
      expect(counted).toMatchObject({ answer: { answer: { unread: marked.length } } });
      return marked;
    };

    it('is what a person has not opened, for each person by themselves', async () => {
      const [first, second] = [await scene.reported(), await scene.reported({ words: 'She had no lunch.' })];
      expect(await unread(people.priya)).toEqual([second, first]);
      await open(first, people.priya);
      expect(await unread(people.priya)).toEqual([second]);
      expect(await unread(people.tom)).toEqual([second, first]);
    });

    it('is not what one reported oneself, and stays what one has only seen in a list', async () => {
      await scene.report({}, newForm(), people.priya);
      expect(await unread(people.priya)).toEqual([]);
      expect(await unread(people.tom)).toHaveLength(1);
      expect(await unread(people.tom)).toHaveLength(1);
    });

    it('is again what somebody else has added to, and not what one added oneself', async () => {
      const concern = await scene.reported();
      await Promise.all([open(concern, people.priya), open(concern, people.tom)]);
      const added = { concern, words: 'Her sister says the same.' };
      await scene.kernel.perform(addAddendum, people.priya, added, newForm());
      expect(await unread(people.priya)).toEqual([]);
      expect(await unread(people.tom)).toEqual([concern]);
      await open(concern, people.tom);
      expect(await unread(people.tom)).toEqual([]);
    });

    it('is again what is handed to one, and for nobody else', async () => {
      const concern = await scene.reported();
      await Promise.all([open(concern, people.priya), open(concern, people.tom)]);
      await scene.kernel.perform(takeConcern, people.priya, { concern }, newForm());
      expect([await unread(people.priya), await unread(people.tom)]).toEqual([[], []]);
      const over = { concern, rev: 2, to: people.tom.person };
      await scene.kernel.perform(handOverConcern, people.priya, over, newForm());
      expect([await unread(people.priya), await unread(people.tom)]).toEqual([[], [concern]]);
    });

    it('is still unread after a look that was refused, and read for good when it was opened several times at once', async () => {
      const concern = await scene.reported();
      expect(await open(concern, people.zoe)).toMatchObject({ ok: false });
      expect(await unread(people.priya)).toEqual([concern]);
      await Promise.all(Array.from({ length: 5 }, () => open(concern, people.priya)));
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect(await items(people.priya, { show: 'unread' }, await kernelOn(scene.operational.store))).toEqual([]);
    });
  });
}
