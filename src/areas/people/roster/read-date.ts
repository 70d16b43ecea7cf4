const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/;

/** Which comes first in dates such as 04/02/2015. */
export type DateOrder = 'day-first' | 'month-first' | 'unclear';

/** What a column of dates gives away about itself: one date that can only be read one way settles the others. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const parts =
    texts.flatMap((text) => slashed.exec(text) ?? []).length === 0 ? [] : texts.map((text) => slashed.exec(text));
  const dayFirst = parts.some((found) => found && Number(found[1]) > 12);
  const monthFirst = parts.some((found) => found && Number(found[2]) > 12);
  if (dayFirst === monthFirst) return 'unclear';
  return dayFirst ? 'day-first' : 'month-first';
}

function real(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}

/**
 * A date as an ISO date.
 * @returns or why not: `unclear` when it may be two days and nothing says which, `no-date` when it is none
 */
export function readDate(text: string, order: DateOrder): { readonly date: string } | 'unclear' | 'no-date' {
  const [, year = '', month = '', day = ''] = iso.exec(text) ?? [];
  const [, first = '', second = '', last = ''] = slashed.exec(text) ?? [];
  if (year === '' && last === '') return 'no-date';
  if (year !== '') return dated(real(year, month, day));
  if (first === second || order === 'day-first') return dated(real(last, second, first));
  return order === 'month-first' ? dated(real(last, first, second)) : 'unclear';
}

const dated = (date: string | undefined) => (date === undefined ? ('no-date' as const) : { date });
