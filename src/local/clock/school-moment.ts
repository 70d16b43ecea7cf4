import { DateTime } from 'luxon';
import type { Instant } from '../../ports/clock.ts';

/**
 * The moment of a wall clock at the trust's schools.
 * @param wall as `2026-12-10T08:05`
 */
export function schoolMoment(wall: string): Instant {
  return DateTime.fromISO(wall, { zone: 'Europe/London' }).toJSDate().toISOString();
}
