import { describe, expect, it } from 'vitest';
import type { FedRole } from '../../../src/areas/roles/plan-feed.ts';
import type { Facts, RoleGroupFacts } from '../../../src/doctor/facts.ts';
import { roleChecks } from '../../../src/doctor/role-checks.ts';
import { schoolChecks } from '../../../src/doctor/school-checks.ts';

type Looked = Extract<RoleGroupFacts, { readonly kind: 'looked' }>;
const none: Looked = { kind: 'looked', unread: [], roles: [], orphans: [] };
const people = { leads: 1, heads: 1, chairs: 1 };
const factsWith = (more: Partial<Facts>): Facts =>
  ({ schools: [{ id: 'north', name: 'North School', people }], roleGroups: none, ...more }) as Facts;
const judge = (found: Partial<Looked>) => roleChecks['role-groups'](factsWith({ roleGroups: { ...none, ...found } }));
const role: FedRole = {
  ...{ school: 'north', role: 'deputy', unread: false, members: 6, strangers: 0, refused: 0, waiting: 0 },
  ...{ leaving: 0, fed: 6, tooMany: false, lastLead: false },
};

describe('of roles that groups give the doctor says', () => {
  it('nothing where the store could not be asked, and that there are none where there are none', () => {
    expect(roleChecks['role-groups'](factsWith({ roleGroups: { kind: 'unseen' } }))).toEqual([]);
    expect(judge({})).toEqual([{ state: 'ok', says: 'No role comes from a group in Entra.' }]);
  });

  it('how many are in them, who waits for a second person and whom a person refused', () => {
    expect(judge({ roles: [{ ...role, waiting: 2, refused: 1 }] })).toMatchObject([
      {
        state: 'ok',
        says: 'At North School 6 are in the groups for “Deputy safeguarding lead”; 2 wait for a second person; 1 were not given it, for a person has ended it.',
      },
    ]);
  });

  it('once that none may be read, however many there are, and what to do', () => {
    const unread = ['g1', 'g2'].map((group) => ({ group, school: 'north', why: 'not-allowed' as const }));
    const lines = judge({ unread, roles: [{ ...role, unread: true }] });
    expect(lines).toMatchObject([{ state: 'fault', mend: expect.stringContaining('GroupMember.Read.All') as string }]);
  });

  it('that it cannot see what could not be asked, and which group is not there', () => {
    const unread = [
      { group: 'g1', school: 'north', why: 'no-answer' as const },
      { group: 'g2', school: 'north', why: 'no-group' as const },
    ];
    expect(judge({ unread, roles: [{ ...role, unread: true }] }).map(({ state }) => state)).toEqual([
      'fault',
      'unseen',
    ]);
  });
});

describe('of concerns about adults the doctor says', () => {
  const states = (over: object) => {
    const facts = factsWith({ schools: [{ id: 'north', name: 'North School', people: { ...people, ...over } }] });
    return [schoolChecks.heads(facts), schoolChecks.chairs(facts)].map(([line]) => line?.state);
  };

  it.each([
    ['a head and a chair', {}, ['ok', 'ok']],
    ['no head', { heads: 0 }, ['fault', 'ok']],
    ['no chair: a warning, for a school that is being set up has none yet', { chairs: 0 }, ['ok', 'warning']],
    ['nobody at all: that is said of the leads', { leads: 0, heads: 0, chairs: 0 }, [undefined, undefined]],
  ] as const)('%s', (_, over, expected) => {
    expect(states(over)).toEqual(expected);
  });
});
