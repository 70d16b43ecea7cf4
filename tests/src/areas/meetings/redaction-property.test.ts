import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHiding } from '../../../../src/areas/meetings/redact/hide-children.ts';
import { ordinary } from '../../../../src/areas/meetings/redact/ordinary.ts';
import type { HiddenChild } from '../../../../src/areas/meetings/redact/who-is-hidden.ts';
import { leaksOf } from '../../../bench/redaction-leaks.ts';
import { seeded } from '../../../bench/policy-checks.ts';
import { generateMinute } from '../../../support/generated-minutes.ts';

/** A name of any letters that people have: long enough not to stand in what is written around it. */
const letters = fc.constantFrom(...'abcdefghilmnoprstuvzàçéñöşßøłżśλдж'.split(''));
const part = fc
  .string({ unit: letters, minLength: 4, maxLength: 9 })
  .map((name) => `X${name}`)
  .filter((name) => !ordinary.has(name.toLowerCase()));
const name = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('-')));
const child: fc.Arbitrary<HiddenChild> = fc.record({
  label: fc.constant('Child A'),
  givenName: name,
  familyName: name,
  knownAs: fc.option(name, { nil: null }),
});
const around = fc.string({
  unit: fc.constantFrom(...'0 1 . , ; ! ? ( ) " / \n \t – … * # é ü'.split(' '), ' '),
  maxLength: 12,
});
const written = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => `${text}’s`,
);

const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

describe('whatever a child is called and whatever stands around it', () => {
  it('none of the names is left', () => {
    fc.assert(
      fc.property(child, around, around, written, (one, before, behind, write) => {
        const hide = createHiding([one]);
        for (const said of [
          one.givenName,
          one.familyName,
          one.knownAs ?? one.givenName,
          `${one.familyName}, ${one.givenName}`,
        ]) {
          // What is written without a gap is another word.
          const shown = bare(hide(`${before} ${write(said)} ${behind}`));
          for (const each of said.split(/[ ,-]+/u)) if (each !== '') expect(shown).not.toContain(bare(each));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what is hidden once stays as it is when it is hidden again', () => {
    fc.assert(
      fc.property(child, around, (one, before) => {
        const hide = createHiding([one]);
        const once = hide(`${before} ${one.givenName} ${one.familyName}`);
        expect(hide(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it('no rendering of a generated minute tells what it must not', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (seed) => {
        expect(leaksOf(generateMinute(seeded(seed))).leaks).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
