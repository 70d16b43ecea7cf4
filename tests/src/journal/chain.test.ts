import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, emptyHead, genesis, link, sha256, verifyChain } from '../../../src/journal/chain.ts';
import { entryOfLine } from '../../../src/journal/entry-of-line.ts';
import type { ChainedEntry, JournalEntry } from '../../../src/journal/entry.ts';

const entry = (n: number): JournalEntry => ({
  tenant: 't',
  at: '2026-12-10T08:05:00.000Z',
  actor: `person-${n}`,
  act: 'read-concern',
  verb: 'read',
  about: 'concern',
  subjects: [`s${n}`],
  outcome: 'shown',
  fields: ['ref'],
  digest: 'd',
});

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let n = 1; n <= length; n++) entries.push(link(entries.at(-1) ?? emptyHead, entry(n)));
  return entries;
}

const where = fc.integer({ min: 1, max: 30 });

describe('the journal’s chain', () => {
  it('is intact as it was written, and empty it is intact too', () => {
    expect(verifyChain(chain(30))).toMatchObject({ intact: true, head: { n: 30 } });
    expect(verifyChain([])).toEqual({ intact: true, head: emptyHead });
  });

  it('names the first entry whose content was changed, whichever field', () => {
    const changes: Partial<ChainedEntry>[] = [
      { actor: 'x' },
      { act: 'x' },
      { verb: 'list' as const },
      { at: '2027-01-01T00:00:00.000Z' },
      { about: 'x' },
      { subjects: [] },
      { outcome: 'done' as const },
      { fields: [] },
      { digest: 'x' },
      { tenant: 'x' },
      { hash: 'x' },
      { n: 99 },
    ];
    fc.assert(
      fc.property(where, fc.constantFrom(...changes), (n, change) => {
        const entries = chain(30).map((one) => (one.n === n ? { ...one, ...change } : one));
        expect(verifyChain(entries)).toEqual({ intact: false, firstBad: n });
      }),
    );
  });

  it('names where an entry was taken out, put in, or changed places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 }), (n) => {
        const whole = chain(30);
        expect(verifyChain(whole.filter((one) => one.n !== n))).toEqual({ intact: false, firstBad: n });
        expect(verifyChain(whole.toSpliced(n, 0, ...whole.slice(n - 1, n)))).toEqual({
          intact: false,
          firstBad: n + 1,
        });
        const [a, b] = [whole[n - 1], whole[n]];
        if (a && b) expect(verifyChain(whole.with(n - 1, b).with(n, a))).toEqual({ intact: false, firstBad: n });
      }),
    );
  });
});

it('makes the same bytes of an entry for ever: a changed order or spelling would break every chain there is', () => {
  const [first] = chain(1);
  expect(first && canonical(1, first)).toBe(
    '[1,"t","2026-12-10T08:05:00.000Z","person-1","read-concern","read","concern",["s1"],"shown",["ref"],"d"]',
  );
  expect(first?.hash).toBe(sha256(`${genesis}${first ? canonical(1, first) : ''}`));
  expect(first?.hash).toBe('c26e3b572bcd21e905c81fc8cb629169614c0b8676b1e5caa3445bce5c26e655');
});

it('an entry that notes door and rights has them at its end, and one of before them keeps its bytes', () => {
  const noted: JournalEntry = { ...entry(2), door: 'chat', rights: ['circle', 'dsl'] };
  const old = chain(1);
  const whole = [...old, link(old[0] ?? emptyHead, noted)];
  expect(canonical(2, noted)).toBe(
    '[2,"t","2026-12-10T08:05:00.000Z","person-2","read-concern","read","concern",["s2"],"shown",["ref"],"d","chat",["circle","dsl"]]',
  );
  expect(verifyChain(whole)).toMatchObject({ intact: true, head: { n: 2 } });
  const { door: _door, rights: _rights, ...bare } = whole[1] as ChainedEntry;
  const forged: readonly (readonly [number, ChainedEntry])[] = [
    [1, { ...(old[0] as ChainedEntry), door: 'tab', rights: [] }],
    [1, { ...(old[0] as ChainedEntry), rights: ['dsl'] }],
    [2, { ...(whole[1] as ChainedEntry), door: 'tab' }],
    [2, { ...(whole[1] as ChainedEntry), rights: ['dsl'] }],
    [2, bare],
  ];
  for (const [n, changed] of forged)
    expect(verifyChain(whole.with(n - 1, changed))).toEqual({ intact: false, firstBad: n });
});

it('reads an entry out of a page’s line as it was, with door and rights or of before them', () => {
  const noted: JournalEntry = { ...entry(2), door: 'command', rights: [] };
  for (const one of [entry(2), noted]) {
    const text = canonical(2, one);
    expect(entryOfLine(text)).toStrictEqual({ ...one, n: 2, text });
  }
  expect(entryOfLine(canonical(2, entry(2)).replace(/\]$/, ',"tab"]'))).toBeUndefined();
  expect(entryOfLine(canonical(2, noted).replace(/\]$/, ',1]'))).toBeUndefined();
});
