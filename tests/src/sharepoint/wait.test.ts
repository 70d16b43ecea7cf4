import { describe, expect, it } from 'vitest';
import { askedWait, backOff } from '../../../src/sharepoint/wait.ts';

const now = '2026-12-10T08:05:00.000Z';

describe('the time that SharePoint asks to be left alone', () => {
  it.each([
    [{ 'retry-after': '17' }, 17],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Thu, 10 Dec 2026 08:07:30 GMT' }, 150],
    [{ 'retry-after': 'Thu, 10 Dec 2026 08:00:00 GMT' }, 0],
    [{ 'retry-after': '5', 'ratelimit-reset': '40' }, 40],
    [{ 'retry-after': '50', 'ratelimit-reset': '40' }, 50],
    [{ 'ratelimit-reset': '12' }, 12],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': '-3' }, 0],
    [{}, undefined],
  ])('in %j is %s seconds', (headers, seconds) => {
    expect(askedWait(headers as Record<string, string>, now)).toBe(seconds);
  });
});

describe('the back-off', () => {
  it('doubles from 1 s to 5 minutes, whatever chance says', () => {
    expect([0, 1, 2, 8, 9, 1_000].map((attempts) => backOff(attempts, 0))).toEqual([0.5, 1, 2, 128, 150, 150]);
    expect([0, 1, 2, 8, 9, 1_000].map((attempts) => backOff(attempts, 1))).toEqual([1, 2, 4, 256, 300, 300]);
  });
});
