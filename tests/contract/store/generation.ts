import { describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { searchConcerns } from '../../../src/areas/concerns/views.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import type { Difference, NextGeneration } from '../../../src/ports/generation.ts';
import { newForm, people } from '../../support/kernel.ts';
import { fileAll, startScene, type EngineHarness } from './scene.ts';

const all = async (generation: NextGeneration): Promise<readonly Difference[]> => {
  const found: Difference[] = [];
  for await (const difference of generation.differences()) found.push(difference);
  return found;
};

/** A second generation of the projection is filled beside the first and takes its place. */
export function generationContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: a second generation of the projection`, () => {
    const scene = startScene(makeEngine);
    it('goes on with one that was begun', async () => {
      const { nextGeneration } = scene.operational;
      expect(await nextGeneration.begin()).toBe('begun');
      expect(await nextGeneration.begin()).toBe('resumed');
    });

    it('loses nothing that SharePoint does not hold: an empty one carries all of the first', async () => {
      const id = await scene.reported({ words: 'He hid behind the pavilion.' });
      const before = await scene.page();
      const { nextGeneration } = scene.operational;
      await nextGeneration.begin();
      await nextGeneration.index();
      const served = await nextGeneration.serve([]);
      expect(served.find(({ record }) => record === concern.name)).toEqual({ record: 'concern', rows: 1, carried: 1 });
      expect(await scene.page()).toEqual(before);
      expect((await scene.shown(id)).words).toBe('He hid behind the pavilion.');
      const found = await scene.kernel.read(searchConcerns, people.priya, { words: 'pavil' });
      expect(found.ok && found.answer.answer.items.map((item) => item.id)).toEqual([id]);
    });

    it('is written to by acts from then on, found in searches, and can be followed by a third', async () => {
      const { nextGeneration } = scene.operational;
      for (let round = 1; round <= 3; round++) {
        await scene.reported({ words: `Round${round} on the stairs.` });
        await nextGeneration.begin();
        const late = await scene.reported({ words: `Late${round} by the gate.` });
        await nextGeneration.index();
        expect(
          await scene.kernel.perform(takeConcern, people.priya, { concern: late, rev: 1 }, newForm()),
        ).toMatchObject({
          ok: true,
        });
        await nextGeneration.serve([]);
        await scene.reported({ words: `After${round} the bell.` });
        for (const word of [`round${round}`, `late${round}`, `after${round}`]) {
          const found = await scene.kernel.read(searchConcerns, people.priya, { words: word });
          expect(found.ok && found.answer.answer.items).toHaveLength(1);
        }
        expect((await scene.shown(late)).status).toBe('acknowledged');
      }
      expect((await scene.page()).items).toHaveLength(9);
      const filed = await fileAll(scene.operational);
      expect(filed.filter(({ payload }) => payload.record === 'concern')).toHaveLength(12);
    });

    it('says what was filed and is not in it', async () => {
      const id = await scene.reported();
      await fileAll(scene.operational);
      const unfiled = await scene.reported();
      const { nextGeneration } = scene.operational;
      await nextGeneration.begin();
      await nextGeneration.index();
      const found = await all(nextGeneration);
      expect(found.filter(({ record }) => record === 'concern')).toEqual([
        expect.objectContaining({ id, kind: 'not-held', fields: [] }),
      ]);
      expect(found.some((difference) => difference.id === unfiled)).toBe(false);
    });

    it('is there after a start in the middle of it', async () => {
      const { nextGeneration } = scene.operational;
      await scene.reported();
      await nextGeneration.begin();
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect(await scene.operational.nextGeneration.begin()).toBe('resumed');
    });
  });
}
