import { expect, it } from 'vitest';
import { spanText } from '../../../tab/components/span-text.ts';

const minute = 60_000;

it.each([
  [0, 'less than a minute'],
  [-5 * minute, 'less than a minute'],
  [minute, '1 minute'],
  [59.9 * minute, '59 minutes'],
  [60 * minute, '1 hour'],
  [85 * minute, '1 hour 25 minutes'],
  [24 * 60 * minute, '1 day'],
  [(2 * 24 + 1) * 60 * minute, '2 days 1 hour'],
])('%s milliseconds are %s', (span, words) => {
  expect(spanText(1_000_000, 1_000_000 + span)).toBe(words);
});
