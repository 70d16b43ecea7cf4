import { expect, it } from 'vitest';
import { judgeRows, type Act } from './judge-rows.ts';

const act = (record: string, rev: number, more: Partial<Act> = {}): Act => ({
  ...{ act: `${record}${rev}`, record, rev, words: `words of ${record}${rev}` },
  ...more,
});
const acts = [act('a', 1), act('a', 2), act('a', 3), act('b', 1)];
const a = acts.slice(0, 3);
const b = acts.slice(3);
const well = { lost: 0, doubled: 0, disordered: 0 };

it('finds each act once and in order', () => {
  expect(judgeRows(acts, [a, b])).toEqual(well);
});

it.each([
  ['a row that is not there', [a], { lost: 1 }],
  ['an act that never came', [[act('a', 1), act('a', 2)], b], { lost: 1 }],
  ['an act without its words', [[act('a', 1), act('a', 2, { words: 'others' }), act('a', 3)], b], { lost: 1 }],
  ['an act in another case’s row', [a, [act('a', 1, { act: 'b1' })]], { lost: 1 }],
  ['a second row of a case', [a, b, b], { doubled: 1 }],
  ['an update that was written twice', [[...a, act('a', 3)], b], { doubled: 1 }],
  ['an older act written over a newer one', [[...a, act('a', 2)], b], { doubled: 1 }],
  ['acts in the wrong order', [[act('a', 1), act('a', 3), act('a', 2)], b], { disordered: 1 }],
] as const)('notices %s', (_what, rows, verdict) => {
  expect(judgeRows(acts, rows)).toEqual({ ...well, ...verdict });
});
