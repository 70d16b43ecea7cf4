import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { faultsCsv } from '../../../tab/people/faults-csv.ts';

const rows = (text: string): readonly string[][] => parse(text, { bom: true });

it('is read back as it was, whatever stands in it', () => {
  const words = fc.string().map((text) => `w${text}`);
  const fault = fc.record({ file: words, line: fc.nat(), column: words, why: words });
  fc.assert(
    fc.property(fc.array(fault), (faults) => {
      const expected = faults.map(({ file, line, column, why }) => [file, line > 0 ? String(line) : '', column, why]);
      expect(rows(faultsCsv(faults)).slice(1)).toEqual(expected);
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('gives a spreadsheet nothing to calculate: %j', (file) => {
  const [, row] = rows(faultsCsv([{ file, line: 0, why: file }]));
  expect(row).toEqual([`'${file}`, '', '', `'${file}`]);
});
