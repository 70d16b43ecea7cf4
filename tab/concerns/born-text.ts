const months = 'January February March April May June July August September October November December'.split(' ');

/** A date of birth, or as much of it as there is, in words. @param born `2014`, `2014-03` or `2014-03-14` */
export function bornText(born: string): string {
  const [year = '', month, day] = born.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}
