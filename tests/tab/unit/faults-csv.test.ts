import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { formulaText, isFormula } from '../../support/formulas.ts';
import { faultsCsv } from '../../../tab/people/faults-csv.ts';

const rows = (text: string): readonly string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

it('is read back as it was, whatever stands in it, and gives a spreadsheet nothing to calculate', () => {
  const fault = fc.record({ file: formulaText, line: fc.nat(), column: formulaText, why: formulaText });
  const safe = (text: string) => (isFormula(text) ? `'${text}` : text);
  fc.assert(
    fc.property(fc.array(fault), (faults) => {
      const expected = faults.map(({ file, line, column, why }) => [
        ...[safe(file), line > 0 ? String(line) : '', safe(column), safe(why)],
      ]);
      expect(rows(faultsCsv(faults)).slice(1)).toEqual(expected);
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('gives a spreadsheet nothing to calculate: %j', (file) => {
  const [, row] = rows(faultsCsv([{ file, line: 0, why: file }]));
  expect(row).toEqual([`'${file}`, '', '', `'${file}`]);
});
