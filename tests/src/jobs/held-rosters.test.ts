import { expect, it } from 'vitest';
import { createHeldRosters, type Held } from '../../../src/jobs/held-rosters.ts';
import { people } from '../../support/kernel.ts';
import { until } from '../../support/until.ts';

const held = (id: string): Held => ({
  held: id,
  school: { id: 'a', name: 'A' },
  source: 'files',
  roster: { source: 'files', format: '', faults: [], digest: '', rows: {} as never },
});
const { priya, tom, zoe } = people;

it('keeps one for each person, and gives it to nobody else', () => {
  const rosters = createHeldRosters();
  rosters.put(priya, held('1'));
  rosters.put(priya, held('2'));
  expect(rosters.find(priya, '1')).toBeUndefined();
  expect(rosters.find(priya)?.held).toBe('2');
  expect(rosters.find(tom, '2')).toBeUndefined();
  rosters.drop(tom, '2');
  expect(rosters.find(priya, '2')).toBeDefined();
  rosters.clear();
  expect(rosters.find(priya)).toBeUndefined();
});

it('forgets by itself, a while after the last look', async () => {
  const rosters = createHeldRosters({ lifetimeMs: 20 });
  rosters.put(priya, held('1'));
  expect(rosters.find(priya, '1')).toBeDefined();
  await until('it is forgotten', () => (rosters.find(priya) ? undefined : true), 5);
});

it('keeps so many at all: the oldest goes', () => {
  const rosters = createHeldRosters({ most: 2 });
  for (const who of [priya, tom, zoe]) rosters.put(who, held(who.person));
  expect([priya, tom, zoe].map((who) => rosters.find(who) !== undefined)).toEqual([false, true, true]);
  rosters.put(zoe, held('again'));
  expect(rosters.find(tom)).toBeDefined();
  rosters.clear();
});
