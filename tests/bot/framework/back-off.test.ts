import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, type Attempt } from '../../../bot/framework/back-off.ts';

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  status: 429,
  elapsed: 0,
  chance: 0,
  ...change,
});

describe('back-off', () => {
  it.each([412, 429, 502, 504])('tries again after %i', (status) => {
    expect(backOff(attempt({ status }))).toBe(250);
  });

  it.each([400, 401, 403, 404, 413, 500, 503])('does not try again after %i', (status) => {
    expect(backOff(attempt({ status }))).toBeUndefined();
  });

  it('doubles, and spreads those who were refused together', () => {
    expect([1, 2, 3].map((number) => backOff(attempt({ number })))).toEqual([250, 500, 1000]);
    expect(backOff(attempt({ chance: 0.5 }))).toBe(375);
  });

  it('waits as long as the connector asks for, when that is longer', () => {
    expect(backOff(attempt({ retryAfter: 2 }))).toBe(2000);
    expect(backOff(attempt({ retryAfter: 0 }))).toBe(250);
  });

  it('gives up rather than wait for minutes: the outbox has more time', () => {
    expect(backOff(attempt({ retryAfter: 60 }))).toBeUndefined();
  });

  it('counts the time that slow answers took', () => {
    expect(backOff(attempt({ elapsed: 3700 }))).toBe(250);
    expect(backOff(attempt({ elapsed: 3800 }))).toBeUndefined();
  });

  it('never begins an attempt after four seconds, and always ends', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(chances, fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), (all, retryAfter) => {
        let elapsed = 0;
        const pauses = all.map((chance, index) => {
          const pause = backOff(
            attempt({ number: index + 1, elapsed, chance, ...(retryAfter !== undefined && { retryAfter }) }),
          );
          elapsed += pause ?? 0;
          return pause;
        });
        expect(elapsed).toBeLessThanOrEqual(4000);
        expect(pauses.at(-1)).toBeUndefined();
      }),
    );
  });
});
