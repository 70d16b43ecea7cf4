import { afterEach, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { reportStaffConcern } from '../../../src/areas/staff-concerns/report-staff-concern.ts';
import { readConcern, searchConcerns } from '../../../src/areas/concerns/views.ts';
import { createLimits, type Limit } from '../../../src/perform/limits.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { newForm, people, startKernel, type Kernel } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.close());

const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
const small = (person: number, tenant = 1_000): Limit => ({
  person: { burst: person, aMinute: person },
  tenant: { burst: tenant, aMinute: tenant },
});

async function start(table = { reads: small(3), searches: small(1), exports: small(1) }) {
  const k = (kernel = await startKernel());
  const clock = handSetClock();
  const { log, lines } = recordedLog();
  const flags: string[] = [];
  const limits = createLimits({ rules: k.rules, clock, log, table, flagged: (what) => flags.push(what) });
  const perform = limits.perform(k.perform);
  const told = await perform(reportConcern, people.daniel, typed, newForm());
  return { perform, read: limits.read(k.read), clock, lines, flags, id: told.ok ? told.answer.concern : '' };
}

it('looks beyond the limit wait, each kind and each person by themselves, and go on after the pause', async () => {
  const { read, clock, lines, flags, id } = await start();
  const look = async (who = people.priya) => (await read(readConcern, who, { id })).ok;
  expect([await look(), await look(), await look()]).toEqual([true, true, true]);
  expect(await read(readConcern, people.priya, { id })).toEqual({ ok: false, problem: { code: 'too-many', wait: 20 } });
  expect(await look(people.tom)).toBe(true);
  expect((await read(searchConcerns, people.priya, { words: 'coat' })).ok).toBe(true);
  expect((await read(searchConcerns, people.priya, { words: 'coat' })).ok).toBe(false);
  expect(flags).toEqual(['limited', 'limited']);
  expect(lines.map(({ event, kind }) => [event, kind])).toEqual([
    ['limits.refused', 'reads'],
    ['limits.refused', 'searches'],
  ]);
  clock.forward(20);
  expect(await look()).toBe(true);
  expect(await look()).toBe(false);
});

it('a whole tenant has a limit too', async () => {
  const { read, id } = await start({ reads: small(100, 2), searches: small(1), exports: small(1) });
  const looks = [people.priya, people.tom, people.priya].map((who) => read(readConcern, who, { id }));
  expect((await Promise.all(looks)).map(({ ok }) => ok)).toEqual([true, true, false]);
});

it('a flood of reports is taken, every one of them, and flagged once an hour', async () => {
  const { perform, lines, flags, clock } = await start();
  const flood = () =>
    Promise.all(Array.from({ length: 60 }, () => perform(reportConcern, people.daniel, typed, newForm())));
  expect((await flood()).every(({ ok }) => ok)).toBe(true);
  expect(flags).toEqual(['many-reports']);
  expect(lines).toEqual([
    {
      level: 'security',
      event: 'limits.many-reports',
      tenant: people.daniel.tenant,
      person: people.daniel.person,
      most: 20,
    },
  ]);
  clock.forward(3_600);
  expect((await flood()).every(({ ok }) => ok)).toBe(true);
  expect(flags).toEqual(['many-reports', 'many-reports']);
});

it('reports about adults count with those about children, and are taken like them', async () => {
  const { perform, lines, flags } = await start();
  const about = { about: 'adult', who: 'Mr Tait', words: 'He shouted.', when: 'just now' } as const;
  // One report about a child was the first.
  for (let i = 1; i < 20; i++)
    expect(await perform(reportStaffConcern, people.daniel, about, newForm())).toMatchObject({ ok: true });
  expect(flags).toEqual([]);
  expect(await perform(reportStaffConcern, people.daniel, about, newForm())).toMatchObject({ ok: true });
  expect(flags).toEqual(['many-reports']);
  expect(lines).toMatchObject([{ event: 'limits.many-reports', person: people.daniel.person }]);
});

it('whoever opens very many different records is flagged and not kept from it; the same one again counts once', async () => {
  const wide = { reads: small(1_000), searches: small(1), exports: small(1) };
  const { perform, read, flags } = await start(wide);
  const ids: string[] = [];
  for (let i = 0; i < 201; i++) {
    const told = await perform(reportConcern, [people.daniel, people.zoe][i % 2]!, typed, newForm());
    if (told.ok) ids.push(told.answer.concern);
  }
  flags.length = 0;
  const open = async (id: string) => (await read(readConcern, people.priya, { id })).ok;
  for (const id of ids.slice(0, 200)) expect(await open(id)).toBe(true);
  for (const id of ids.slice(0, 10)) await open(id);
  expect(flags).toEqual([]);
  expect(await open(ids[200]!)).toBe(true);
  expect(flags).toEqual(['many-records']);
});
