import { fold } from '../../people/match-child.ts';
import { ordinary } from './ordinary.ts';
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
const shortestPart = 3;

const initialsOf = (words: readonly string[]) => words.map((part) => part.slice(0, 1));

/** A first and a last name in every order, whole and with one of them as a letter. */
function pairs(first: readonly string[], last: readonly string[]): readonly string[] {
  if (first.length === 0 || last.length === 0) return [];
  const [given, family] = [first.join(''), last.join('')];
  const [g, f] = [initialsOf(first).join(''), initialsOf(last).join('')];
  const halves = [...last.map((part) => `${given}${part}`), ...first.map((part) => `${part}${family}`)];
  return [given + family, family + given, g + family, family + g, given + f, ...halves];
}

/** A name in full of which it is not known where the family name begins. */
function whole(name: string): readonly string[] {
  const words = fold(name);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return words.length < 2 ? words : [words.join(''), first + last, last + first, first.slice(0, 1) + last];
}

const parts = (words: readonly string[]) => [words.join(''), ...words.filter((word) => word.length >= shortestPart)];

/**
 * All spellings of a child: with given, known and former names, in any order, each part by itself, and one part with the letter of
 * the other; and of whoever belongs to the child.
 */
export function spellingsOf(child: HiddenChild): readonly Spelling[] {
  const family = fold(child.familyName);
  const middle = fold(child.middleNames ?? '');
  const firsts = [child.givenName, child.knownAs ?? ''].map(fold).filter((words) => words.length > 0);
  const former = (child.formerNames ?? '').split('\n').filter((name) => name.trim() !== '');
  const own = [
    ...firsts.flatMap((first) => [
      ...pairs(first, family),
      ...pairs([...first, ...middle], family),
      ...(middle[0] ? pairs([...first, middle[0].slice(0, 1)], family) : []),
      ...parts(first),
    ]),
    ...(middle.length > 0 ? parts(middle) : []),
    ...parts(family),
    ...former.flatMap((name) => [...whole(name), ...parts(fold(name))]),
  ];
  const relatives = (child.family ?? []).flatMap((name) => [...whole(name), ...parts(fold(name))]);
  const spelling = (label: string) => (key: string) => ({ key, label, ordinary: ordinary.has(key) });
  return [
    ...own.map(spelling(child.label)),
    // A relative's family name is mostly the child's too, and then it stands above.
    ...relatives.filter((key) => !own.includes(key)).map(spelling(`a relative of ${child.label}`)),
  ].filter(({ key }) => key.length > 1);
}

/** The initials that would tell a child in a class of thirty: "EM", of each name, with and without the middle one. */
export function initialsOfChild(child: HiddenChild): readonly string[] {
  const family = initialsOf(fold(child.familyName));
  const middle = initialsOf(fold(child.middleNames ?? ''));
  const former = (child.formerNames ?? '').split('\n').map((name) => initialsOf(fold(name)).join(''));
  const sets = [child.givenName, child.knownAs ?? '']
    .map((name) => initialsOf(fold(name)))
    .filter((first) => first.length > 0)
    .flatMap((first) => [
      [...first, ...family],
      [...first, ...middle, ...family],
      [first[0] ?? '', family[0] ?? ''],
      [first[0] ?? '', ...middle.slice(0, 1), family[0] ?? ''],
      [first[0] ?? '', family.at(-1) ?? ''],
    ]);
  return [...new Set([...sets.map((set) => set.join('')), ...former])].filter((set) => set.length > 1);
}
