import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalLine } from '../../../../src/areas/journal/contract.ts';
import { cell, csvOf } from '../../../../src/areas/journal/csv.ts';
import { formulaText, isFormula } from '../../../support/formulas.ts';

const line = fc.record({
  at: fc.constant('2026-07-01T12:30:00.000Z'),
  who: formulaText,
  did: formulaText,
  kind: fc.constantFrom('read', 'deny'),
  about: fc.constant('concern'),
  refused: fc.boolean(),
  why: formulaText,
}) as fc.Arbitrary<JournalLine>;

it('gives each line once with all its text, whatever stands in it, and no cell that a spreadsheet would work out', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const rows = parse(csvOf(lines), { bom: true, relax_column_count: false, record_delimiter: '\r\n' });
      expect(rows).toHaveLength(lines.length + 1);
      lines.forEach(({ who, did, why }, i) => {
        const [when, ...cells] = rows[i + 1] ?? [];
        expect(when).toBe('2026-07-01 13:30:00');
        const given = [who, did, 'Opened', 'Concerns', '', why, '', ''];
        [cells[0], cells[1], cells[5]].forEach((shown = '', place) => {
          const meant = [who, did, why ?? ''][place] ?? '';
          expect(shown).toBe(isFormula(meant) ? `'${meant}` : meant);
        });
        expect(cells).toHaveLength(given.length);
      });
    }),
  );
});

it.each([
  ['=1+1', `"'=1+1"`],
  ['  =cmd|x', `"'  =cmd|x"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['"=1"', `"'""=1"""`],
  ['\u0000=1', `"'\u0000=1"`],
  ['\uff1d1', `"'\uff1d1"`],
  ['a\n=1', `"'a\n=1"`],
  ['a - b', '"a - b"'],
  ['Tom Whitlock', '"Tom Whitlock"'],
  ['a, "b"\nc', '"a, ""b""\nc"'],
  ['C-2026-0142', '"C-2026-0142"'],
])('writes %o as %s', (given, written) => expect(cell(given)).toBe(written));

it('writes a heading, the mark of UTF-8, and each line in the school’s time with what was refused and why', () => {
  const entry = { at: '2026-12-10T08:05:09.000Z', who: 'Priya Raman', did: 'read C-2026-0142', about: 'concern' };
  const lines = [
    { ...entry, kind: 'read', refused: false, door: 'chat', right: 'as head' },
    { ...entry, kind: 'deny', refused: true, why: 'not theirs' },
  ] as unknown as readonly JournalLine[];
  const [first, second, third, ...rest] = csvOf(lines).split('\r\n');
  expect(first).toBe('\uFEFF"When (school time)","Who","What","Kind","About","Refused","Why","From","By which right"');
  expect(second).toBe(
    '"2026-12-10 08:05:09","Priya Raman","read C-2026-0142","Opened","Concerns","","","In the chat","as head"',
  );
  expect(third).toMatch(
    /^"2026-12-10 08:05:09","Priya Raman","read C-2026-0142","[^"]+","Concerns","refused","not theirs","",""$/,
  );
  expect(rest).toEqual(['']);
});

it('takes no longer for a text that was written to hold it up', () => {
  const before = performance.now();
  for (const sign of ['\n', ' ', '"', '\n "', '\u200b', '\r\n\t']) cell(sign.repeat(60_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});
