import { expect, it } from 'vitest';
import { absoluteTime, relativeTime, timeOfDay } from '../../../tab/components/school-time.ts';

const at = (instant: string) => Date.parse(instant);

it('shows a moment in the school’s time zone, in winter and in summer', () => {
  expect(absoluteTime('2026-12-10T08:05:00.000Z')).toBe('Thu, 10 Dec 2026, 08:05');
  expect(absoluteTime('2026-07-01T22:30:00.000Z')).toBe('Wed, 1 Jul 2026, 23:30');
  expect(timeOfDay(at('2026-07-01T23:30:00.000Z'))).toBe('00:30');
});

it('shows text that is no moment as it is', () => {
  expect(absoluteTime('last week')).toBe('last week');
  expect(relativeTime('last week', 0)).toBe('');
});

it.each([
  ['2026-12-10T08:12:00.000Z', 'just now'],
  ['2026-12-10T08:12:50.000Z', 'just now'],
  ['2026-12-10T08:11:00.000Z', '1 minute ago'],
  ['2026-12-10T07:13:00.000Z', '59 minutes ago'],
  ['2026-12-10T06:12:00.000Z', '2 hours ago'],
  ['2026-12-09T23:50:00.000Z', 'yesterday'],
  ['2026-12-09T15:00:00.000Z', 'yesterday'],
  ['2026-12-04T10:00:00.000Z', '6 days ago'],
])('at 08:12, %s is %s', (instant, words) => {
  expect(relativeTime(instant, at('2026-12-10T08:12:00.000Z'))).toBe(words);
});

it('does not call half past eleven last night "yesterday" just after midnight', () => {
  expect(relativeTime('2026-12-09T23:30:00.000Z', at('2026-12-10T00:40:00.000Z'))).toBe('1 hour ago');
});

it('says nothing relative about a moment that lies ahead', () => {
  expect(relativeTime('2026-12-18T12:00:00.000Z', at('2026-12-10T08:12:00.000Z'))).toBe('');
});
