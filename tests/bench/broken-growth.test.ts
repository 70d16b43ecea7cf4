import { expect, it } from 'vitest';
import { judge, readGoals } from './figure.ts';
import type { GrownSchool } from './grown-school.ts';
import { measureGrowth } from './growth.ts';

const goals = readGoals();

async function measure(broken?: (school: GrownSchool) => void) {
  const { figures } = await measureGrowth({ small: 1_000, large: 20_000, looks: 60, ...(broken && { broken }) });
  return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
}

it('passes the list as it is', async () => {
  expect(await measure()).toMatchObject({ 'list.growth': { pass: true } });
});

it('notices that a list is sorted at each look, and that a search no longer finds rows by their place', async () => {
  const without = await measure(({ sqlite }) =>
    sqlite.exec('drop index concern_reportedAt; drop index concern_place; pragma automatic_index = off'),
  );
  expect(without['list.growth']).toMatchObject({ pass: false });
  expect(without['search.growth_p50']).toMatchObject({ pass: false });
});
