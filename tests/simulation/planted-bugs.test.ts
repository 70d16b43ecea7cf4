import { afterAll, beforeAll, expect, it } from 'vitest';
import { rules } from './check-history.ts';
import { plantedBugs, type Bug, type BugName } from './planted-bugs.ts';
import { simulateSeed } from './simulate-seed.ts';
import { makeTemplate, type Template } from './template.ts';

let template: Template;
beforeAll(async () => void (template = await makeTemplate()));
afterAll(() => template.remove());

/** So many seeds at most until a bug has shown itself. */
const patience = 60;

it('there is a bug for each rule', () => {
  expect(new Set(Object.values(plantedBugs).map(({ breaks }) => breaks))).toEqual(new Set(rules));
});

it.each(Object.keys(plantedBugs) as BugName[])('notices: %s', async (name) => {
  const bug: Bug = plantedBugs[name];
  const found = new Set<string>();
  for (let seed = 1; seed <= patience && !found.has(bug.breaks); seed++) {
    const { violations } = await simulateSeed(template, seed, { bug, asItIs: true });
    for (const { rule } of violations) found.add(rule);
  }
  expect([...found]).toContain(bug.breaks);
});
