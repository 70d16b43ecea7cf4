import { afterAll, beforeAll, expect, it } from 'vitest';
import { judge, readGoals } from '../bench/figure.ts';
import { digestOf } from './digest-of.ts';
import { measureSimulation } from './measure-simulation.ts';
import { simulateSeed } from './simulate-seed.ts';
import { makeTemplate, type Template } from './template.ts';

let template: Template;
beforeAll(async () => void (template = await makeTemplate()));
afterAll(() => template.remove());

it('lives through one seed twice in the same way, letter for letter', async () => {
  for (const seed of [3, 11]) {
    const [once, again] = [await simulateSeed(template, seed), await simulateSeed(template, seed)];
    expect(once.history.events).toEqual(again.history.events);
    expect(digestOf(once.history)).toBe(digestOf(again.history));
  }
  const [one, other] = [await simulateSeed(template, 3), await simulateSeed(template, 4)];
  expect(digestOf(one.history)).not.toBe(digestOf(other.history));
});

it('breaks no rule in any run', async () => {
  const { figures, rounds } = await measureSimulation({ seeds: 200, most: 400, seconds: 60 });
  const lines = figures.map((figure) => judge(figure, readGoals()));
  for (const line of lines) console.log(JSON.stringify(line));
  expect(lines.map(({ metric, pass }) => [metric, pass])).toEqual([['simulate.violations', true]]);
  // Every kind of misfortune had its chance.
  const { counts } = rounds as { readonly counts: Readonly<Record<string, number>> };
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
});
