import fc from 'fast-check';

const signs = [...'=+-@|%\uff1d\uff0b\uff0d\uff20'];
const unseen = ['', ' ', '\u00a0', '\ufeff', '\u0000', '\u0007', '\u200b', '\u202e', '"', "'", '\t', '\f'];
const breaks = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'];

/** Texts of which many begin, or have a line that begins, with what a spreadsheet would work out; and any others. */
export const formulaText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('', 'Ellie', ...breaks.map((end) => `Ellie${end}`), ...breaks),
      fc.array(fc.constantFrom(...unseen), { maxLength: 3 }),
      fc.constantFrom('', ...signs),
      fc.string(),
    )
    .map(([before, between, sign, after]) => before + between.join('') + sign + after),
);

/** Whether a spreadsheet could work a text, or a line of it, out; told without a regular expression for all of it. */
export function isFormula(text: string): boolean {
  const lines = text.split(/[\r\n\u0085\u2028\u2029]/);
  const begins = (line: string): string | undefined =>
    [...line].find((sign) => !/[\s\p{C}]/u.test(sign) && sign !== '"' && sign !== "'");
  return text.startsWith('\t') || text.startsWith('\r') || lines.some((line) => signs.includes(begins(line) ?? 'none'));
}
