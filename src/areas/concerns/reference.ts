import { DateTime } from 'luxon';
import type { Instant } from '../../ports/clock.ts';
import type { RecordType } from '../../records/define-record.ts';

/** The calendar year of a moment at the school. */
export function yearOf(now: Instant): number {
  return DateTime.fromISO(now, { zone: 'Europe/London' }).year;
}

/** The reference people use on the telephone: `C-2026-0142`. */
export function refOf(type: RecordType, year: number, number: number): string {
  return `${type.refPrefix}-${year}-${String(number).padStart(4, '0')}`;
}
