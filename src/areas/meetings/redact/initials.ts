import { fold } from '../../people/match-child.ts';
import type { Cut } from './cut.ts';
import type { HiddenChild } from './who-is-hidden.ts';
import type { Word } from './words.ts';

const firstLetters = (words: readonly string[]) => words.map((part) => part.slice(0, 1));

/** The initials that would tell a child in a class of thirty: "em", of each name, with and without the middle one. */
export function initialsOfChild(child: HiddenChild): readonly string[] {
  const family = firstLetters(fold(child.familyName));
  const middle = firstLetters(fold(child.middleNames ?? ''));
  const former = (child.formerNames ?? '').split('\n').map((name) => firstLetters(fold(name)).join(''));
  const sets = [child.givenName, child.knownAs ?? '']
    .map((name) => firstLetters(fold(name)))
    .filter((first) => first.length > 0)
    .flatMap((first) => [
      [...first, ...family],
      [...first, ...middle, ...family],
      [...family, ...first],
      [first[0] ?? '', family[0] ?? ''],
      [family[0] ?? '', first[0] ?? ''],
      [first[0] ?? '', ...middle.slice(0, 1), family[0] ?? ''],
      [first[0] ?? '', family.at(-1) ?? ''],
    ]);
  return [...new Set([...sets.map((set) => set.join('')), ...former])].filter((set) => set.length > 1);
}

/** The letter with which each of a child's first names begins. */
export const lettersOfChild = ({ givenName, knownAs }: HiddenChild): readonly string[] =>
  [givenName, knownAs ?? ''].map((name) => fold(name)[0]?.slice(0, 1) ?? '').filter((letter) => letter !== '');

/** Initials of one child at most. */
const longest = 8;
const betweenLetters = /^(?:\.?[ \t\u00a0]?|\s*[-‐‑–/]\s*)$/u;
const capitals = /^[\p{Lu}\p{M}]+$/u;

/**
 * Where letters stand that are the initials of some children: "EM", "E.M.", "E. M.", "E M", "E-M", "EMs", and small ones with dots
 * between them.
 * @param labels initials, folded -> what stands instead
 */
export function initialsIn(text: string, words: readonly Word[], labels: ReadonlyMap<string, string>): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const alone = lettersOf(word);
    const label = alone === undefined ? undefined : labels.get(alone);
    if (label !== undefined) cuts.push({ start: word.start, end: behind(text, word), label });
    for (let length = 2, key = word.folded; length <= longest && isLetter(words[i + length - 2]); length++) {
      const [before, next] = [words[i + length - 2], words[i + length - 1]];
      if (!before || !next || !isLetter(next)) break;
      const between = text.slice(before.end, next.start);
      // Small letters are initials where dots stand between them: "a b" is not.
      const dotted = between.startsWith('.');
      if (!betweenLetters.test(between) || !(dotted || (before.capital && next.capital))) break;
      key += next.folded;
      const found = labels.get(key);
      if (found !== undefined) cuts.push({ start: word.start, end: behind(text, next), label: found });
    }
  }
  return cuts;
}

const isLetter = (word: Word | undefined) => word?.folded.length === 1 && /^\p{L}/u.test(word.folded);
const behind = (text: string, { end }: Word) => (text[end] === '.' ? end + 1 : end);

/** The letters of a word that is nothing but capitals: "EM", and "EMs" where something is said to be theirs. */
function lettersOf({ said, folded }: Word): string | undefined {
  if (capitals.test(said)) return folded;
  return /s$/u.test(said) && said.length > 2 && capitals.test(said.slice(0, -1)) ? folded.slice(0, -1) : undefined;
}

/** A single letter behind one of these is none of a name: "option B". */
const lettered: ReadonlySet<string> = new Set(
  (
    'child plan option vitamin group room block grade item part section appendix hepatitis band set team pathway tier building hall ' +
    'page level year class form annex table figure question'
  ).split(' '),
);

/**
 * A capital that stands alone and begins a child's name. "A" and "I" are words unless a dot in the sentence follows; "X-ray" and
 * "T-shirt" are words.
 * @param labels letter -> what stands instead
 */
export function singleLettersIn(
  text: string,
  words: readonly Word[],
  labels: ReadonlyMap<string, string>,
): readonly Cut[] {
  return words.flatMap((word, i) => {
    const label = labels.get(word.folded);
    if (label === undefined || !word.capital || word.said.length !== 1) return [];
    if (lettered.has(words[i - 1]?.folded ?? '') || /^[-‐‑]\p{Ll}/u.test(text.slice(word.end, word.end + 2))) return [];
    const isWord = word.folded === 'a' || word.folded === 'i';
    if (isWord && !word.owns && !/^\.\s+\p{Ll}/u.test(text.slice(word.end, word.end + 9))) return [];
    return [{ start: word.start, end: behind(text, word), label }];
  });
}
