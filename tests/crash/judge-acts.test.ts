import { expect, it } from 'vitest';
import { judgeActs, type DoneAct } from './judge-acts.ts';

const act = (n: number, ...traces: string[]): DoneAct => ({
  case: 'a',
  verb: 'report-concern',
  digest: `${n}`,
  traces,
});
const acts = [act(1, 'one'), act(2, 'two', 'three')];
const journal = [
  { verb: 'report-concern', digest: '1' },
  { verb: 'report-concern', digest: '2' },
];
const whole = { traces: ['one', 'two', 'three'], written: ['one', 'two', 'three'], journal };
const none = { lost: [], doubled: [], disordered: [], journal: [] };

it('finds nothing where each act left each trace once and in its order', () => {
  expect(judgeActs(acts, whole)).toEqual(none);
  // Rows lie in several lists, so only the order of writes says anything.
  expect(judgeActs(acts, { ...whole, traces: ['three', 'one', 'two'] })).toEqual(none);
});

it('finds what is missing', () => {
  expect(judgeActs(acts, { ...whole, traces: ['one', 'three'] })).toEqual({ ...none, lost: ['two'] });
});

it('finds what is there twice, and what nobody did', () => {
  const traces = ['one', 'one', 'two', 'three', 'four'];
  expect(judgeActs(acts, { ...whole, traces })).toEqual({ ...none, doubled: ['one', 'four'] });
});

it('finds a write that came before an earlier one of its case, or twice', () => {
  expect(judgeActs(acts, { ...whole, written: ['one', 'three', 'two'] })).toEqual({ ...none, disordered: ['two'] });
  expect(judgeActs(acts, { ...whole, written: ['one', 'two', 'two', 'three'] })).toEqual({
    ...none,
    disordered: ['two'],
  });
  const others = [...acts, { ...act(3, 'other'), case: 'b' }];
  const found = {
    ...whole,
    traces: [...whole.traces, 'other'],
    journal: [...journal, { verb: 'report-concern', digest: '3' }],
  };
  expect(judgeActs(others, { ...found, written: ['one', 'other', 'two', 'three'] })).toEqual(none);
});

it('finds an act without a row in the journal, with two, and a row without an act', () => {
  const rows = (...digests: string[]) => digests.map((digest) => ({ verb: 'report-concern', digest }));
  expect(judgeActs(acts, { ...whole, journal: rows('1') }).journal).toEqual(['report-concern 2']);
  expect(judgeActs(acts, { ...whole, journal: rows('1', '1', '2') }).journal).toEqual(['report-concern 1']);
  expect(judgeActs(acts, { ...whole, journal: rows('1', '2', '3') }).journal).toEqual(['report-concern 3']);
});
