import { afterEach, beforeEach, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { addAgency } from '../../../src/areas/people/add-agency.ts';
import { correctAgency } from '../../../src/areas/people/correct-agency.ts';
import { agencyKind } from '../../../src/areas/people/fields.ts';
import { listAgencies } from '../../../src/areas/people/list-agencies.ts';
import { retireAgency } from '../../../src/areas/people/retire-agency.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, stranger } = people;
const person = (n: number, name: string): Identity => ({
  ...{ tenant, person: `6b1c7a1e-1111-4111-8111-0000000000${n}`, name, door: 'tab' },
});
const [sheila, ruth] = [person(40, 'Sheila Brandt'), person(41, 'Ruth Appleyard')];
const other = 'brackenfold';

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ otherSchools: [other], now: () => '2026-12-10T08:05:00.000Z' });
  const duty = { personId: priya.person, personName: priya.name, phone: '01632 960114' };
  const grant = (who: Identity, role: 'dsl' | 'safeguarding-administrator') => ({
    ...{ personId: who.person, personName: who.name, role },
  });
  const empty = { staff: [], pupils: [], duty };
  for (const made of [
    { ...empty, school, roles: [grant(sheila, 'safeguarding-administrator')] },
    { ...empty, school: other, roles: [grant(ruth, 'dsl')], agencies: [{ name: 'Kestrel CAMHS', kind: 'camhs' }] },
  ])
    expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());
async function list(who: Identity) {
  const seen = await kernel.read(listAgencies, who, {});
  return seen.ok ? seen.answer.answer : undefined;
}
const mash = { school, kind: 'mash', name: 'Harrow Vale MASH', phone: '01632 960700' };
async function added(over: object = {}, who = priya) {
  const result = await act(addAgency, who, { ...mash, ...over });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.agency;
}

it('has the kinds of the glossary', () => {
  const glossary = [
    'childrens-social-care mash edt early-help-family-hub police prevent-team channel-panel lado virtual-school',
    'send-team educational-psychology attendance-ews cme-team school-nursing health-visiting gp paediatrics camhs',
    'mhst salt ot youth-justice probation cafcass court housing domestic-abuse-service',
    'substance-misuse-service young-carers-service voluntary faith ap-provider other-school early-years trust-central ofsted',
    'dfe ico nspcc ceop',
  ].join(' ');
  expect(Object.keys(agencyKind)).toEqual(glossary.split(' '));
});

it('is kept by a lead, a deputy and the safeguarding administrator, and by nobody else', async () => {
  const ids = [
    await added(),
    await added({ name: 'Out of hours team', kind: 'edt', outOfHours: 'After five and at weekends.' }, tom),
    await added({ name: 'Police, neighbourhood team', kind: 'police' }, sheila),
  ];
  for (const who of [daniel, kayleigh, stranger]) {
    expect(await act(addAgency, who, mash)).toMatchObject({ problem: { code: 'not-found' } });
    const over = { ...mash, agency: ids[0], rev: 1 };
    const { school: _school, ...values } = over;
    expect(await act(correctAgency, who, values)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await act(retireAgency, who, { agency: ids[0], rev: 1, retired: true })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await list(who)).toBeUndefined();
  }
  for (const who of [priya, tom, sheila]) {
    const page = await list(who);
    expect(page?.items.map(({ name, mayChange }) => [name, mayChange])).toEqual([
      ['Harrow Vale MASH', true],
      ['Out of hours team', true],
      ['Police, neighbourhood team', true],
    ]);
    expect(page?.mayAddTo).toEqual([school]);
  }
  const looks = [...kernel.journalEntries(tenant)].filter((entry) => entry.act === 'list-agencies');
  expect(looks.at(-1)).toMatchObject({ verb: 'list', outcome: 'shown' });
  expect(new Set(looks.at(-1)?.subjects)).toEqual(new Set(ids));
});

it('is each school’s own: nothing is read, added or changed at another', async () => {
  const there = (await list(ruth))?.items ?? [];
  expect(there.map(({ name }) => name)).toEqual(['Kestrel CAMHS']);
  const agency = there[0]?.id;
  expect(await act(addAgency, priya, { ...mash, school: other })).toMatchObject({ problem: { code: 'not-found' } });
  expect(await act(retireAgency, priya, { agency, rev: 1, retired: true })).toMatchObject({
    problem: { code: 'not-found' },
  });
  expect((await list(priya))?.items).toEqual([]);
});

it('is corrected as a whole, on the revision that was seen; what is left out is emptied', async () => {
  const agency = await added({ outOfHours: 'The emergency duty team answers.' });
  const { school: _school, ...known } = mash;
  const now = { ...known, agency, rev: 1, phone: '01632 960701', email: 'mash@harrowvale.example' };
  expect(await act(correctAgency, tom, now)).toMatchObject({ ok: true });
  const [item] = (await list(priya))?.items ?? [];
  expect(item).toMatchObject({ rev: 2, phone: '01632 960701', email: 'mash@harrowvale.example' });
  expect(item).not.toHaveProperty('outOfHours');
  expect(await act(correctAgency, priya, { ...now, phone: '01632 960702' })).toMatchObject({
    problem: { code: 'changed-meanwhile' },
  });
  expect(await act(correctAgency, priya, { ...now, rev: 2 })).toMatchObject({ problem: { code: 'already-done' } });
  // The journal says which fields, never what stands in them.
  const entry = [...kernel.journalEntries(tenant)].find((one) => one.act === 'correct-agency');
  expect(JSON.stringify(entry)).not.toContain('harrowvale');
});

it('is retired and stays on the list, and may come back; nothing is deleted', async () => {
  const agency = await added();
  expect(await act(retireAgency, sheila, { agency, rev: 1, retired: true })).toMatchObject({ ok: true });
  expect((await list(priya))?.items).toMatchObject([{ id: agency, retiredAt: '2026-12-10T08:05:00.000Z' }]);
  expect(await act(retireAgency, priya, { agency, rev: 2, retired: true })).toMatchObject({
    problem: { code: 'already-done' },
  });
  // Its name is free for one that is worked with.
  await added();
  expect(await act(retireAgency, priya, { agency, rev: 2, retired: false })).toMatchObject({ ok: true });
  expect((await list(priya))?.items.map((one) => one.retiredAt)).toEqual([undefined, undefined]);
});

it.each([
  [{ name: ' ' }, 'name', 'Write its name.'],
  [{ name: 'harrow vale mash' }, 'name', 'on the list already'],
  [{ kind: 'coven' }, 'kind', 'Choose what kind'],
  [{ name: 'Nobody', phone: undefined }, 'phone', 'a telephone number or an e-mail address'],
  [{ name: 'Nobody', email: 'nowhere' }, 'email', 'no e-mail address'],
])('says what is wrong with %j', async (over, name, message) => {
  await added();
  const body = JSON.parse(JSON.stringify({ ...mash, ...over })) as object;
  const result = await act(addAgency, priya, body);
  expect(result).toMatchObject({ problem: { code: 'invalid-input' } });
  const fault = result.ok ? undefined : result.problem.fields?.find((one) => one.name === name);
  expect(fault?.message).toContain(message);
});
