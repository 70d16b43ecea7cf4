import { ordinary } from '../meetings/redact/ordinary.ts';
import { goOn, wordsOf, type Word } from '../meetings/redact/words.ts';
import { fold } from '../people/match-child.ts';
import type { RollEntry } from '../people/queries.ts';

/** Words of one half of a name at most: "de la Cruz Romero". */
const longestHalf = 4;
/** Middle names that may stand between the halves: the roll does not hold them. */
const mostBetween = 2;

type Child = Pick<RollEntry, 'givenName' | 'familyName' | 'knownAs' | 'formerNames'>;

/** A run of words that can be one name, as it compares. */
interface Run {
  readonly key: string;
  /** The word behind its last. */
  readonly next: number;
}

/**
 * Finds a child of the roll who is named in full: a given or known-as name and the family name, in either order, with middle names
 * between, or the whole of a former name. One name alone names nobody here: half a school is called Ellie.
 * @param staff names in full of the staff, who may stand even where a child is called the same
 * @returns to be called with a text; answers the words as they were typed, or undefined
 */
export function createChildFinder(roll: readonly Child[], staff: readonly string[]) {
  const afterFirst = new Map<string, Set<string>>();
  const afterFamily = new Map<string, Set<string>>();
  const whole = new Set<string>();
  const add = (to: Map<string, Set<string>>, key: string, then: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(then));
  for (const { givenName, knownAs, familyName, formerNames } of roll) {
    const family = fold(familyName).join('');
    const given = fold(givenName);
    for (const first of [given.join(''), given[0] ?? '', fold(knownAs ?? '').join('')]) {
      if (first === '' || family === '') continue;
      add(afterFirst, first, family);
      add(afterFamily, family, first);
    }
    for (const former of (formerNames ?? '').split('\n').map(fold)) if (former.length > 1) whole.add(former.join(''));
  }
  const kept = new Set(staff.map((name) => fold(name).join('')));

  return (text: string): string | undefined => {
    const words = wordsOf(text);
    for (let i = 0; i < words.length; i++) {
      const end = endOfName(text, words, i, afterFirst, afterFamily, whole);
      const named = end === undefined ? [] : words.slice(i, end);
      if (named.length === 0 || kept.has(named.map(({ folded }) => folded).join(''))) continue;
      // "The school will young people trust": two words, unless one of them is written as a name.
      if (named.every(({ folded, capital }) => ordinary.has(folded) && !capital)) continue;
      return text.slice(named[0]?.start, named.at(-1)?.end);
    }
    return undefined;
  };
}

/** Behind which word a name ends that begins with this one; undefined where none does. */
function endOfName(
  text: string,
  words: readonly Word[],
  from: number,
  afterFirst: ReadonlyMap<string, ReadonlySet<string>>,
  afterFamily: ReadonlyMap<string, ReadonlySet<string>>,
  whole: ReadonlySet<string>,
): number | undefined {
  for (const { key, next } of runsAt(text, words, from, longestHalf + mostBetween)) if (whole.has(key)) return next;
  for (const { key, next } of runsAt(text, words, from, longestHalf)) {
    const families = afterFirst.get(key);
    for (let between = 0; families && between <= mostBetween; between++) {
      if (!words.slice(next, next + between).every(({ capital }) => capital)) break;
      const end = runsOn(text, words, next, next + between).find((run) => families.has(run.key));
      if (end) return end.next;
    }
    const firsts = afterFamily.get(key);
    const end = firsts && runsOn(text, words, next, next).find((run) => firsts.has(run.key));
    if (end) return end.next;
  }
  return undefined;
}

/** Runs that begin with a word, where everything from an earlier word up to it can be one name. */
function runsOn(text: string, words: readonly Word[], earlier: number, from: number): readonly Run[] {
  for (let i = earlier; i <= from; i++) {
    const [before, word] = [words[i - 1], words[i]];
    if (!before || !word || !goOn(text, before, word)) return [];
  }
  return runsAt(text, words, from, longestHalf);
}

function runsAt(text: string, words: readonly Word[], from: number, most: number): readonly Run[] {
  const runs: Run[] = [];
  for (let length = 1, key = ''; length <= most; length++) {
    const [before, word] = [words[from + length - 2], words[from + length - 1]];
    if (!word || (length > 1 && before && !goOn(text, before, word))) break;
    runs.push({ key: (key += word.folded), next: from + length });
  }
  return runs;
}

/** A web address as words: a file may be called after a child. */
export function wordsOfAddress(url: string): string {
  let said = url;
  try {
    said = decodeURIComponent(url);
  } catch {
    // A stray per cent sign: it is read as it stands.
  }
  return said.replace(/[/_+?&=#%]+/g, ' ');
}

/** What is held against a text that names a child: in their own words, so that they find them. */
export const nameFault = (name: string, words: string) => ({
  name,
  message: `“${words}” names a child of this school, and this is read by many. Write it without naming a child.`,
});
