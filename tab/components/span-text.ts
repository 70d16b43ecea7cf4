const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const counted = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`;

/** How long it is from one moment to another, in the two largest parts that matter: `1 hour 25 minutes`. Both in milliseconds. */
export function spanText(from: number, to: number): string {
  const span = Math.max(0, to - from);
  if (span < minute) return 'less than a minute';
  const parts =
    span < hour
      ? [counted(Math.floor(span / minute), 'minute')]
      : span < day
        ? [counted(Math.floor(span / hour), 'hour'), rest(Math.floor((span % hour) / minute), 'minute')]
        : [counted(Math.floor(span / day), 'day'), rest(Math.floor((span % day) / hour), 'hour')];
  return parts.filter((part) => part !== '').join(' ');
}

const rest = (number: number, unit: string) => (number === 0 ? '' : counted(number, unit));
