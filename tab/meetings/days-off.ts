import { DateTime } from 'luxon';

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): DateTime {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return DateTime.utc(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** A bank holiday on a weekend goes to the next weekday that is none yet. */
function substitute(day: DateTime, taken: readonly DateTime[] = []): DateTime {
  const other = taken.some((one) => one.hasSame(day, 'day'));
  return day.weekday > 5 || other ? substitute(day.plus({ days: 1 }), taken) : day;
}

const firstMonday = (year: number, month: number) => {
  const first = DateTime.utc(year, month, 1);
  return first.plus({ days: (8 - first.weekday) % 7 });
};
const lastMonday = (year: number, month: number) => {
  const last = DateTime.utc(year, month, 1).endOf('month').startOf('day');
  return last.minus({ days: last.weekday - 1 });
};

/** The bank holidays of England by the Banking and Financial Dealings Act 1971; one that is proclaimed for a year is not among them. */
export function bankHolidays(year: number): readonly string[] {
  const sunday = easter(year);
  const christmas = substitute(DateTime.utc(year, 12, 25));
  const all = [
    ...[substitute(DateTime.utc(year, 1, 1)), sunday.minus({ days: 2 }), sunday.plus({ days: 1 })],
    ...[firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8)],
    ...[christmas, substitute(DateTime.utc(year, 12, 26), [christmas])],
  ];
  return all.map((day) => day.toFormat('yyyy-MM-dd'));
}

/**
 * Why a day is surely none of school: `undefined` says nothing of a school's own holidays, which Lantern does not know.
 * @param day `YYYY-MM-DD`
 */
export function whyOff(day: string): string | undefined {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (date.weekday > 5) return 'weekend';
  if (bankHolidays(date.year).includes(day)) return 'bank holiday';
  if (date.month === 8) return 'August';
  return (date.month === 12 && date.day >= 24) || (date.month === 1 && date.day === 1) ? 'Christmas' : undefined;
}
