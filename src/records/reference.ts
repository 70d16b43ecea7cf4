import { DateTime } from 'luxon';
import type { RecordType } from './define-record.ts';

/**
 * The calendar year of a moment at the school.
 * @param now instant, UTC
 */
export function yearOf(now: string): number {
  return DateTime.fromISO(now, { zone: 'Europe/London' }).year;
}

/** The reference people use on the telephone: `C-2026-0142`. */
export function refOf(type: RecordType, year: number, number: number): string {
  return `${type.refPrefix}-${year}-${String(number).padStart(4, '0')}`;
}
