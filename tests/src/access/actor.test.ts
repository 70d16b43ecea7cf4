import { describe, expect, it } from 'vitest';
import {
  actorFrom,
  filingIdentity,
  isLanternItself,
  noCases,
  calendarIdentity,
  chasingIdentity,
  outsideIdentity,
  postingIdentity,
  rolesIdentity,
  rosterIdentity,
  setupIdentity,
  syncIdentity,
  verifyIdentity,
  type AccessRow,
} from '../../../src/access/actor.ts';
import type { Identity, Role } from '../../../src/access/types.ts';

const zoe: Identity = {
  tenant: 't',
  person: '6b1c7a1e-1111-4111-8111-000000000003',
  name: 'Zoe of the token',
  door: 'tab',
};
const row = (over: Partial<AccessRow>): AccessRow => ({
  ...{ kind: 'circle', concernId: null, childId: null, concernOfChild: null, meetingOfChild: null },
  ...over,
});

describe('Lantern’s own identities', () => {
  it.each([
    [setupIdentity, 'lantern-setup', 'Lantern set-up', 'setup', 'command'],
    [filingIdentity, 'lantern-filing', 'Lantern filing', 'filing', 'lantern'],
    [rosterIdentity, 'lantern-roster', 'Lantern roster import', 'roster', 'command'],
    [syncIdentity, 'lantern-sync', 'Lantern sync', 'sync', 'lantern'],
    [postingIdentity, 'lantern-posting', 'Lantern posting', 'posting', 'lantern'],
    [chasingIdentity, 'lantern-chasing', 'Lantern (reminders)', 'chasing', 'lantern'],
    [outsideIdentity, 'lantern-outside', 'Lantern (link to minutes)', 'outside-reader', 'lantern'],
    [rolesIdentity, 'lantern-roles', 'Lantern (Entra groups)', 'roles-feed', 'lantern'],
    [calendarIdentity, 'lantern-calendar', 'Lantern (calendars)', 'calendar', 'lantern'],
  ] as const)('%o: %s, with its one role at every school and nothing else', (make, person, name, role, door) => {
    const identity = make('t');
    expect(identity).toEqual({ tenant: 't', person, name, door });
    expect(isLanternItself(identity)).toBe(true);
    expect(actorFrom(identity, [], [{ school: 'a', role: 'dsl' }], ['a', 'b'], [row({ concernId: 'c1' })])).toEqual({
      ...identity,
      grants: [
        { role, school: 'a' },
        { role, school: 'b' },
      ],
      given: noCases,
      circle: [],
      kept: noCases,
      school: 'a',
      recognised: true,
    });
  });

  it('the one that proves what was written holds no role of its own', () => {
    const identity = verifyIdentity('t');
    expect(identity).toEqual({ tenant: 't', person: 'lantern-verify', name: 'Lantern verification', door: 'command' });
    expect(verifyIdentity('t', 'lantern').door).toBe('lantern');
    expect(isLanternItself(identity)).toBe(false);
    expect(actorFrom(identity, [], [], ['a'])).toMatchObject({
      grants: [{ role: 'staff', school: 'a' }],
      recognised: false,
    });
  });

  it('no name that every object knows is one of them', () => {
    const odd = { ...zoe, person: 'constructor' };
    expect(isLanternItself(odd)).toBe(false);
    expect(actorFrom(odd, [], [], ['a']).recognised).toBe(false);
  });

  it('nothing was given to or is kept from whoever stands in no row', () => {
    expect(noCases).toEqual({ concerns: [], children: [], meetings: [] });
  });
});

describe('a person', () => {
  it('works where the staff list or a role says so, once for each school, and bears the name of the staff list', () => {
    const staff = [
      { school: 'b', name: 'Zoe Marsh' },
      { school: 'b', name: 'Z. Marsh' },
    ];
    const roles: { school: string; role: Role }[] = [
      { school: 'b', role: 'deputy' },
      { school: 'c', role: 'head' },
    ];
    expect(actorFrom(zoe, staff, roles, ['a', 'b', 'c'])).toEqual({
      ...zoe,
      name: 'Zoe Marsh',
      grants: [{ role: 'staff', school: 'b' }, { role: 'staff', school: 'c' }, ...roles],
      given: noCases,
      circle: [],
      kept: noCases,
      school: 'b',
      recognised: true,
    });
  });

  it('who holds a role and stands on no staff list keeps the name of their token, and is known', () => {
    expect(actorFrom(zoe, [], [{ school: 'b', role: 'auditor' }], ['a'])).toMatchObject({
      name: 'Zoe of the token',
      school: 'b',
      recognised: true,
    });
  });

  it('whom nobody knows reports to the first school', () => {
    expect(actorFrom(zoe, [], [], ['a', 'b'])).toMatchObject({
      name: 'Zoe of the token',
      grants: [{ role: 'staff', school: 'a' }],
      school: 'a',
      recognised: false,
    });
  });

  it.each([
    'staff',
    'setup',
    'filing',
    'roster',
    'sync',
    'roles-feed',
    'calendar',
    'posting',
    'chasing',
    'outside-reader',
  ] as const)('is not made %s by a row of the roles list', (role) => {
    expect(actorFrom(zoe, [], [{ school: 'b', role }], ['a']).grants).toEqual([{ role: 'staff', school: 'b' }]);
  });

  it('was given, opened and is kept from what the rows say, each id once, in order', () => {
    const rows = [
      row({ concernId: 'c2' }),
      row({ concernId: 'c1' }),
      row({ concernId: 'c2' }),
      row({ kind: 'break-glass', childId: 'k1', concernOfChild: 'c4' }),
      row({ kind: 'conflict', childId: 'k9', concernOfChild: 'c9' }),
      row({ kind: 'conflict', childId: 'k8', concernOfChild: null, meetingOfChild: null }),
      row({ kind: 'conflict', childId: 'k9', concernOfChild: 'c8', meetingOfChild: 'm1' }),
      row({ kind: 'subject', concernId: 'c7' }),
    ];
    const { given, circle, kept } = actorFrom(zoe, [], [], ['a'], rows);
    expect(given).toEqual({ concerns: ['c1', 'c2', 'c4'], children: ['k1'], meetings: [] });
    expect(circle).toEqual(['c1', 'c2']);
    expect(kept).toEqual({ concerns: ['c7', 'c8', 'c9'], children: ['k8', 'k9'], meetings: ['m1'] });
  });
});
