import { fold } from '../../people/match-child.ts';
import { ordinary } from './ordinary.ts';
import { shortForms } from './short-forms.ts';
import type { HiddenChild } from './who-is-hidden.ts';

/** How somebody can be written: words without what stands between them, and who would be meant. */
export interface Spelling {
  readonly key: string;
  /** What stands instead. */
  readonly label: string;
  /** Also a word: only with a capital is it a name. */
  readonly ordinary: boolean;
}

/** Particles of names, which say nothing alone. */
const particles: ReadonlySet<string> = new Set(
  'de la le du da do dos das del della di van von der den ten ter bin bint ibn al el ul ap ab mac mc st'.split(' '),
);

const initialsOf = (words: readonly string[]) => words.map((part) => part.slice(0, 1));

/** A letter alone is none of a name’s words: two of them are initials. */
const isWhole = (part: string) => part.length > 1;

/** A first and a last name in every order, whole and with one of them as a letter. */
function pairs(first: readonly string[], last: readonly string[]): readonly string[] {
  if (first.length === 0 || last.length === 0) return [];
  const [given, family] = [first.join(''), last.join('')];
  const [g, f] = [initialsOf(first).join(''), initialsOf(last).join('')];
  const begin = initialsOf(last)[0] ?? '';
  const halves = [
    ...last.filter(isWhole).flatMap((part) => [given + part, g + part, part + g]),
    ...first.filter(isWhole).flatMap((part) => [part + family, part + begin]),
  ];
  return [given + family, family + given, g + family, family + g, given + f, f + given, given + begin, ...halves];
}

/** A name in full of which it is not known where the family name begins. */
export function wholeName(name: string): readonly string[] {
  const words = fold(name);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return words.length < 2 ? words : [words.join(''), first + last, last + first, first.slice(0, 1) + last];
}

const parts = (words: readonly string[]) => [
  words.join(''),
  ...words.filter((word) => word.length > 1 && !particles.has(word)),
];

/** What a child is called before the family name, as on the roll and as they are known. */
const firstNames = ({ givenName, knownAs }: HiddenChild): readonly (readonly string[])[] =>
  [givenName, knownAs ?? ''].map(fold).filter((words) => words.length > 0);

const shortNames = (child: HiddenChild): readonly (readonly string[])[] =>
  firstNames(child).flatMap(([first = '']) => (shortForms.get(first) ?? []).map((form) => [form]));

/** With the short forms of what a child is called: nobody has said that this child is called so. */
export const shortSpellings = (child: HiddenChild): readonly string[] =>
  withFirst(shortNames(child), fold(child.familyName), fold(child.middleNames ?? '')).filter((key) => key.length > 1);

const withFirst = (firsts: readonly (readonly string[])[], family: readonly string[], middle: readonly string[]) =>
  firsts.flatMap((first) => [
    ...pairs(first, family),
    ...(middle.length > 0 ? pairs([...first, ...middle], family) : []),
    ...(middle[0] ? pairs([...first, middle[0].slice(0, 1)], family) : []),
    ...parts(first),
  ]);

/** All spellings of a child alone that the roll knows: with given, known and former names, in any order, each part by itself, and one part with the letter of the other. */
export function ownSpellings(child: HiddenChild): readonly string[] {
  const known = made.get(child);
  if (known) return known;
  const spellings = makeOwnSpellings(child);
  made.set(child, spellings);
  return spellings;
}

/** A child of the roll is asked for by several renderings of one minute. */
const made = new WeakMap<HiddenChild, readonly string[]>();

function makeOwnSpellings(child: HiddenChild): readonly string[] {
  const family = fold(child.familyName);
  const middle = fold(child.middleNames ?? '');
  const former = (child.formerNames ?? '').split('\n').filter((name) => name.trim() !== '');
  return [
    ...withFirst(firstNames(child), family, middle),
    ...(middle.length > 0 ? [...parts(middle), ...pairs(middle, family)] : []),
    ...(family.length > 0 ? parts(family) : []),
    ...former.flatMap((name) => [...wholeName(name), ...parts(fold(name))]),
  ].filter((key) => key.length > 1);
}

/** What a child is called in full today: whom it means is beyond doubt, whatever it is of another’s names. */
export function fullSpellings(child: HiddenChild): readonly string[] {
  const family = fold(child.familyName).join('');
  return firstNames(child).flatMap((first) => [first.join('') + family, family + first.join('')]);
}

/** All spellings of a child, and of whoever belongs to the child. */
export function spellingsOf(child: HiddenChild): readonly Spelling[] {
  const own = new Set([...ownSpellings(child), ...shortSpellings(child)]);
  const relatives = (child.family ?? []).flatMap((name) => [...wholeName(name), ...parts(fold(name))]);
  const spelling = (label: string) => (key: string) => ({ key, label, ordinary: ordinary.has(key) });
  return [
    ...[...own].map(spelling(child.label)),
    // A relative's family name is mostly the child's too, and then it stands above.
    ...relatives.filter((key) => key.length > 1 && !own.has(key)).map(spelling(`a relative of ${child.label}`)),
  ];
}
