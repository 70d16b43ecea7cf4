import { linkTries } from '../../../src/areas/meetings/fields.ts';

/** How often a link was opened. */
export const openedText = (times: number): string =>
  times === 0 ? 'Not yet' : times === 1 ? 'Once' : `${times} times`;

/** How many wrong codes were typed, and how many are left; nothing where there was none. */
export function triesText(left: number): string | undefined {
  if (left >= linkTries) return undefined;
  return `${linkTries - left} typed, ${left} more ${left === 1 ? 'ends' : 'end'} the link`;
}

/** A code as it is said: in two halves. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
