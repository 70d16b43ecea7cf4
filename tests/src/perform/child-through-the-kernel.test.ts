import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { listConcernsOfChild } from '../../../src/areas/concerns/list-concerns-of-child.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { withdrawPerson } from '../../../src/areas/concerns/withdraw-person.ts';
import { listFamily } from '../../../src/areas/people/list-family.ts';
import { readChild } from '../../../src/areas/people/read-child.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { newForm, people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, zoe, stranger } = people;
const ruth: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000012', name: 'Ruth Appleyard', door: 'tab' };
const other = 'brackenfold';

const claire = { givenName: 'Claire', familyName: 'Hale', email: 'Claire.Hale@example.org', phone: '01632 960310' };
const child = (givenName: string, familyName: string, formGroup: string, over: object = {}) => ({
  ...{ givenName, familyName, formGroup, yearGroup: `Year ${parseInt(formGroup)}`, ...over },
});
const parentOf = (...pupils: readonly number[]) => pupils.map((pupil) => ({ pupil, relationship: 'parent' as const }));

/** Children of Harrowmere beside those of every test, with their people. */
const atHarrowmere = {
  ...{ school, staff: [], roles: [] },
  duty: { personId: priya.person, personName: priya.name, phone: '01632 960114' },
  pupils: [
    child('Rowan', 'Hale', '8B', {
      ...{ knownAs: 'Ro', middleNames: 'Wren', formerNames: 'Rowan Pike\nRo Pike', birthDate: '2014-03-09' },
      ...{ upn: 'A123456789012', earlierFile: 'to-ask' },
    }),
    child('Juno', 'Hale', '10C'),
    child('Otis', 'Grey', '7A'),
    child('Ned', 'Hale', '11A', { leftAt: '2026-07-20T12:00:00.000Z' }),
  ],
  contacts: [
    { contact: claire, of: parentOf(0, 1, 3) },
    { contact: { givenName: 'Sam', familyName: 'Vane', phone: '01632 960311' }, of: parentOf(1) },
    // The same surgery stands behind two children: no family.
    {
      contact: { givenName: 'Dr', familyName: 'Lomax' },
      of: [
        { pupil: 0, relationship: 'doctor' as const },
        { pupil: 2, relationship: 'doctor' as const },
      ],
    },
    // One number for two people of other names: an office’s.
    { contact: { givenName: 'Ida', familyName: 'Grey', phone: '01632 960310' }, of: parentOf(2) },
  ],
};
const atBrackenfold = {
  ...{ school: other, staff: [{ personId: ruth.person, name: ruth.name }] },
  roles: [{ personId: ruth.person, personName: ruth.name, role: 'dsl' as const }],
  duty: { personId: ruth.person, personName: ruth.name, phone: '01632 960220' },
  pupils: [child('Wilf', 'Hale', '3A')],
  contacts: [{ contact: { ...claire, email: 'claire.hale@example.org', phone: '07700 900310' }, of: parentOf(0) }],
};

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ otherSchools: [other] });
  for (const each of [atHarrowmere, atBrackenfold]) {
    const made = await kernel.perform(setUpSchool, setupIdentity(tenant), each, newForm());
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
  }
});
afterEach(() => kernel.close());

const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());
async function done<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object): Promise<O> {
  const result = await act(useCase, who, input);
  if (!result.ok) throw new Error(`${useCase.verb}: ${JSON.stringify(result.problem)}`);
  return result.answer;
}
const look = async <P extends object, R, O>(view: View<P, R, O>, who: Identity, params: object) => {
  const seen = await kernel.read(view, who, params);
  return seen.ok ? seen.answer.answer : undefined;
};
function idOf(givenName: string, form: string): string {
  const row = kernel.database.sqlite
    .prepare('select id from pupil where givenName = ? and formGroup = ?')
    .get(givenName, form) as { id: string };
  return row.id;
}
const looks = () => [...kernel.journalEntries(tenant)].at(-1);

describe('a child’s page', () => {
  it('says who the child is, by all their names, and who belongs to them; no pupil number', async () => {
    const id = idOf('Rowan', '8B');
    const page = await look(readChild, priya, { id });
    expect(page).toEqual({
      ...{ id, rev: 1, school, name: 'Rowan (Ro) Hale', givenName: 'Rowan', familyName: 'Hale', knownAs: 'Ro' },
      ...{ middleNames: 'Wren', formerNames: ['Rowan Pike', 'Ro Pike'], yearGroup: 'Year 8', formGroup: '8B' },
      ...{ birthDate: '2014-03-09', earlierFile: 'to-ask' },
      contacts: [
        {
          ...{ id: expect.any(String) as string, name: 'Claire Hale', relationship: 'parent' },
          ...{ email: 'Claire.Hale@example.org', phone: '01632 960310' },
        },
        { id: expect.any(String) as string, name: 'Dr Lomax', relationship: 'doctor' },
      ],
    });
    expect(JSON.stringify(page)).not.toContain('A123456789012');
    expect(looks()).toMatchObject({ act: 'read-child', verb: 'read', outcome: 'shown', actor: priya.person });
    expect(looks()?.subjects).toEqual([id, ...(page?.contacts.map((one) => one.id) ?? [])]);
    expect(JSON.stringify(looks())).not.toMatch(/Rowan|Claire|Hale/);
  });

  it('is there without a contact', async () => {
    expect((await look(readChild, tom, { id: idOf('Ellie', '7B') }))?.contacts).toEqual([]);
    expect(await look(listFamily, tom, { id: idOf('Ellie', '7B') })).toEqual({ children: [], elsewhere: [] });
  });

  it.each([
    ['a teacher', daniel],
    ['a team’s lead', kayleigh],
    ['a stranger', stranger],
    ['the lead of another school', ruth],
  ])('is not found by %s, and the attempt is journalled', async (_who, who) => {
    const id = idOf('Rowan', '8B');
    for (const view of [readChild, listFamily] as readonly View<object, never, unknown>[]) {
      expect(await look(view, who, { id })).toBeUndefined();
      expect(looks()).toMatchObject({ act: view.verb, verb: 'deny', outcome: 'refused', subjects: [] });
    }
  });
});

describe('a family', () => {
  it('is who shares a parent: named at schools one leads, and elsewhere only the school', async () => {
    const family = await look(listFamily, priya, { id: idOf('Rowan', '8B') });
    expect(family?.children.map(({ name, shares, leftAt }) => [name, shares, leftAt !== undefined])).toEqual([
      ['Juno Hale', ['Claire Hale'], false],
      ['Ned Hale', ['Claire Hale'], true],
    ]);
    expect(family?.elsewhere).toEqual([other]);
    expect(JSON.stringify(family)).not.toMatch(/Wilf|3A|Year 3/);
    expect(looks()?.subjects).toEqual([idOf('Rowan', '8B'), idOf('Juno', '10C'), idOf('Ned', '11A')]);
  });

  it('is seen from the other school as little', async () => {
    const family = await look(listFamily, ruth, { id: idOf('Wilf', '3A') });
    expect(family).toEqual({ children: [], elsewhere: [school] });
  });

  it('is named in full to somebody who leads both schools', async () => {
    const roles = [{ personId: tom.person, personName: tom.name, role: 'deputy' as const }];
    await done(setUpSchool, setupIdentity(tenant), { ...atBrackenfold, pupils: [], contacts: [], roles, staff: [] });
    const family = await look(listFamily, tom, { id: idOf('Rowan', '8B') });
    expect(family?.children.map(({ name }) => name)).toEqual(['Juno Hale', 'Ned Hale', 'Wilf Hale']);
    expect(family?.elsewhere).toEqual([]);
  });

  it('is not made by a doctor, nor by a telephone that people of other names share', async () => {
    expect(await look(listFamily, priya, { id: idOf('Otis', '7A') })).toEqual({ children: [], elsewhere: [] });
  });

  it('no longer counts whom the roster no longer names', async () => {
    kernel.database.sqlite
      .prepare('update relationship set leftAt = ? where pupilId = ?')
      .run('2026-11-02T09:00:00.000Z', idOf('Juno', '10C'));
    const names = (await look(listFamily, priya, { id: idOf('Rowan', '8B') }))?.children.map(({ name }) => name);
    expect(names).toEqual(['Ned Hale']);
    const juno = await look(readChild, priya, { id: idOf('Juno', '10C') });
    expect(juno?.contacts.map(({ until }) => until)).toEqual(Array(2).fill('2026-11-02T09:00:00.000Z'));
  });
});

describe('the concerns of a child', () => {
  const report = async (who: string) =>
    (await done(reportConcern, daniel, { who, words: 'They fell out.', safeNow: 'yes', when: 'just now' })).concern;
  const of = async (id: string, who = priya) => look(listConcernsOfChild, who, { id });

  it('are those about them in full, and of others only where and as what they were named', async () => {
    const [rowan, juno] = [idOf('Rowan', '8B'), idOf('Juno', '10C')];
    const about = await report('Rowan Hale');
    const others = await report('Juno Hale');
    for (const role of ['harmed', 'witness'] as const)
      await done(addPerson, priya, { concern: others, pupil: rowan, role });
    const page = await of(rowan);
    expect(page?.about).toMatchObject([{ id: about, status: 'submitted', filed: 'received' }]);
    expect(page?.named).toEqual([
      {
        ...{ id: others, ref: expect.stringMatching(/^C-/) as string, reportedAt: expect.any(String) as string },
        roles: ['harmed', 'witness'],
      },
    ]);
    // Nothing of one child is copied to the other.
    expect((await of(juno))?.about).toMatchObject([{ id: others }]);
    expect((await of(juno))?.named).toEqual([]);
    expect(looks()).toMatchObject({ act: 'list-concerns-of-child', verb: 'list' });
  });

  it('are gone with a person who is taken off, and with an entry that was the wrong child’s', async () => {
    const [rowan, juno] = [idOf('Rowan', '8B'), idOf('Juno', '10C')];
    const concern = await report('Juno Hale');
    const { person } = await done(addPerson, priya, { concern, pupil: rowan, role: 'witness' });
    expect((await of(rowan))?.named).toHaveLength(1);
    await done(withdrawPerson, priya, { concern, person, reason: 'It was another child.' });
    expect((await of(rowan))?.named).toEqual([]);
    const reason = 'Juno was away.';
    const { concern: anew } = await done(markMisfiled, priya, { concern, rev: 3, school, reason, child: rowan });
    expect((await of(juno))?.about).toEqual([]);
    expect((await of(rowan))?.about.map(({ id }) => id)).toEqual([anew]);
  });

  it('are shown to nobody who does not lead the school, whatever they ask for', async () => {
    const concern = await report('Rowan Hale');
    const rowan = idOf('Rowan', '8B');
    for (const who of [daniel, kayleigh, zoe, stranger]) expect(await of(rowan, who)).toBeUndefined();
    expect(await of(rowan, ruth)).toEqual({ about: [], named: [], more: false });
    expect((await of(rowan))?.about.map(({ id }) => id)).toEqual([concern]);
    expect(await kernel.read(listConcernsOfChild, priya, { id: "x' or 1=1" })).toMatchObject({ ok: false });
  });

  it('hold an unsettled report only once it is settled', async () => {
    const concern = await report('Rowan');
    const rowan = idOf('Rowan', '8B');
    expect((await of(rowan))?.about).toEqual([]);
    await done(resolveChild, priya, { concern, rev: 1, child: rowan });
    expect((await of(rowan))?.about.map(({ id }) => id)).toEqual([concern]);
  });
});
