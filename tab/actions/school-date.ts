const shown = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** `Thu, 10 Dec 2026`: a day at the school, given as `YYYY-MM-DD`; anything else comes back as it is. */
export function schoolDate(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : shown.format(time);
}
