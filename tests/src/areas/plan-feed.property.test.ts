import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrantedRole } from '../../../src/access/types.ts';
import { waitsWhenFed, type RoleGroup } from '../../../src/areas/roles/feed.ts';
import { planFeed, type FeedFacts, type FeedPlan } from '../../../src/areas/roles/plan-feed.ts';
import type { HeldRow } from '../../../src/areas/roles/queries.ts';

const feed = 'lantern-roles';
const today = '2026-11-26';
const schools = ['a', 'b'] as const;
const roles = ['dsl', 'deputy', 'attendance-lead', 'senco'] as const satisfies readonly GrantedRole[];
const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
const groups = ['g1', 'g2', 'g3'] as const;

const roleGroup: fc.Arbitrary<RoleGroup> = fc.record({
  group: fc.constantFrom(...groups),
  school: fc.constantFrom(...schools),
  role: fc.constantFrom(...roles),
});

const held: fc.Arbitrary<Omit<HeldRow, 'id' | 'works'>> = fc
  .record({
    school: fc.constantFrom(...schools),
    personId: fc.constantFrom(...people),
    role: fc.constantFrom(...roles),
    state: fc.constantFrom('in-force', 'in-force', 'to-confirm', 'ended', null),
    until: fc.constantFrom(null, null, null, '2026-11-25', '2026-12-01'),
    endedById: fc.constantFrom(null, feed, 'p0'),
    fedBy: fc.constantFrom(null, ...groups, 'g-of-old'),
    removedAt: fc.constantFrom(null, null, null, '2026-11-01T09:00:00.000Z'),
  })
  .map((row) => ({ ...row, rev: 1 }));

const works = ({ state, until, removedAt }: Omit<HeldRow, 'id' | 'works'>) =>
  removedAt === null && (state === null || state === 'in-force') && (until ?? today) >= today;

const facts: fc.Arbitrary<FeedFacts> = fc
  .record({
    groups: fc.uniqueArray(roleGroup, { selector: (one) => JSON.stringify(one), maxLength: 6 }),
    members: fc.dictionary(fc.constantFrom(...groups), fc.uniqueArray(fc.constantFrom(...people))),
    staff: fc.uniqueArray(fc.record({ school: fc.constantFrom(...schools), personId: fc.constantFrom(...people) }), {
      selector: (one) => JSON.stringify(one),
      maxLength: 24,
    }),
    held: fc.array(held, { maxLength: 40 }),
  })
  .map(({ members, held: rows, ...rest }) => ({
    ...rest,
    ...{ today, feed, members: new Map(Object.entries(members)) },
    held: rows.map((row, n) => ({ ...row, id: `r${n}`, works: works(row) })),
  }));

/** What stands when everything that was planned is done. */
function after(before: FeedFacts, { give, end }: FeedPlan): FeedFacts {
  const ended = new Set(end.map(({ id }) => id));
  const given = give.map(({ group, school, role, person }, n): HeldRow => ({
    ...{ id: `n${n}`, rev: 1, school, role, personId: person, fedBy: group },
    ...{ until: null, endedById: null, removedAt: null },
    ...(waitsWhenFed(role) ? { state: 'to-confirm', works: false } : { state: 'in-force', works: true }),
  }));
  const rest = before.held.map((row): HeldRow =>
    ended.has(row.id) ? { ...row, rev: 2, state: 'ended', endedById: feed, works: false } : row,
  );
  return { ...before, held: [...rest, ...given] };
}

const check = (holds: (given: FeedFacts, plan: FeedPlan) => void) =>
  fc.assert(
    fc.property(facts, (given) => holds(given, planFeed(given))),
    { numRuns: 1_500 },
  );

describe('what groups feed', () => {
  it('is done when it was done once: nothing more is given, nor anything ended but what was held back', () =>
    check((given, plan) => {
      const again = planFeed(after(given, plan));
      expect(again.give.filter(({ school, role }) => !heldBack(plan, school, role))).toEqual([]);
      expect(again.end.filter(({ school, role }) => !heldBack(plan, school, role))).toEqual([]);
    }));

  it('touches nothing that a person gave, nor what a group gave that the settings do not name', () =>
    check((given, plan) => {
      for (const { fedBy, school, role } of plan.end)
        expect(given.groups).toContainEqual({ group: fedBy, school, role });
    }));

  it('never leaves a school without the lead that it had, or without anybody who answers for concerns', () =>
    check((given, plan) => {
      const leads = ({ held: rows }: FeedFacts, school: string, answering: readonly string[]) =>
        rows.filter((row) => row.school === school && answering.includes(row.role) && row.works && row.until === null);
      for (const school of schools)
        for (const answering of [['dsl'], ['dsl', 'deputy']])
          if (leads(given, school, answering).length > 0)
            expect(leads(after(given, plan), school, answering).length).toBeGreaterThan(0);
    }));

  it('gives nobody what they hold, what a person has ended, or what is of a school where they do not work', () =>
    check(({ held: rows, staff, members }, plan) => {
      for (const { school, role, person, group } of plan.give) {
        expect(members.get(group)).toContain(person);
        expect(staff).toContainEqual({ school, personId: person });
        const theirs = rows.filter((row) => row.school === school && row.role === role && row.personId === person);
        expect(theirs.filter(works)).toEqual([]);
        expect(
          theirs
            .filter(({ state }) => state === 'to-confirm')
            .filter(({ until, removedAt }) => removedAt === null && (until ?? today) >= today),
        ).toEqual([]);
        expect(theirs.filter(({ state, endedById }) => state === 'ended' && endedById !== feed)).toEqual([]);
        expect(theirs.filter(({ removedAt }) => removedAt !== null)).toEqual([]);
      }
    }));

  it('ends no role while one of its groups could not be read', () =>
    check(({ groups: named, members }, plan) => {
      for (const { school, role } of plan.end)
        for (const { group } of named.filter((one) => one.school === school && one.role === role))
          expect(members.has(group)).toBe(true);
    }));

  it('keeps whoever is in one of two groups of a role', () =>
    check(({ groups: named, members }, plan) => {
      for (const { school, role, personId } of plan.end)
        for (const { group } of named.filter((one) => one.school === school && one.role === role))
          expect(members.get(group)).not.toContain(personId);
    }));

  it('ends at once no more than three, or half, of those who hold a role', () =>
    check((_given, plan) => {
      for (const { school, role, fed } of plan.roles) {
        const ended = plan.end.filter((row) => row.school === school && row.role === role).length;
        expect(ended <= 3 || ended <= fed / 2).toBe(true);
      }
      const all = plan.roles.reduce((sum, { fed }) => sum + fed, 0);
      expect(plan.end.length <= 3 || plan.end.length <= all / 2).toBe(true);
    }));
});

const heldBack = ({ roles: said }: FeedPlan, school: string, role: string) =>
  said.some((one) => one.school === school && one.role === role && (one.tooMany || one.lastLead));

describe('a group', () => {
  const group = 'g1';
  const attendance = { group, school: 'a', role: 'attendance-lead' } as const;
  const staff = people.map((personId) => ({ school: 'a', personId }));
  const fedTo = (personId: string, over: Partial<HeldRow> = {}): HeldRow => ({
    ...{ id: personId, rev: 1, school: 'a', personId, role: 'attendance-lead', state: 'in-force', until: null },
    ...{ endedById: null, fedBy: group, removedAt: null, works: true },
    ...over,
  });
  const plan = (members: readonly string[], rows: readonly HeldRow[], over: Partial<FeedFacts> = {}) =>
    planFeed({ groups: [attendance], members: new Map([[group, members]]), staff, held: rows, today, feed, ...over });

  it('that answers empty where four held the role changes nothing, and says so', () => {
    const {
      give,
      end,
      roles: said,
    } = plan(
      [],
      people.slice(0, 4).map((one) => fedTo(one)),
    );
    expect([give, end]).toEqual([[], []]);
    expect(said).toMatchObject([{ tooMany: true, leaving: 4, fed: 4 }]);
  });

  it('that three have left, all there were, takes the role from them', () => {
    expect(
      plan(
        [],
        people.slice(0, 3).map((one) => fedTo(one)),
      ).end,
    ).toHaveLength(3);
  });

  it('is not believed either when it is one of several small ones that are all empty at once', () => {
    const rows = roles
      .slice(2)
      .flatMap((role) => people.slice(0, 3).map((one) => fedTo(one, { id: one + role, role })));
    const several = roles.slice(2).map((role) => ({ ...attendance, role }));
    const { end, roles: said } = plan([], rows, { groups: several });
    expect(end).toEqual([]);
    expect(said.map(({ tooMany }) => tooMany)).toEqual([true, true]);
  });

  it('gives a role again to whoever left it and came back, and to nobody from whom a person took it', () => {
    const ended = { state: 'ended', works: false } as const;
    expect(plan(['p1'], [fedTo('p1', { ...ended, endedById: feed })]).give).toHaveLength(1);
    for (const over of [{ endedById: 'p0' }, { endedById: null }, { endedById: 'p0', fedBy: null }]) {
      const { give, roles: said } = plan(['p1'], [fedTo('p1', { ...ended, ...over })]);
      expect(give).toEqual([]);
      expect(said).toMatchObject([{ refused: 1 }]);
    }
    expect(plan(['p1'], [fedTo('p1', { removedAt: '2026-11-01T09:00:00.000Z', works: false })]).give).toEqual([]);
  });

  it('of somebody on no staff list gives nothing, and counts them', () => {
    const { give, roles: said } = plan(['p1', 'somebody'], []);
    expect(give.map(({ person }) => person)).toEqual(['p1']);
    expect(said).toMatchObject([{ members: 2, strangers: 1 }]);
  });

  it('that the settings no longer name leaves its roles standing, and they are counted', () => {
    const { end, orphans } = plan(['p1'], [fedTo('p1'), fedTo('p2', { fedBy: 'g-of-old' })]);
    expect(end).toEqual([]);
    expect([...orphans]).toEqual([['a', 1]]);
  });

  it('makes nobody a lead, deputy, head or auditor by itself: these wait for a second person', () => {
    const atOnce = (['attendance-lead', 'senco', 'pastoral-lead'] as const).map(waitsWhenFed);
    const waits = (['dsl', 'deputy', 'head', 'auditor', 'chair-of-governors', 'tenant-admin'] as const).map(
      waitsWhenFed,
    );
    expect([new Set(atOnce), new Set(waits)]).toEqual([new Set([false]), new Set([true])]);
    expect(plan(['p1', 'p2'], [], { groups: [{ ...attendance, role: 'dsl' }] }).roles).toMatchObject([{ waiting: 2 }]);
  });
});
