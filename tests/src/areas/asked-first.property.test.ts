import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeringFor, toldAnew, toldOf } from '../../../src/areas/concerns/rules.ts';
import { weekday, type Weekday } from '../../../src/areas/people/fields.ts';
import { askedFirst, daysAsText, daysIn, weekFrom } from '../../../src/areas/people/rules.ts';

const weekdays = Object.keys(weekday) as Weekday[];
const days = fc.subarray(weekdays);
/** What may stand in the column: what Lantern writes, nothing, and whatever somebody typed in SharePoint. */
const written = fc.oneof(
  days.map(daysAsText),
  fc.constantFrom(null, undefined, '', 'Sat', 'never', 'Mon to Wed'),
  fc.string(),
);
const today = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
const who = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const lead = fc.record({ personId: who, days: written });
const holder = fc.record({
  personId: who,
  personName: fc.constant('N'),
  role: fc.constantFrom('dsl', 'deputy', 'head', 'safeguarding-administrator'),
  days: written.map((text) => text ?? null),
});
const conflicts = fc.array(fc.record({ personId: who, childId: fc.constantFrom('x', 'y') }));
const answering = fc.record({
  duty: fc.array(fc.record({ personId: who }), { maxLength: 1 }),
  holders: fc.array(holder),
  conflicts: conflicts as fc.Arbitrary<never[]>,
});

describe('the days of a role', () => {
  it('are read as they were written, in the order of the week', () => {
    fc.assert(
      fc.property(days, (some) => {
        expect(daysIn(daysAsText(some))).toEqual(some);
      }),
    );
    expect(daysAsText(['Fri', 'Mon'])).toBe('Mon, Fri');
    expect(daysIn(' monday; TUE,')).toEqual(['Mon', 'Tue']);
  });

  it('that cannot be read as a whole mean every day', () => {
    for (const text of [null, undefined, '', ' , ', 'Sat', 'Mon to Wed', 'Mon, Tu', 'alternate weeks'])
      expect(daysIn(text)).toEqual([]);
  });

  it('name somebody by the day at the school', () => {
    const [ann, ben] = [
      { personId: 'ann', days: 'Mon, Tue' },
      { personId: 'ben', days: 'Thu' },
    ];
    const cat = { personId: 'cat', days: 'not Fridays' };
    expect(askedFirst([ann, ben], '2026-11-23')).toEqual([ann]);
    expect(askedFirst([ann, ben], '2026-11-26')).toEqual([ben]);
    expect(askedFirst([ann, ben], '2026-11-25')).toEqual([ann, ben]);
    expect(askedFirst([ann, ben], '2026-11-29')).toEqual([ann, ben]);
    expect(askedFirst([ann, ben, cat], '2026-11-27')).toEqual([cat]);
  });
});

describe('whoever is told', () => {
  it('is never nobody because of days, and never somebody who is no lead', () => {
    fc.assert(
      fc.property(fc.array(lead), today, (leads, day) => {
        const asked = askedFirst(leads, day);
        expect(asked.length > 0).toBe(leads.length > 0);
        expect(asked.every((one) => leads.includes(one))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ personId: who })), fc.array(lead), today, who, (duty, leads, day, doer) => {
        const plain = leads.map(({ personId }) => ({ personId }));
        for (const but of [undefined, doer]) {
          const told = toldOf(duty, leads, day, but);
          const without = toldOf(duty, plain, day, but);
          expect(told.length > 0).toBe(without.length > 0);
          expect(told.every((one) => without.includes(one))).toBe(true);
        }
      }),
    );
  });

  it('of a concern is somebody on each day, whenever somebody would be without days', () => {
    fc.assert(
      fc.property(answering, fc.subarray(['x', 'y']), today, (state, children, day) => {
        const plain = { ...state, holders: state.holders.map((one) => ({ ...one, days: null })) };
        const [told, without] = [answeringFor(state, children, day), answeringFor(plain, children, day)];
        expect(told.told.length > 0).toBe(without.told.length > 0);
        expect(told.told.every((one) => without.told.includes(one))).toBe(true);
        // Days never say what somebody may see: a case is given on each day to the same people.
        expect(told.given.map(({ personId }) => personId)).toEqual(without.given.map(({ personId }) => personId));
      }),
    );
  });

  it('anew is whoever may see it, though today’s lead would have been told had it been today', () => {
    const lead = (personId: string, some: string) => ({ personId, personName: personId, role: 'deputy', days: some });
    const conflict = { personId: 'ann', childId: 'y' };
    const state = { duty: [], holders: [lead('ann', 'Mon'), lead('ben', 'Tue')], conflicts: [conflict as never] };
    expect(answeringFor(state, ['x'], '2026-11-23').told).toEqual(['ann']);
    expect(toldAnew(state, ['x'], ['x', 'y'], undefined, '2026-11-24').told).toEqual(['ben']);
    expect(toldAnew(state, ['x'], ['x'], undefined, '2026-11-24').told).toEqual([]);
  });

  it('anew, when another child is in it, leaves nobody who was told on some day and may not see it as the only one', () => {
    fc.assert(
      fc.property(answering, today, fc.nat(6), (state, day, n) => {
        const reported = weekFrom(day)[n] ?? day;
        const first = answeringFor(state, ['x'], reported).told;
        const kept = (state.conflicts as { personId: string }[]).map(({ personId }) => personId);
        const anew = toldAnew(state, ['x'], ['x', 'y'], undefined, day);
        const goesOn = first.some((one) => !kept.includes(one));
        const nobodyAtAll = answeringFor(state, ['x', 'y'], day).told.length === 0;
        expect(goesOn || anew.told.length > 0 || nobodyAtAll).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
