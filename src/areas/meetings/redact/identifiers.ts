import { fold, squash } from '../../people/match-child.ts';
import type { HiddenChild } from './who-is-hidden.ts';

/** Something in a text that tells who somebody is without naming them, and what stands instead. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly instead: string;
}

/**
 * What leads to a person or to a record of them, whoever it is: e-mail and web addresses, telephone numbers, postcodes, unique pupil
 * numbers, references of Lantern.
 */
export const anybodysIdentifiers: readonly Pattern[] = [
  // Begins where nothing of it stands before: of a long text without an @ it is not tried anew at each letter.
  {
    pattern: /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
    instead: 'an e-mail address',
  },
  { pattern: /\b(?:https?:\/\/|www\.)\S+/giu, instead: 'a link' },
  { pattern: /(?<![\p{L}\p{N}])[A-Z]\s?[-‐‑–]\s?20\d\d\s?[-‐‑–]\s?\d{1,6}(?![\p{L}\p{N}])/giu, instead: 'a record' },
  { pattern: /(?<![\p{L}\p{N}])S-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\p{L}\p{N}])/gu, instead: 'a record' },
  { pattern: /(?<![\p{L}\p{N}])[A-Z]\d{11}[\dA-Z](?![\p{L}\p{N}])/giu, instead: 'a number' },
  { pattern: /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/gu, instead: 'a postcode' },
  {
    // "y7 2pm" and "b2 1st" are none.
    pattern: /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?\s?\d(?!am|pm|st|nd|rd|th)[a-z]{2}(?![\p{L}\p{N}])/gu,
    instead: 'a postcode',
  },
  {
    pattern: /(?<![\p{L}\p{N}])(?:\+44|0044|0)(?:[\s().-]{0,3}\d){9,10}(?!\d)/gu,
    instead: 'a telephone number',
  },
];

/** What may stand before a form: "Year 7B", "Y7B", "form 7 B". */
const beforeForms = ['', 'year', 'yr', 'y', 'form', 'class', 'tutorgroup', 'formgroup'];

/** What tells a child apart beside their names and their birthday, as runs of words without what stands between them. */
export function identifierKeys({ upn, formGroup }: HiddenChild): readonly (readonly [string, string])[] {
  const form = squash(fold(formGroup ?? '').join(''));
  const number = fold(upn ?? '').join('');
  return [
    ...(form.length > 1 ? beforeForms.map((before) => [before + form, 'a form'] as const) : []),
    ...(number.length > 1 ? [[number, 'a number'] as const] : []),
  ];
}
