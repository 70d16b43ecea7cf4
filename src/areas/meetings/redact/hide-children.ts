import { fold } from '../../people/match-child.ts';
import { abbreviations } from './abbreviations.ts';
import { withLabels, type Cut } from './cut.ts';
import { daysIn, isYear } from './dates.ts';
import { anybodysIdentifiers, identifierKeys } from './identifiers.ts';
import { initialsIn, initialsOfChild, lettersOfChild, singleLettersIn } from './initials.ts';
import { namesIn, type NameIndex } from './names-in.ts';
import { ordinary } from './ordinary.ts';
import { fullSpellings, ownSpellings, shortSpellings, spellingsOf, wholeName, type Spelling } from './spellings.ts';
import type { Around, HiddenChild } from './who-is-hidden.ts';
import { withoutUnseen, wordsOf } from './words.ts';

/** Stands where an adult may be meant as well as a child who must not be named. */
const somebody = 'somebody';

/**
 * Makes of a text one that tells nobody which of some children it is about. What is doubtful is hidden: a sentence that reads badly
 * can be written anew, a child who was named in a channel cannot be unnamed. What there is to know is put in order once, however
 * many texts there are.
 * @param hidden the children, with the label of each
 * @param kept names in full of adults that may stand: the school's staff
 */
export function createHiding(hidden: readonly HiddenChild[], kept: readonly string[] = [], around: Around = {}) {
  const { others = [], named = [] } = around;
  const index: NameIndex = { labels: nameLabels(hidden, kept, around), staff: staffKeys(kept, hidden, others) };
  const initials = initialLabels(hidden, others, named);
  const letters = merged(
    hidden.flatMap((child) => lettersOfChild(child).map((letter) => [letter, child.label] as const)),
    others.flatMap((child) => lettersOfChild(child).map((letter) => [letter, somebody] as const)),
    named.flatMap(lettersOfChild),
  );
  const isBirthday = birthdays(hidden, others, named);

  return (written: string): string => {
    const text = withoutUnseen(written);
    const words = wordsOf(text);
    return withLabels(text, [
      ...anybodysIdentifiers.flatMap(({ pattern, instead }) =>
        [...text.matchAll(pattern)].map(({ index: start, 0: said }) => ({
          ...{ start, end: start + said.length, label: instead },
        })),
      ),
      ...daysIn(text)
        .filter(isBirthday)
        .map(({ start, end }): Cut => ({ start, end, label: 'a date' })),
      ...namesIn(text, words, index),
      ...initialsIn(text, words, initials),
      ...singleLettersIn(text, words, letters),
    ]);
  };
}

/** What the meeting's own say of a key comes before what the rest of the roll says; who may be named goes before the rest. */
function merged(
  near: readonly (readonly [string, string])[],
  far: readonly (readonly [string, string])[],
  spared: Iterable<string>,
): Map<string, string> {
  const labels = new Map<string, string>();
  const sparedKeys = new Set(spared);
  for (const [key, label] of far) if (!sparedKeys.has(key)) labels.set(key, label);
  const ours = new Map<string, string>();
  for (const [key, label] of near) ours.set(key, (ours.get(key) ?? label) === label ? label : 'a child');
  for (const [key, label] of ours) labels.set(key, label);
  return labels;
}

function nameLabels(
  hidden: readonly HiddenChild[],
  kept: readonly string[],
  { others = [], named = [], relatives = [] }: Around,
): ReadonlyMap<string, Spelling> {
  const adults = new Set(kept.flatMap(fold));
  const near = hidden.flatMap((child) => [
    ...spellingsOf(child).map(({ key, label }) => [key, label] as const),
    ...identifierKeys(child),
  ]);
  const far = others.flatMap((child) => [
    ...(child.family ?? []).flatMap((name) =>
      fold(name).length > 1 ? wholeName(name).map((key) => [key, `a relative of ${child.label}`] as const) : [],
    ),
    ...identifierKeys({ ...child, formGroup: null }),
    ...[...ownSpellings(child), ...shortSpellings(child)].map(
      (key) => [key, adults.has(key) ? somebody : child.label] as const,
    ),
  ]);
  const [borne, full] = [new Set(others.flatMap(ownSpellings)), new Set(others.flatMap(fullSpellings))];
  const spared = named.flatMap((child) => [
    ...fullSpellings(child),
    ...ownSpellings(child).filter((key) => !full.has(key)),
    // Short for one who may be named, but the very name of one who may not.
    ...shortSpellings(child).filter((key) => !borne.has(key)),
  ]);
  const loose = relatives.flatMap((name) => wholeName(name).map((key) => [key, 'a relative'] as const));
  const labels = merged(near, [...loose, ...far], spared);
  return new Map([...labels].map(([key, label]) => [key, { key, label, ordinary: ordinary.has(key) }]));
}

/** Names in full of adults, unless a child who must not be named bears the same. */
function staffKeys(kept: readonly string[], ...children: readonly (readonly HiddenChild[])[]): ReadonlySet<string> {
  const borne = new Set(children.flat().flatMap(ownSpellings));
  return new Set(kept.map((name) => fold(name).join('')).filter((key) => !borne.has(key)));
}

function initialLabels(
  hidden: readonly HiddenChild[],
  others: readonly HiddenChild[],
  named: readonly HiddenChild[],
): ReadonlyMap<string, string> {
  const of = (child: HiddenChild, label: string) => initialsOfChild(child).map((set) => [set, label] as const);
  return merged(
    hidden.flatMap((child) => of(child, child.label)),
    others.flatMap((child) => of(child, somebody)).filter(([set]) => !abbreviations.has(set)),
    named.flatMap(initialsOfChild),
  );
}

/** A birthday of the few tells without its year; one of a thousand only with it. */
function birthdays(
  hidden: readonly HiddenChild[],
  others: readonly HiddenChild[],
  named: readonly HiddenChild[],
): (written: { readonly day: number; readonly month: number; readonly year?: number }) => boolean {
  const dates = (children: readonly HiddenChild[]) =>
    children.flatMap(({ birthDate }) => (birthDate ? [birthDate] : []));
  const near = new Set(dates(hidden).map((date) => date.slice(5)));
  const spared = new Set(dates(named));
  const far = new Map<string, number[]>();
  for (const date of dates(others))
    if (!spared.has(date)) far.set(date.slice(5), [...(far.get(date.slice(5)) ?? []), Number(date.slice(0, 4))]);
  const two = (number: number) => String(number).padStart(2, '0');
  return ({ day, month, year }) => {
    const key = `${two(month)}-${two(day)}`;
    return near.has(key) || (far.get(key) ?? []).some((born) => isYear(year, born));
  };
}
