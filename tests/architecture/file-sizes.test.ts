import { expect, it } from 'vitest';
import { houseFiles, isCode, type HouseFile } from './house.ts';

/** Data in the form of code, which is easier to read in one piece: the words of the glossary, the demonstration's people and texts. */
const tableOfData = /\/(fields|contract|cast|[a-z-]*-(data|table|texts))\.ts$/;

const lines = (file: HouseFile) => file.text.trimEnd().split('\n').length;
const product = (path: string) => /^(src|bot|tab)\//.test(path) && isCode(path) && !tableOfData.test(path);

/** Length below which a share of the files lies. */
function quantile(lengths: readonly number[], share: number): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

const longerThan = (limit: number, files: readonly HouseFile[]) =>
  files.filter((file) => lines(file) > limit).map((file) => `${file.path}: ${lines(file)} lines`);

const code = houseFiles().filter((file) => isCode(file.path) && !tableOfData.test(file.path));
const lengths = code.filter((file) => product(file.path)).map(lines);

it('no code file is longer than 300 lines', () => {
  expect(longerThan(300, code)).toEqual([]);
});

it('half of the product’s files have at most 50 lines, nine tenths at most 150', () => {
  expect(lengths.length).toBeGreaterThan(20);
  expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(50);
  expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(150);
});

it('the measures notice a house of long files', () => {
  const long = { path: 'src/x.ts', text: 'a\n'.repeat(301) };
  expect(longerThan(300, [long])).toEqual(['src/x.ts: 301 lines']);
  expect(quantile([10, 20, 60, 70], 0.5)).toBe(20);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 200], 0.9)).toBe(9);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 160, 200], 0.9)).toBe(160);
});
