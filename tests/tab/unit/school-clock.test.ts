import { expect, it, vi } from 'vitest';
import { createSchoolClock } from '../../../tab/api/school-clock.ts';

const device = Date.parse('2026-11-22T10:00:00.000Z');
const school = '2026-12-10T08:05:00.000Z';

it('shows the device’s time until the server has spoken', () => {
  expect(createSchoolClock(() => device).now()).toBe(device);
});

it('follows the server from then on, and tells whoever listens', () => {
  const clock = createSchoolClock(() => device);
  const changed = vi.fn();
  const stop = clock.subscribe(changed);
  clock.heard(school);
  stop();
  expect(changed).toHaveBeenCalledTimes(1);
  expect(clock.now()).toBe(Date.parse(school));
  expect(clock.at(device - 60_000)).toBe(Date.parse('2026-12-10T08:04:00.000Z'));
});

it('ignores what is no moment', () => {
  const clock = createSchoolClock(() => device);
  clock.heard('');
  clock.heard('noon');
  expect(clock.now()).toBe(device);
});

it('rests between steps of ten seconds', () => {
  expect(createSchoolClock(() => device + 9_999).now()).toBe(device);
});
