import { beforeEach, describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import type { Budget } from '../../../src/ports/graph.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';

let clock: HandSetClock;
let budget: Budget;
const start = (licences = 500) => {
  clock = handSetClock('2026-12-10T08:00:00.000Z');
  budget = createBudget({ licences, clock });
};
const answer = (headers: Record<string, string> = {}, status = 200) => ({ status, headers });
/** Calls that are answered at once, until there is no more room. @returns units */
function drain(each = 2): number {
  let units = 0;
  for (; budget.wait(each) === 0; units += each) budget.spend(each)(answer());
  return units;
}

beforeEach(() => start());

describe('the ceiling by the tenant’s licences', () => {
  it.each([
    [1, 1_250],
    [1_000, 1_250],
    [1_001, 2_500],
    [5_000, 2_500],
    [15_000, 3_750],
    [50_000, 5_000],
    [50_001, 6_250],
  ])('with %i is %i units a minute', (licences, units) => {
    start(licences);
    expect(drain()).toBe(units);
  });

  it('has room again a minute after the spending, and tells when', () => {
    drain();
    const seconds = budget.wait(2);
    expect(seconds).toBeGreaterThanOrEqual(60);
    expect(seconds).toBeLessThanOrEqual(61);
    clock.forward(seconds - 0.001);
    expect(budget.wait(2)).toBeGreaterThan(0);
    clock.forward(0.001);
    expect(budget.wait(2)).toBe(0);
  });

  it('is not outrun over a whole day', () => {
    let units = 0;
    for (let minutes = 0; minutes < 23 * 60; minutes++) {
      units += drain(250);
      clock.forward(61);
    }
    expect(units).toBe(1_200_000);
    expect(budget.wait(2)).toBeGreaterThan(0);
    expect(budget.wait(2)).toBeLessThan(3_600 + 60);
  });

  it('counts what is under way until a minute after its answer', () => {
    const answered = budget.spend(1_250);
    clock.forward(600);
    expect(budget.wait(1)).toBeGreaterThan(0);
    answered(answer());
    clock.forward(59.9);
    expect(budget.wait(1)).toBeGreaterThan(0);
    clock.forward(1.1);
    expect(budget.wait(1)).toBe(0);
  });

  it('counts calls that were refused or not answered', () => {
    for (let n = 0; n < 312; n++) {
      budget.spend(2)(answer({}, 404));
      budget.spend(2)();
    }
    expect(drain()).toBe(2);
  });

  it('does not stand still when the machine’s clock is set back', () => {
    drain();
    clock.forward(-86_400);
    expect(budget.wait(2)).toBeLessThanOrEqual(61);
  });
});

describe('when SharePoint asks to be left alone', () => {
  it.each([
    [429, { 'retry-after': '17' }, 17],
    [503, { 'retry-after': '17' }, 17],
    [429, { 'retry-after': '17', 'ratelimit-reset': '40' }, 40],
    [429, { 'retry-after': '50', 'ratelimit-reset': '40' }, 50],
    [429, {}, 0],
    [200, { 'retry-after': '17' }, 0],
  ])('%i with %j keeps every call back for %i s', (status, headers, seconds) => {
    budget.spend(2)(answer(headers as Record<string, string>, status));
    expect(budget.wait(1)).toBe(seconds);
  });

  it('rests when its caller says so, and never shortens a rest', () => {
    budget.rest(30);
    budget.rest(5);
    budget.spend(2)(answer({ 'retry-after': '7' }, 429));
    expect(budget.wait(1)).toBe(30);
    clock.forward(30);
    expect(budget.wait(1)).toBe(0);
  });
});

describe('when SharePoint says what is left', () => {
  const left = (remaining: string, reset = '20') =>
    answer({ 'ratelimit-remaining': remaining, 'ratelimit-reset': reset });

  it('spends no more than that until SharePoint counts anew', () => {
    budget.spend(2)(left('10'));
    expect(drain()).toBe(10);
    expect(budget.wait(2)).toBe(20);
    clock.forward(20);
    expect(drain()).toBeGreaterThan(1_000);
  });

  it('takes it that what is under way has not been counted yet', () => {
    const [first, second] = [budget.spend(2), budget.spend(2)];
    first(left('10'));
    expect(drain()).toBe(8);
    second(answer());
  });

  it('believes the younger call, however the answers come', () => {
    const [older, younger] = [budget.spend(2), budget.spend(2)];
    younger(left('10'));
    older(left('12'));
    expect(drain()).toBe(8);
  });

  it('believes the older call where it says less', () => {
    const [older, younger] = [budget.spend(2), budget.spend(2)];
    younger(left('10'));
    older(left('4'));
    expect(drain()).toBe(4);
  });

  it('is not led above the ceiling by it', () => {
    budget.spend(2)(left('100000'));
    expect(drain()).toBe(1_248);
  });

  it.each(['', 'much', 'NaN'])('does not heed %j', (remaining) => {
    budget.spend(2)(left(remaining));
    expect(drain()).toBe(1_248);
  });
});
