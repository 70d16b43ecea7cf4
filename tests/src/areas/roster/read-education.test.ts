import { describe, expect, it } from 'vitest';
import { planRoster, type KnownPeople } from '../../../../src/areas/people/roster/plan-roster.ts';
import { readEducation } from '../../../../src/areas/people/roster/read-education.ts';
import { readRoster } from '../../../../src/areas/people/roster/read-roster.ts';
import { rosterOfSchool } from '../../../../src/areas/people/roster/roster-of-school.ts';
import type { RosterChange, RosterPlan } from '../../../../src/areas/people/roster/roster-plan.ts';
import type { Roster } from '../../../../src/areas/people/roster/rows.ts';
import { ukRoster, type InventedPupil } from '../../../support/roster-files.ts';

const now = '2026-12-10T08:05:00.000Z';
const org = { id: 's', name: 'Invented School' };
const nobody: KnownPeople = { pupils: [], staff: [], contacts: [], relationships: [] };
const idOf = (record: string, key: string) => `${record} ${key}`;

interface Account {
  readonly id: string;
  readonly given?: string;
  readonly family?: string;
  readonly number?: string;
  readonly grade?: string;
  readonly form?: string;
  readonly role?: string;
}
const sync = (accounts: readonly Account[]): Roster =>
  readEducation(org, {
    users: accounts.map(({ id, given, family, number, grade = '7', role = 'student' }) => ({
      ...{ id, primaryRole: role, givenName: given ?? null, surname: family ?? null, userType: 'Member' },
      ...{
        mail: `${id}@kestrelvale.example`,
        student: role === 'student' ? { externalId: number ?? null, grade } : null,
      },
      ...{ teacher: role === 'teacher' ? { externalId: number ?? null } : null },
    })),
    classes: accounts.flatMap(({ id, form }) => (form === undefined ? [] : [{ name: form, members: [id] }])),
  });

function plan(roster: Roster, known: KnownPeople): RosterPlan {
  const picked = rosterOfSchool(roster, org.name, roster.orgs[0]?.sourceId);
  if (!picked.ok) throw new Error(picked.why);
  return planRoster(now, known, picked.rows, idOf);
}
function filed(pupils: readonly InventedPupil[]): Roster {
  const read = readRoster(ukRoster(pupils));
  if (!read.ok) throw new Error(read.why);
  return read.roster;
}

const emptyPupil = {
  ...{ rev: 1, leftAt: null, rosterSource: null, sourceId: null, knownAs: null, formerNames: null },
  ...{ birthDate: null, upn: null, middleNames: null, earlierFile: null, mergedInto: null },
};
const emptyStaff = {
  rev: 1,
  leading: 0,
  leftAt: null,
  rosterSource: null,
  sourceId: null,
  personId: null,
  email: null,
  job: null,
};

/** The records as they are after a plan. */
function after(known: KnownPeople, changes: readonly RosterChange[]): KnownPeople {
  const put = <T extends { readonly id: string }>(records: readonly T[], record: string, empty: object) => {
    const all = new Map(records.map((one) => [one.id, one]));
    for (const change of changes.filter((one) => one.record === record))
      all.set(change.id, { ...empty, ...all.get(change.id), id: change.id, ...change.values } as unknown as T);
    return [...all.values()];
  };
  return {
    ...known,
    pupils: put(known.pupils, 'pupil', emptyPupil),
    staff: put(known.staff, 'staffMember', emptyStaff),
  };
}
const done = (roster: Roster, known: KnownPeople) => after(known, plan(roster, known).changes);

const ada = { id: 'u1', given: 'Ada', family: 'Lowe', number: '1', form: '7A' };
const bea = { id: 'u2', given: 'Bea', family: 'Moss', number: '2', form: '7A' };
const cy = { id: '3', given: 'Cy', family: 'Nye', born: '2013-05-03', form: '7A' };
const adaFiled = { id: '1', given: 'Ada', family: 'Lowe', born: '2013-05-01', form: '7A' };

describe('School Data Sync', () => {
  it('brings pupils and teachers, and changes nothing the second time', () => {
    const roster = sync([ada, bea, { id: 'u9', given: 'Dan', family: 'Orr', role: 'teacher' }]);
    const first = plan(roster, nobody);
    expect(first.counts).toMatchObject({ pupil: { created: 2 }, staffMember: { created: 1 } });
    expect(plan(roster, after(nobody, first.changes))).toMatchObject({ changes: [], faults: [] });
  });

  it('passes over who is neither, and names accounts that it cannot use without a word of theirs', () => {
    const roster = sync([
      ada,
      { id: 'u3', given: 'Unusual' },
      { id: 'u4', given: 'x'.repeat(121), family: 'Orr' },
      { id: 'u5', given: 'Eve', family: 'Poe', role: 'none' },
    ]);
    expect(roster.pupils).toHaveLength(1);
    expect(roster.faults.map(({ file, column }) => [file, column])).toEqual([
      ['School Data Sync, account u3', 'surname'],
      ['School Data Sync, account u4', 'displayName'],
    ]);
    expect(JSON.stringify(roster.faults)).not.toContain('Unusual');
  });

  it('lets nobody leave who came from a file or by hand, but those whom it brought itself', () => {
    const known = done(sync([ada, bea]), done(filed([cy]), nobody));
    const left = plan(sync([ada]), known);
    expect(left.changes.map(({ id, values }) => [id, values])).toEqual([['pupil 2', { leftAt: now }]]);
  });

  it('fills in of a file’s child only what is empty, and brings back nobody whom a file says has left', () => {
    const known = done(filed([{ ...adaFiled, form: undefined as never }, cy]), nobody);
    const other = { ...ada, given: 'Adeline', form: '7C' };
    expect(plan(sync([other]), known).changes).toMatchObject([{ id: 'pupil 1', values: { formGroup: '7C' } }]);
    const gone = done(filed([cy]), known);
    expect(plan(sync([ada]), gone).changes.filter(({ values }) => 'leftAt' in values)).toEqual([]);
  });

  it('makes nobody a second time whose id in the file is another: the name says who it is, or that it is doubtful', () => {
    const known = done(filed([{ ...adaFiled, id: 'file-1' }]), nobody);
    expect(plan(sync([ada]), known)).toMatchObject({ changes: [], faults: [] });
    const older = plan(sync([{ ...ada, grade: '9', form: '9A' }]), known);
    expect(older).toMatchObject({ changes: [], faults: [{ file: 'School Data Sync, account u1' }] });
  });

  it('gives a child over to the file that names them, so that only a file lets them leave', () => {
    const synced = done(sync([ada, bea]), nobody);
    const known = done(filed([adaFiled, { id: '2', given: 'Bea', family: 'Moss', form: '7A' }]), synced);
    expect(known.pupils.map(({ rosterSource }) => rosterSource)).toEqual([null, null]);
    expect(plan(sync([ada]), known).changes).toEqual([]);
  });

  it('makes nobody a second time in a file whose ids are others', () => {
    const synced = done(sync([ada, bea]), nobody);
    const files = filed(
      [adaFiled, { id: '2', given: 'Bea', family: 'Moss', form: '7A' }].map((one) => ({ ...one, id: `f${one.id}` })),
    );
    expect(plan(files, synced).counts.pupil).toEqual({ created: 0, changed: 2, left: 0, unchanged: 0 });
  });

  it('tells a member of staff whom the school entered which account is theirs', () => {
    const staff = { ...emptyStaff, id: 's1', name: 'Dan Orr' };
    const roster = sync([ada, { id: 'u9', given: 'Dan', family: 'Orr', role: 'teacher' }]);
    const { changes } = plan(roster, { ...nobody, staff: [staff] });
    expect(changes.find(({ id }) => id === 's1')?.values).toEqual({ personId: 'u9', email: 'u9@kestrelvale.example' });
    const without = after({ ...nobody, staff: [staff] }, changes);
    expect(
      plan(sync([ada, { id: 'u8', given: 'Eve', family: 'Poe', role: 'teacher' }]), without).counts.staffMember.left,
    ).toBe(0);
  });
});
