import { DateTime } from 'luxon';

/** An instant or a day, as the clock at the school has it. */
export const atSchool = (iso: string) => DateTime.fromISO(iso, { zone: 'Europe/London', locale: 'en-GB' });
/** A day, as people write it. */
export const onDay = (iso: string) => atSchool(iso).toFormat('d MMMM yyyy');
