import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical, emptyHead, link, type ChainHead } from '../../../src/journal/chain.ts';
import type { Filed } from '../../../src/journal/filed-page.ts';
import type { JournalLine } from '../../../src/journal/journal-line.ts';
import { paginate } from '../../../src/journal/paginate.ts';
import { verifyJournal } from '../../../src/journal/verify-journal.ts';
import { look } from '../../support/journal-scene.ts';

/** Words of any signs in a subject, so that nothing in the text of a page is taken for granted. */
function journal(words: readonly string[]): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  let head = emptyHead;
  for (const word of words) {
    const entry = link(head, look({ subjects: [word], fields: [word, ']'] }));
    lines.push({ n: entry.n, at: entry.at, text: canonical(entry.n, entry), hash: entry.hash });
    head = entry;
  }
  return lines;
}

function pagesOf(lines: readonly JournalLine[], size: number): Filed[] {
  const pages: Filed[] = [];
  let before: ChainHead = emptyHead;
  for (let at = 0; at < lines.length; at += size) {
    const found = paginate(before, lines.slice(at, at + size));
    if (found.kind !== 'page') throw new Error(found.kind);
    const { page } = found;
    pages.push({ kind: 'page', page: { ...page, entryCount: page.last.n - page.before.n } });
    before = page.last;
  }
  return pages;
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

const verified = (lines: readonly JournalLine[], pages: readonly Filed[]) =>
  verifyJournal({
    lines: async (after) => lines.filter(({ n }) => n > after).slice(0, 7),
    mark: { filed: { n: 0, hash: '' }, anchored: undefined },
    filed: { pages: each(pages), anchors: [] },
    tell: () => undefined,
  });

const words = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 25 });
const size = fc.integer({ min: 1, max: 9 });

it('finds no fault in any journal that nobody touched', async () => {
  await fc.assert(
    fc.asyncProperty(words, size, async (subjects, most) => {
      const lines = journal(subjects);
      expect(await verified(lines, pagesOf(lines, most))).toMatchObject({ faults: [], pagedTo: lines.length });
    }),
  );
});

it('names the entry wherever one sign of a page becomes another', async () => {
  await fc.assert(
    fc.asyncProperty(words, size, fc.nat(), fc.nat(), async (subjects, most, which, where) => {
      const lines = journal(subjects);
      const pages = pagesOf(lines, most);
      const at = which % pages.length;
      const filed = pages[at];
      if (filed?.kind !== 'page') throw new Error('not a page');
      const { text, firstN } = filed.page;
      const place = where % text.length;
      const sign = text[place] === 'x' ? 'y' : 'x';
      const changed = text.slice(0, place) + sign + text.slice(place + 1);
      const n = firstN + text.slice(0, place).split('\n').length - 1;
      const { faults } = await verified(lines, pages.with(at, { ...filed, page: { ...filed.page, text: changed } }));
      expect(faults).toEqual([{ kind: 'page-changed', n, page: `journal-${firstN}` }]);
    }),
  );
});

it('names the entry wherever one sign of the database becomes another', async () => {
  await fc.assert(
    fc.asyncProperty(words, size, fc.nat(), fc.nat(), async (subjects, most, which, where) => {
      const lines = journal(subjects);
      const line = lines[which % lines.length];
      if (!line) throw new Error('no line');
      const place = where % line.text.length;
      const text = line.text.slice(0, place) + (line.text[place] === 'x' ? 'y' : 'x') + line.text.slice(place + 1);
      const { faults } = await verified(lines.with(line.n - 1, { ...line, text }), pagesOf(lines, most));
      expect(faults).toEqual([{ kind: 'entry-changed', n: line.n }]);
    }),
  );
});
