/** A day as somebody wrote it; without a year where none was written. */
export interface WrittenDay {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  /** Four digits, or two as they were written. */
  readonly year?: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ordinals = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth'
).split(' ');

/** "14/3/2014", "14.03.14", "2014-03-14", "14/3". */
const inDigits = /(?<![\p{L}\p{N}])(\d{1,4})\s?[/.\-–]\s?(\d{1,2})(?:\s?[/.\-–]\s?(\d{4}|\d{2}))?(?![\p{L}\p{N}])/gu;
/** "14032014", "140314". */
const inOnePiece = /(?<![\p{L}\p{N}])(\d{8}|\d{6})(?![\p{L}\p{N}])/gu;
/** "14 March", "14th of March, 2014", "14-Mar-14", "14 Mar ’14". */
const dayFirst =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?[\s-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?(?:,?[\s-]*['’]?(\d{4}|\d{2})(?!\d))?(?![\p{L}\p{N}])/giu;
/** "March 14th, 2014", "Mar. the 14th". */
const monthFirst =
  /(?<![\p{L}\p{N}])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?[\s-]+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:,?[\s-]+['’]?(\d{4}|\d{2})(?!\d))?(?![\p{L}\p{N}])/giu;
/** "the fourteenth of March 2014". */
const inWords =
  /(?<!\p{L})(?:(twenty|thirty)[-\s]+)?(\p{L}+)\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?:,?\s+(\d{4}|\d{2})(?!\d))?(?![\p{L}\p{N}])/giu;
/** "March the fourteenth". */
const inWordsMonthFirst =
  /(?<!\p{L})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\s+(?:the\s+)?(?:(twenty|thirty)[-\s]+)?(\p{L}+)(?!\p{L})/giu;

const monthOf = (word = '') => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

function ordinal(tens: string | undefined, unit = ''): number {
  if (tens === undefined && unit.toLowerCase() === 'thirtieth') return 30;
  const at = ordinals.indexOf(unit.toLowerCase()) + 1;
  return at === 0 ? 0 : at + (tens === undefined ? 0 : tens.toLowerCase() === 'twenty' ? 20 : 30);
}

type Read = Pick<WrittenDay, 'day' | 'month' | 'year'>;
const read = (day: number, month: number, year?: string): Read => ({
  ...{ day, month },
  ...(year !== undefined && { year: Number(year) }),
});

function fromDigits([, one = '', two = '', three]: RegExpMatchArray): readonly Read[] {
  if (one.length === 4) return [read(Number(three), Number(two), one)];
  const here = read(Number(one), Number(two), three);
  return three === undefined
    ? [here]
    : [here, read(Number(two), Number(one), three), read(Number(three), Number(two), one)];
}

function fromOnePiece([digits]: RegExpMatchArray): readonly Read[] {
  const two = (at: number) => Number(digits.slice(at, at + 2));
  if (digits.length === 8) return [read(two(0), two(2), digits.slice(4)), read(two(6), two(4), digits.slice(0, 4))];
  return [read(two(0), two(2), digits.slice(4)), read(two(4), two(2), digits.slice(0, 2))];
}

const ways: readonly (readonly [RegExp, (found: RegExpMatchArray) => readonly Read[]])[] = [
  [inDigits, fromDigits],
  [inOnePiece, fromOnePiece],
  [dayFirst, ([, day, month, year]) => [read(Number(day), monthOf(month), year)]],
  [monthFirst, ([, month, day, year]) => [read(Number(day), monthOf(month), year)]],
  [inWords, ([, tens, unit, month, year]) => [read(ordinal(tens, unit), monthOf(month), year)]],
  [inWordsMonthFirst, ([, month, tens, unit]) => [read(ordinal(tens, unit), monthOf(month))]],
];

/** Every day that a text may mean, in whichever way it is written; what can be read in two ways is there twice. */
export const daysIn = (text: string): readonly WrittenDay[] =>
  ways.flatMap(([pattern, readings]) =>
    [...text.matchAll(pattern)].flatMap((found) =>
      readings(found)
        .filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
        .map((day) => ({ start: found.index, end: found.index + found[0].length, ...day })),
    ),
  );

/** Whether a written year is one of four digits, or its last two. */
export const isYear = (written: number | undefined, year: number): boolean =>
  written === year || (written !== undefined && written < 100 && written === year % 100);
