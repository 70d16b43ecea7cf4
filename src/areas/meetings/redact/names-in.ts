import type { Cut } from './cut.ts';
import type { Spelling } from './spellings.ts';
import { goOn, type Word } from './words.ts';

/** Words of one name at most: "Maria del Carmen de la Cruz Fernandez". */
const longestName = 8;

/** Letters of a name to sign in with at most. */
const longestSignIn = 64;

/** Forms of address, which go with the name behind them. */
const titles: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'master']);

/** Names that are months: beside a number they are. */
const months: ReadonlySet<string> = new Set(['march', 'april', 'may', 'june', 'july', 'august', 'jan']);

/** Who must not be named, by spelling, and whose names in full may stand. */
export interface NameIndex {
  readonly labels: ReadonlyMap<string, Spelling>;
  readonly staff: ReadonlySet<string>;
}

/** Where somebody is named, from left to right, the longest name first. */
export function namesIn(text: string, words: readonly Word[], index: NameIndex): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let i = 0; i < words.length;) {
    const run = nameAt(text, words, i, index);
    const [first, last] = [words[i], words[i + (run?.length ?? 1) - 1]];
    if (run?.label !== undefined && first && last) {
      const before = words[i - 1];
      const title = before && titles.has(before.folded) && goOn(text, before, first) ? before : undefined;
      cuts.push({ start: title?.start ?? first.start, end: last.end, label: title ? family(run.label) : run.label });
    }
    i += run?.length ?? 1;
  }
  return cuts;
}

const people: ReadonlySet<string> = new Set(['somebody', 'a form', 'a number', 'a relative']);
const family = (label: string) =>
  people.has(label) ? label : `somebody of the family of ${label.replace(/^a relative of /u, '')}`;

function nameAt(
  text: string,
  words: readonly Word[],
  from: number,
  index: NameIndex,
): { readonly length: number; readonly label?: string } | undefined {
  const runs: string[] = [];
  for (let length = 1, key = ''; length <= longestName; length++) {
    const [word, before] = [words[from + length - 1], words[from + length - 2]];
    if (!word || (length > 1 && before && !goOn(text, before, word))) break;
    runs.push((key += word.folded));
  }
  for (let length = runs.length; length > 0; length--) {
    const key = runs[length - 1] ?? '';
    if (index.staff.has(key)) return { length };
    const spelling = meant(key, index.labels, length === 1);
    if (spelling && !(length === 1 && isAWord(words, from, spelling))) return { length, label: spelling.label };
  }
  return undefined;
}

/** As it stands; "Ellies mum", where the apostrophe was forgotten; "the Joneses"; "14emarsden", which is a name to sign in with. */
function meant(key: string, labels: ReadonlyMap<string, Spelling>, alone: boolean): Spelling | undefined {
  const found = labels.get(key);
  if (found) return found;
  if (key.length > 2 && key.endsWith('s')) {
    const one = labels.get(key.slice(0, -1)) ?? (key.endsWith('es') ? labels.get(key.slice(0, -2)) : undefined);
    if (one) return one;
  }
  const bare = alone && key.length <= longestSignIn ? key.replace(/^\d+|\d+$/gu, '') : key;
  return bare !== key && bare.length > 2 ? labels.get(bare) : undefined;
}

/** Whether a name that is also a word stands for the word: written small, and nothing is theirs; or a month beside its day. */
function isAWord(words: readonly Word[], at: number, { ordinary }: Spelling): boolean {
  const word = words[at];
  if (!ordinary || !word) return false;
  if (
    months.has(word.folded) &&
    [words[at - 1], words[at + 1]].some((beside) => /^\d+(?:st|nd|rd|th)?$/u.test(beside?.folded ?? ''))
  )
    return true;
  return !word.capital && !word.owns;
}
