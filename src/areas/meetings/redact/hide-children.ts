import { fold } from '../../people/match-child.ts';
import { anybodysIdentifiers, identifiersOf, type Pattern } from './identifiers.ts';
import { initialsOfChild, spellingsOf, type Spelling } from './spellings.ts';
import type { HiddenChild } from './who-is-hidden.ts';
import { goOn, wordsOf, type Word } from './words.ts';

/** Words of one name at most: "Maria del Carmen de la Cruz". */
const longestName = 6;

/** Forms of address, which go with the name behind them. */
const titles: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'master']);

/** A single letter behind one of these is none of a name: "option B". */
const lettered: ReadonlySet<string> = new Set(
  'child plan option vitamin group room block grade item part section appendix hepatitis band set team pathway tier'.split(
    ' ',
  ),
);

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * Makes of a text one that tells nobody which of some children it is about. What is doubtful is hidden: a sentence that reads badly
 * can be written anew, a child who was named in a channel cannot be unnamed.
 * @param hidden the children, with the label of each
 * @param kept names in full of adults that may stand: the school's staff
 */
export function createHiding(hidden: readonly HiddenChild[], kept: readonly string[] = []) {
  const labels = new Map<string, Spelling>();
  for (const spelling of hidden.flatMap(spellingsOf)) {
    const before = labels.get(spelling.key);
    const same = before === undefined || before.label === spelling.label;
    labels.set(spelling.key, same ? spelling : { ...spelling, label: 'a child' });
  }
  const staff = new Set(kept.map((name) => fold(name).join('')).filter((key) => !labels.has(key)));
  const initials = initialPatterns(hidden);
  const single = new Map<string, Set<string>>();
  for (const { label, givenName, knownAs } of hidden)
    for (const letter of [givenName, knownAs ?? ''].map((name) => fold(name)[0]?.slice(0, 1) ?? ''))
      if (letter !== '') single.set(letter, (single.get(letter) ?? new Set()).add(label));
  const patterns: readonly Pattern[] = [...anybodysIdentifiers, ...hidden.flatMap(identifiersOf)];

  return (text: string): string =>
    withLabels(text, [
      ...patterns.flatMap((pattern) => found(text, pattern)),
      ...namesIn(text, labels, staff),
      ...initials.flatMap((pattern) => found(text, pattern)),
      ...singleLetters(text, single),
    ]);
}

const found = (text: string, { pattern, instead }: Pattern): readonly Cut[] =>
  [...text.matchAll(pattern)].map(({ index, 0: said }) => ({ start: index, end: index + said.length, label: instead }));

/** Puts the labels in. Where two findings overlap all of both goes, under the label of the longer one. */
function withLabels(text: string, cuts: readonly Cut[]): string {
  const apart: Cut[] = [];
  for (const cut of cuts.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = apart.at(-1);
    if (!last || cut.start >= last.end) apart.push(cut);
    else if (cut.end > last.end) {
      const longer = cut.end - cut.start > last.end - last.start ? cut : last;
      apart[apart.length - 1] = { start: last.start, end: cut.end, label: longer.label };
    }
  }
  return apart.reduceRight((said, { start, end, label }) => said.slice(0, start) + label + said.slice(end), text);
}

/** Where somebody is named, from left to right, the longest name first. */
function namesIn(text: string, labels: ReadonlyMap<string, Spelling>, staff: ReadonlySet<string>): readonly Cut[] {
  const words = wordsOf(text);
  const cuts: Cut[] = [];
  for (let i = 0; i < words.length;) {
    const run = nameAt(text, words, i, labels, staff);
    const [first, last] = [words[i], words[i + (run?.length ?? 1) - 1]];
    if (run?.label !== undefined && first && last) {
      const before = words[i - 1];
      const title = before && titles.has(before.folded) && goOn(text, before, first) ? before : undefined;
      const label = title ? `somebody of the family of ${run.label.replace(/^a relative of /u, '')}` : run.label;
      cuts.push({ start: title?.start ?? first.start, end: last.end, label });
    }
    i += run?.length ?? 1;
  }
  return cuts;
}

function nameAt(
  text: string,
  words: readonly Word[],
  from: number,
  labels: ReadonlyMap<string, Spelling>,
  staff: ReadonlySet<string>,
): { readonly length: number; readonly label?: string } | undefined {
  const runs: string[] = [];
  for (let length = 1, key = ''; length <= longestName; length++) {
    const [word, before] = [words[from + length - 1], words[from + length - 2]];
    if (!word || (length > 1 && before && !goOn(text, before, word))) break;
    runs.push((key += word.folded));
  }
  for (let length = runs.length; length > 0; length--) {
    const key = runs[length - 1] ?? '';
    if (staff.has(key)) return { length };
    // "Ellies mum": the apostrophe is often forgotten.
    const spelling = labels.get(key) ?? (/^.{3,}s$/u.test(key) ? labels.get(key.slice(0, -1)) : undefined);
    const small = length === 1 && spelling?.ordinary && !words[from]?.capital;
    if (spelling && !small) return { length, label: spelling.label };
  }
  return undefined;
}

/** "EM", "E.M.", "E. M.", "E M", and small ones with dots between them. */
function initialPatterns(hidden: readonly HiddenChild[]): readonly Pattern[] {
  const owners = new Map<string, Set<string>>();
  for (const child of hidden)
    for (const set of initialsOfChild(child)) owners.set(set, (owners.get(set) ?? new Set()).add(child.label));
  return [...owners]
    .sort(([one], [other]) => other.length - one.length)
    .map(([set, whose]) => {
      const either = (between: string, letters: string) => Array.from(letters).join(between);
      const loose = either('(?:\\.\\s?|\\s)?', set.toUpperCase());
      const dotted = either('\\.\\s?', set);
      return {
        pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${loose}|${dotted})\\.?(?![\\p{L}\\p{N}])`, 'gu'),
        instead: labelOf(whose),
      };
    });
}

const labelOf = (whose: ReadonlySet<string>) => (whose.size === 1 ? ([...whose][0] ?? '') : 'a child');

/** A capital that stands alone and begins a child's name. "A" and "I" are words unless a dot in the sentence follows. */
function singleLetters(text: string, single: ReadonlyMap<string, ReadonlySet<string>>): readonly Cut[] {
  const words = wordsOf(text);
  return words.flatMap((word, i) => {
    const whose = single.get(word.folded);
    if (!whose || !word.capital || word.end - word.start !== 1) return [];
    if (lettered.has(words[i - 1]?.folded ?? '')) return [];
    const isWord = word.folded === 'a' || word.folded === 'i';
    if (isWord && !/^\.\s+\p{Ll}/u.test(text.slice(word.end))) return [];
    return [{ start: word.start, end: text[word.end] === '.' ? word.end + 1 : word.end, label: labelOf(whose) }];
  });
}
