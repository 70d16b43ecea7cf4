const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const textOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const after = (day: string, days: number) => textOf(at(day) + days * dayMs);
/** 0 is Sunday. */
const weekday = (day: string) => new Date(at(day)).getUTCDay();
const isWeekend = (day: string) => [0, 6].includes(weekday(day));

/** Easter Sunday by the Gregorian calendar (the reckoning of Meeus, Jones and Butcher). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return textOf(Date.UTC(year, month - 1, day));
}

const firstMonday = (year: number, month: number) => {
  const first = textOf(Date.UTC(year, month - 1, 1));
  return after(first, (8 - weekday(first)) % 7);
};
const lastMonday = (year: number, month: number) => {
  const last = textOf(Date.UTC(year, month, 0));
  return after(last, -((weekday(last) + 6) % 7));
};

/**
 * Bank holidays of England in a year (Banking and Financial Dealings Act 1971, and by custom New Year’s Day and early May). One that is
 * proclaimed for a single year is not among them: until it is known, a day falls due one day too early and never too late.
 */
export function bankHolidays(year: number): ReadonlySet<string> {
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`];
  const days = new Set([
    ...fixed.filter((day) => !isWeekend(day)),
    ...[after(easter(year), -2), after(easter(year), 1)],
    ...[firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8)],
  ]);
  // One that falls on a weekend is held on the next working day.
  for (const day of fixed.filter(isWeekend)) {
    let instead = day;
    while (isWeekend(instead) || days.has(instead)) instead = after(instead, 1);
    days.add(instead);
  }
  return days;
}

/** Whether people work on a day in England: neither a weekend nor a bank holiday. Holidays of schools are working days. @param day `YYYY-MM-DD` */
export const isWorkingDay = (day: string): boolean =>
  !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).has(day);

/** The day so many working days on, or back where the count is negative; that day itself does not count. @param day `YYYY-MM-DD` */
function workingDaysFrom(day: string, count: number): string {
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = after(found, Math.sign(count));
    if (isWorkingDay(found)) left--;
  }
  return found;
}

/** The day so many working days after another; that other day does not count. @param day `YYYY-MM-DD` */
export const workingDaysAfter = (day: string, count: number): string => workingDaysFrom(day, count);

/** The day so many working days before another; that other day does not count. @param day `YYYY-MM-DD` */
export const workingDaysBefore = (day: string, count: number): string => workingDaysFrom(day, -count);
