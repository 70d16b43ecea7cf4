import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { listCandidates, searchConcerns } from '../../../src/areas/concerns/views.ts';
import { newForm, people } from '../../support/kernel.ts';
import { entriesOf, startScene, type EngineHarness } from './scene.ts';

/** How concerns are found by words. Runs on every engine. */
export function searchContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`a search, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const { reported } = scene;
    const search = (words: unknown, before?: string, who: Identity = people.priya) =>
      scene.kernel.read(searchConcerns, who, { words, ...(before !== undefined && { before }) });
    async function found(words: string, before?: string) {
      const result = await search(words, before);
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.answer;
    }
    const numbers = async (words: string) => (await found(words)).items.map(({ ref }) => Number(ref.slice(-4)));

    it('finds by name, reference, reporter and narrative: all words, also ones that begin so, whatever their case and marks', async () => {
      await reported({ who: 'Zoë Castellanos', words: 'He would not take his coat off in the gym.' });
      await reported({ who: 'Ellie Marsden', words: 'Said that “Uncle Ray” gets ANGRY.\nBruise on the left arm.' });
      await reported({ who: 'José Müller', words: 'Nothing to eat since Friday.' });
      expect(await numbers('zoe')).toEqual([1]);
      expect(await numbers('CASTELL')).toEqual([1]);
      expect(await numbers('ZOË coat gym')).toEqual([1]);
      expect(await numbers('uncle angry')).toEqual([2]);
      expect(await numbers('bruis arm')).toEqual([2]);
      expect(await numbers('jose muller')).toEqual([3]);
      expect(await numbers('-0002')).toEqual([2]);
      expect(await numbers('daniel osei')).toEqual([3, 2, 1]);
      expect(await numbers('zoe angry')).toEqual([]);
      expect(await numbers('oat')).toEqual([]);
    });

    it('finds a child by the name on the roll once it is settled who is meant, and still by what was written', async () => {
      const concern = await reported({ who: 'Hughes, Mia' });
      const candidates = await scene.kernel.read(listCandidates, people.priya, { id: concern });
      const child = candidates.ok ? candidates.answer.answer.items[0]!.id : '';
      expect(await numbers('mia hughes')).toEqual([1]);
      await scene.kernel.perform(resolveChild, people.priya, { concern, rev: 1, child }, newForm());
      expect(await numbers('mia hughes')).toEqual([1]);
      expect(await numbers('marsden')).toEqual([]);
    });

    it('shows a page at a time, newest first, each once', async () => {
      for (let i = 0; i < 27; i++) await reported({ words: `Coat number ${i}.` });
      const first = await found('coat');
      const rest = await found('coat', first.next);
      const refs = [...first.items, ...rest.items].map(({ ref }) => Number(ref.slice(-4)));
      expect(refs).toEqual(Array.from({ length: 27 }, (_, i) => 27 - i));
      expect(rest.next).toBeUndefined();
    });

    it('finds nothing for somebody without the right, and journals who was shown what and no word of the search', async () => {
      await reported({ words: 'She had no coat.' });
      expect(await search('coat', undefined, people.zoe)).toMatchObject({ problem: { code: 'not-found' } });
      await found('coat');
      const looks = (await entriesOf(scene.operational)).filter(({ act }) => act === 'search-concerns');
      expect(looks.map(({ outcome, subjects }) => [outcome, subjects.length])).toEqual([
        ['refused', 0],
        ['shown', 1],
      ]);
      expect(JSON.stringify(looks)).not.toContain('coat');
    });

    it('asks for a word', async () => {
      for (const words of ['', '  ', '"*"', undefined, 'x'.repeat(201)])
        expect(await search(words)).toMatchObject({ problem: { code: 'invalid-input' } });
    });

    it('takes whatever a person types for words and never for a command', async () => {
      await reported({ words: 'She had no coat.' });
      const typed = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(
          'coat" OR "x',
          "coat' | 'x",
          'coat & !she',
          'NEAR(coat',
          'words : coat',
          'coat*)',
          'coat\0',
          '(coat',
        ),
      );
      await fc.assert(
        fc.asyncProperty(typed, async (text) => {
          const result = await search(`a ${text}`);
          expect(result.ok || result.problem.code === 'invalid-input').toBe(true);
        }),
        { numRuns: 60 },
      );
      expect(await numbers('coat & !she')).toEqual([1]);
    });
  });
}
