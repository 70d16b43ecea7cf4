import { DateTime } from 'luxon';
import { squash } from '../../people/match-child.ts';
import type { HiddenChild } from './who-is-hidden.ts';

/** Something in a text that tells who somebody is without naming them, and what stands instead. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly instead: string;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
/** Neither before nor behind a letter or a digit. */
const alone = (source: string, flags = 'giu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);

/** A date as people write it: 14/3/2014, 14.03.14, 2014-03-14, 14 March, 14th of March 2014, March 14th. */
function dateWritten(date: string): readonly string[] {
  const day = DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' });
  if (!day.isValid) return [];
  const [d, m] = [`0?${day.day}`, `0?${day.month}`];
  const year = `(?:${day.toFormat('yyyy')}|${day.toFormat('yy')})`;
  const month = `(?:${day.toFormat('MMMM')}|${day.toFormat('MMM')}\\.?)`;
  const nth = `${d}(?:st|nd|rd|th)?`;
  return [
    escaped(date),
    `${d}\\s?[/.\\-–]\\s?${m}(?:\\s?[/.\\-–]\\s?${year})?`,
    `${nth}(?:\\s+of)?\\s+${month}(?:,?\\s+${year})?`,
    `${month}\\s+${nth}(?:,?\\s+${year})?`,
  ];
}

/** "7B", "7 B", "Year 7B", "Y7 B", "form 7B". */
function formWritten(form: string): readonly string[] {
  const squashed = squash(form);
  const [, year, letters] = /^(\d+)(\p{L}+)$/u.exec(squashed) ?? [];
  const prefix = '(?:(?:year|yr|y|form|class)\\s*)?';
  if (year === undefined || letters === undefined) return squashed.length > 1 ? [prefix + escaped(form)] : [];
  return [`${prefix}${year}[\\s./-]?${letters}`];
}

/** What tells a child apart beside their names. */
export function identifiersOf(child: HiddenChild): readonly Pattern[] {
  const of = (instead: string, sources: readonly string[]) =>
    sources.map((source) => ({ pattern: alone(source), instead }));
  return [
    ...of('a date', child.birthDate ? dateWritten(child.birthDate) : []),
    ...of('a number', child.upn ? [escaped(child.upn)] : []),
    ...of('a form', child.formGroup ? formWritten(child.formGroup) : []),
  ];
}

/**
 * What leads to a person or to a record of them, whoever it is: e-mail and web addresses, telephone numbers, postcodes, unique pupil
 * numbers, references of Lantern.
 */
export const anybodysIdentifiers: readonly Pattern[] = [
  { pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, instead: 'an e-mail address' },
  { pattern: /\bhttps?:\/\/\S+/giu, instead: 'a link' },
  { pattern: alone('[A-Z]-20\\d\\d-\\d{1,6}', 'gu'), instead: 'a record' },
  { pattern: alone('S-[0-9A-Z]{4}-[0-9A-Z]{4}', 'gu'), instead: 'a record' },
  { pattern: alone('[A-Z]\\d{11}[\\dA-Z]', 'giu'), instead: 'a number' },
  { pattern: alone('[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}', 'gu'), instead: 'a postcode' },
  { pattern: /(?<![\p{L}\p{N}])(?:\+44|0)(?:[\s().-]?\d){9,10}(?!\d)/gu, instead: 'a telephone number' },
];
