import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import { admits, reachOf } from '../../../src/access/reach.ts';
import { actorFrom, noCases, filingIdentity, rosterIdentity, setupIdentity } from '../../../src/access/actor.ts';
import type { Actor, Grant, Identity, Role } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { grantableRole } from '../../../src/areas/people/fields.ts';
import { concernOutline } from '../../../src/areas/concerns/queries.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerbRule } from '../../../src/access/types.ts';
import { ofRegister, oracle, teams } from './rights-oracle.ts';
import { databaseKey, people, tenant } from '../../support/kernel.ts';

const composed = composeRules(Object.values(areas));
const rules = new Map<string, VerbRule>(
  Object.values(areas).flatMap(({ rights }) => Object.keys(rights).map((verb) => [verb, composed(verb)] as const)),
);
const granted = Object.keys(grantableRole) as (keyof typeof grantableRole)[];
const roles: readonly Role[] = [
  'staff',
  ...granted,
  'setup',
  'filing',
  'roster',
  'sync',
  'roles-feed',
  'calendar',
  'posting',
  'chasing',
  'outside-reader',
];
const actor = (grants: readonly Grant[], recognised = true): Actor => ({
  ...people.daniel,
  grants,
  school: 'a',
  recognised,
  given: noCases,
  circle: [],
  kept: noCases,
});
const theirs = {
  school: 'a',
  reporterId: people.zoe.person,
  ownerId: people.zoe.person,
  childState: 'unresolved',
  managedBy: 'head',
  kind: 'lado',
  writtenOf: 'meeting',
  caseManagerId: people.zoe.person,
  subjectId: people.tom.person,
};
const mine = { ...theirs, reporterId: people.daniel.person };
const given = { ...theirs, ownerId: people.daniel.person };
const chaired = { ...theirs, chairId: people.daniel.person };
const minuted = { ...theirs, minuteTakerId: people.daniel.person };
const managed = { ...theirs, caseManagerId: people.daniel.person };

describe('the table of rights', () => {
  it('names every verb that the oracle names, and no other', () => {
    expect([...rules.keys()].sort()).toEqual(Object.keys(oracle).sort());
  });

  const cases = [...rules].flatMap(([verb, rule]) => roles.map((role) => ({ verb, rule, role })));
  it.each(cases)(
    '$verb by $role is as the oracle says: own school, other school, own report, given to oneself, none',
    ({ verb, rule, role }) => {
      const allowed = oracle[verb] ?? [];
      const inSchool = allowed.includes(role);
      const own = role === 'staff' && allowed.includes('own');
      const owner = role === 'staff' && allowed.includes('owner');
      const manager = role === 'staff' && allowed.includes('manager');
      const reach = reachOf(rule, actor([{ role, school: 'a' }]));
      // A line that is passed to a team names it.
      const toRole = role;
      expect(admits(reach, { ...theirs, toRole })).toBe(inSchool);
      expect(admits(reach, { ...mine, toRole })).toBe(inSchool || own);
      expect(admits(reach, { ...given, toRole })).toBe(inSchool || owner);
      expect(admits(reach, { ...managed, toRole })).toBe(inSchool || manager);
      const part = role === 'staff' && allowed.includes('part');
      const chair = role === 'staff' && allowed.includes('chair');
      const minuteTaker = role === 'staff' && allowed.includes('minute-taker');
      expect(admits(reach, { ...chaired, toRole })).toBe(inSchool || part || chair);
      expect(admits(reach, { ...minuted, toRole })).toBe(inSchool || part || minuteTaker);
      expect(admits(reach, { ...theirs, toRole, school: 'b' })).toBe(false);
      expect(admits(reachOf(rule, actor([])), { ...mine, toRole, ownerId: people.daniel.person })).toBe(false);
    },
  );

  const ofRestricted = cases.filter(({ rule }) => ['concern', 'action', 'routedLine', 'document'].includes(rule.about));
  it.each(ofRestricted)(
    '$verb by $role reaches the restricted register only as written here',
    ({ verb, rule, role }) => {
      const reach = reachOf(rule, actor([{ role, school: 'a' }]));
      const allowed = ofRegister[verb] ?? [];
      const hidden = { status: 'misfiled', standing: 'misfiled', toRole: role };
      expect(admits(reach, { ...theirs, ...hidden })).toBe(allowed.includes(role));
      const own = role === 'staff' && allowed.includes('own');
      expect(admits(reach, { ...mine, ...hidden, ownerId: people.daniel.person })).toBe(allowed.includes(role) || own);
      expect(admits(reach, { ...theirs, ...hidden, school: 'b' })).toBe(false);
    },
  );

  const ofAdults = cases.filter(({ rule }) => (rule.over ?? rule.about) === 'staffConcern');
  it.each(ofAdults)(
    '$verb by $role: about the head it is the chair’s, and never theirs whom it is about',
    ({ verb, rule, role }) => {
      const allowed = oracle[verb] ?? [];
      const reach = reachOf(rule, actor([{ role, school: 'a' }]));
      const ofChair = role === 'chair-of-governors' && allowed.includes('head');
      const anybody = role === 'staff' && allowed.includes('staff');
      const lantern = ['sync', 'filing'].includes(role) && allowed.includes(role);
      expect(admits(reach, { ...theirs, managedBy: 'chair' })).toBe(ofChair || anybody || lantern);
      const receipt = role === 'staff' && ['read-staff-receipt', 'list-own-staff-reports'].includes(verb);
      const aboutOneself = { ...managed, subjectId: people.daniel.person, reporterId: people.daniel.person };
      for (const managedBy of ['head', 'chair']) expect(admits(reach, { ...aboutOneself, managedBy })).toBe(receipt);
    },
  );

  it('offers names of pupils to no reporter whom the staff list does not know', () => {
    const rule = rules.get('list-candidates');
    if (!rule) throw new Error('no such verb');
    const staff: Grant[] = [{ role: 'staff', school: 'a' }];
    expect(admits(reachOf(rule, actor(staff)), mine)).toBe(true);
    expect(admits(reachOf(rule, actor(staff, false)), mine)).toBe(false);
  });

  it('hides what a class restricts from a look that is about something else and asks for that class too', () => {
    const may = [{ role: 'tenant-admin', reach: 'school' }] as const;
    const rights = { 'look-past': { audit: 'read', about: 'health', over: 'concern', may } } as const;
    const rule = composeRules([...Object.values(areas), { rights }])('look-past');
    const reach = reachOf(rule, actor([{ role: 'tenant-admin', school: 'a' }]));
    expect(admits(reach, { ...theirs, status: 'submitted' })).toBe(true);
    expect(admits(reach, { ...theirs, status: 'misfiled' })).toBe(false);
  });

  it.each(['list-routed', 'read-routed', 'acknowledge-routed'])('%s gives a team no line of another team', (verb) => {
    const rule = rules.get(verb);
    if (!rule) throw new Error('no such verb');
    for (const role of teams as readonly Role[]) {
      const reach = reachOf(rule, actor([{ role, school: 'a' }]));
      for (const toRole of teams) expect(admits(reach, { ...theirs, toRole })).toBe(toRole === role);
    }
  });

  it('lets a reporter settle the child only while it is not settled', () => {
    const rule = rules.get('resolve-child');
    if (!rule) throw new Error('no such verb');
    const reach = reachOf(rule, actor([{ role: 'staff', school: 'a' }]));
    expect(admits(reach, { ...mine, childState: 'resolved' })).toBe(false);
  });
});

describe('an actor', () => {
  it('who is on no list may report to the first school and is marked as not recognised', () => {
    expect(actorFrom(people.stranger, [], [], ['a', 'b'])).toMatchObject({
      recognised: false,
      school: 'a',
      grants: [{ role: 'staff', school: 'a' }],
    });
  });

  it('is never Lantern itself unless the identity is Lantern’s own', () => {
    const own = {
      setup: setupIdentity(tenant),
      filing: filingIdentity(tenant),
      roster: rosterIdentity(tenant),
    } as const;
    for (const [role, identity] of Object.entries(own) as [keyof typeof own, Identity][]) {
      const stored = [{ school: 'a', role }];
      expect(actorFrom(identity, [], [], ['a']).grants).toEqual(stored);
      expect(actorFrom(people.daniel, [], [], ['a']).grants.map((grant) => grant.role)).not.toContain(role);
      expect(actorFrom(people.daniel, [], stored, ['a']).grants.filter((grant) => grant.role === role)).toEqual([]);
    }
  });
});

describe('the filter of a reading', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-reach-'));
  const database = openDatabase(folder, databaseKey);
  const { store } = createStore(database.sqlite, recordTypes, { now: () => '2026-12-10T08:05:00.000Z' });
  const tenants = [tenant, 'another'];
  const reporters = [people.daniel.person, people.zoe.person];
  const states = ['unresolved', 'resolved', 'not-on-list', null];
  const records = tenants.flatMap((of) =>
    ['a', 'b', 'c'].flatMap((school) =>
      reporters.flatMap((reporterId) =>
        reporters.flatMap((takenById) =>
          states.map((childState) => ({ of, school, reporterId, takenById, childState })),
        ),
      ),
    ),
  );
  beforeAll(() => {
    const add = database.sqlite.prepare(
      `insert into concern (tenant, id, school, rev, reporterId, takenById, childState)
       values (@of, @id, @school, 1, @reporterId, @takenById, @childState)`,
    );
    records.forEach((record, i) => add.run({ ...record, id: String(i) }));
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows in SQL exactly the records that the rule admits, for any reach', async () => {
    const said = states.filter((state) => state !== null);
    const some = <T>(...values: T[]) => fc.subarray(values);
    const reach = fc.record(
      {
        schools: some('a', 'b', 'c', 'd'),
        own: fc.record({
          field: fc.constantFrom('reporterId', 'takenById'),
          person: fc.constantFrom(...reporters, 'nobody'),
        }),
        when: fc.record({ childState: some(...said) }),
        unless: fc.record({ childState: some(...said) }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(reach, { maxLength: 3 }), fc.constantFrom(...tenants), async (reaches, of) => {
        const usable = reaches.filter(({ schools, when }) => schools?.length !== 0 && when?.childState.length !== 0);
        for (const [id, record] of records.entries()) {
          const rows = await store.rows(of, concernOutline, { id: String(id) }, { about: 'concern', reach: usable });
          const expected =
            record.of === of && usable.some((one) => Object.keys(one).length > 0 && admits([one], record));
          expect(rows.length === 1).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
