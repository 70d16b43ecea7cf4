import { expect, it } from 'vitest';
import { judge, readGoals, type Figure, type Goals } from './figure.ts';
import { metrics } from './metrics.ts';

const goals: Goals = { count: { exactly: 1 }, time: { below: 500 }, cost: { atMost: 3 }, speed: { atLeast: 0.95 } };
const figure = (metric: string, value: number | null, more: Partial<Figure> = {}): Figure => ({
  ...{ metric, value, unit: '', yardstick: null, ratio: null },
  ...more,
});
const passes = (found: Figure) => judge(found, goals).pass;

it.each([
  ['count', 1, true],
  ['count', 0, false],
  ['count', 2, false],
  ['time', 499.9, true],
  ['time', 500, false],
  ['cost', 3, true],
  ['cost', 3.01, false],
  ['speed', 0.95, true],
  ['speed', 0.949, false],
] as const)('holds a %s of %d against its goal', (metric, value, pass) => {
  expect(passes(figure(metric, value))).toBe(pass);
});

it('holds both ends of a range against the goal', () => {
  expect(passes(figure('cost', 2.8, { range: [2.6, 3.1] }))).toBe(false);
  expect(passes(figure('cost', 2.8, { range: [2.6, 2.9] }))).toBe(true);
  expect(passes(figure('count', 1, { range: [0, 1] }))).toBe(false);
});

it('does not pass what could not be measured, or was not measured rightly', () => {
  expect(judge(figure('count', null, { why: 'no strace' }), goals)).toMatchObject({ pass: false, why: 'no strace' });
  expect(passes(figure('cost', 1, { why: 'looks without rows' }))).toBe(false);
  expect(passes(figure('unheard-of', null))).toBe(false);
});

it('prints a figure without a goal', () => {
  expect(judge(figure('unheard-of', 7), goals)).toMatchObject({ goal: null, pass: true });
});

it('has a measurement for every goal', () => {
  // What mutation testing finds is measured by a command of its own: npm run mutate.
  const measured = [...metrics.flatMap(({ names }) => names), 'mutation.score'];
  expect(Object.keys(readGoals()).filter((metric) => !measured.includes(metric))).toEqual([]);
  expect(readGoals()['submit.fsyncs']).toEqual({ exactly: 1 });
});
