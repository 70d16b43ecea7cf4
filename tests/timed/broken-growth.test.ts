import { expect, it } from 'vitest';
import { judge, readGoals } from '../bench/figure.ts';
import type { GrownSchool } from '../bench/grown-school.ts';
import { measureGrowth } from '../bench/growth.ts';

const goals = readGoals();

async function measure(large: number, looks: number, broken?: (school: GrownSchool) => void) {
  const { figures } = await measureGrowth({ small: 1_000, large, looks, ...(broken && { broken }) });
  return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
}

it('passes the list as it is', async () => {
  expect(await measure(20_000, 60)).toMatchObject({ 'list.growth': { pass: true }, 'memory.growth': { pass: true } });
});

it('notices that a list is sorted at each look, and that a search no longer finds rows by their place', async () => {
  // A page then takes seven times as long and a search more than a hundred times: a few looks tell.
  const without = await measure(8_000, 8, ({ sqlite }) =>
    sqlite.exec('drop index concern_reportedAt; drop index concern_place; pragma automatic_index = off'),
  );
  expect(without['list.growth']).toMatchObject({ pass: false });
  expect(without['search.growth_p50']).toMatchObject({ pass: false });
});
