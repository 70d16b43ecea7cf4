import { describe, expect, it } from 'vitest';
import { askedWait } from '../../../src/graph/asked-wait.ts';

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
