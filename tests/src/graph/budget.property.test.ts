import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';

const ceiling = 1_250;

/** A call of a caller who keeps to the budget, answered some time later; SharePoint counts it at some moment between. */
const call = fc.record({
  units: fc.constantFrom(1, 2, 5),
  times: fc.integer({ min: 1, max: 300 }),
  pause: fc.double({ min: 0, max: 30, noNaN: true }),
  answerAfter: fc.double({ min: 0, max: 45, noNaN: true }),
  countedAt: fc.double({ min: 0, max: 1, noNaN: true }),
  refusedFor: fc.option(fc.integer({ min: 1, max: 120 }), { freq: 30, nil: undefined }),
});
type Call = typeof call extends fc.Arbitrary<infer C> ? C : never;

interface Counted {
  readonly sent: number;
  readonly counted: number;
  readonly answered: number;
  readonly units: number;
  readonly refusedFor: number | undefined;
}

/** Plays the calls on a clock of its own. @returns when each left and was counted, in seconds from the start */
function play(calls: readonly Call[]): readonly Counted[] {
  const clock = handSetClock();
  const budget = createBudget({ licences: 1, clock });
  const from = Date.parse(clock.now());
  const seconds = () => (Date.parse(clock.now()) - from) / 1_000;
  const done: Counted[] = [];
  let open: { readonly at: number; readonly answered: () => void }[] = [];
  const letPass = (length: number) => {
    const until = seconds() + length;
    for (const { at, answered } of [...open].sort((a, b) => a.at - b.at).filter((one) => one.at <= until)) {
      clock.forward(Math.max(0, at - seconds()));
      answered();
    }
    open = open.filter((one) => one.at > until);
    clock.forward(Math.max(0, until - seconds()));
  };
  for (const { units, times, pause, answerAfter, countedAt, refusedFor } of calls) {
    letPass(pause);
    for (let n = 0; n < times; n++) {
      for (let wait = budget.wait(units); wait > 0; wait = budget.wait(units)) letPass(Math.min(wait, 1));
      const answered = budget.spend(units);
      const sent = seconds();
      const refused = n === 0 ? refusedFor : undefined;
      const headers: Record<string, string> = refused === undefined ? {} : { 'retry-after': String(refused) };
      open.push({
        at: sent + answerAfter,
        answered: () => answered({ status: refused === undefined ? 200 : 429, headers }),
      });
      done.push({
        sent,
        counted: sent + answerAfter * countedAt,
        answered: sent + answerAfter,
        units,
        refusedFor: refused,
      });
    }
  }
  return done;
}

it('never lets more than the ceiling be counted in any 60 seconds, whenever SharePoint counts, and never during a rest', () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 15 }), (calls) => {
      const counted = [...play(calls)].sort((a, b) => a.counted - b.counted);
      let first = 0;
      let sum = 0;
      for (const last of counted) {
        sum += last.units;
        while (counted[first]!.counted <= last.counted - 60) sum -= counted[first++]!.units;
        expect(sum).toBeLessThanOrEqual(ceiling);
      }
      for (const { answered, refusedFor = 0 } of counted) {
        // Milliseconds are the clock's smallest step.
        const inside = counted.filter(({ sent }) => sent > answered + 0.002 && sent < answered + refusedFor - 0.002);
        expect(inside).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it('leaves next to nothing of the ceiling unused by a caller who always has more to ask', () => {
  const clock = handSetClock();
  const budget = createBudget({ licences: 1, clock });
  let units = 0;
  const minutes = 20;
  for (let tenths = 0; tenths < minutes * 600; tenths++) {
    for (let n = 0; n < 4 && budget.wait(2) === 0; n++, units += 2) budget.spend(2)({ status: 201, headers: {} });
    clock.forward(0.1);
  }
  expect(units / minutes).toBeGreaterThan(0.97 * ceiling);
  expect(units / minutes).toBeLessThanOrEqual(1.05 * ceiling);
});
