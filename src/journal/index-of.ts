import type { Instant } from '../ports/clock.ts';
import type { ChainedEntry, JournalEntry } from './entry.ts';
import type { ListedOften } from './journal-reader.ts';

export type Indexable = Pick<ChainedEntry, 'n' | 'at' | 'actor' | 'verb' | 'about' | 'subjects' | 'outcome'> & {
  readonly door?: string | null | undefined;
};

/** What some entries add to the index. */
export interface JournalIndex {
  readonly places: readonly { readonly word: string; readonly n: number }[];
  readonly listed: readonly ListedOften[];
  readonly days: readonly { readonly day: string; readonly first: number; readonly last: number }[];
}

/** The words under which an entry is found by who did it, by what was done, by what it was about, and by its door. */
export const personWord = (person: string) => `person:${person}`;
export const verbWord = (verb: string) => `verb:${verb}`;
export const aboutWord = (about: string) => `about:${about}`;
export const doorWord = (door: string) => `door:${door}`;

/** Most entries came in by the tab: whoever asks for these finds them without an index, and one would be as long as the journal. */
export const isDoorIndexed = (door: string | null | undefined): door is string =>
  typeof door === 'string' && door !== 'tab';

/**
 * Whether an entry tells of a list: its records were shown among others. A page of the list that is looked at all day names fifty
 * records each time, so of these only who, how often, and the first and last time are kept for each record.
 */
export const isList = ({ outcome, verb }: Pick<JournalEntry, 'outcome' | 'verb'>): boolean =>
  outcome === 'shown' && (verb === 'list' || verb === 'search');

const wordsOf = (entry: Indexable): readonly string[] => [
  personWord(entry.actor),
  verbWord(entry.verb),
  aboutWord(entry.about),
  ...(isDoorIndexed(entry.door) ? [doorWord(entry.door)] : []),
  ...(isList(entry) ? [] : new Set(entry.subjects)),
];

/**
 * The index of some entries that follow each other. It says nothing that they do not say, and can be made anew of them.
 * @param entries in their order
 */
export function indexOf(entries: readonly Indexable[]): JournalIndex {
  const places = entries.flatMap((entry) => wordsOf(entry).map((word) => ({ word, n: entry.n })));
  const listed = new Map<string, ListedOften>();
  const days = new Map<string, { day: string; first: number; last: number }>();
  for (const entry of entries) {
    const { n, at, actor, about } = entry;
    const day = at.slice(0, 10);
    days.set(day, { day, first: days.get(day)?.first ?? n, last: n });
    for (const subject of isList(entry) ? new Set(entry.subjects) : []) {
      const key = JSON.stringify([subject, actor, about]);
      const before = listed.get(key);
      const { first, last } = spanning(before, at);
      listed.set(key, { subject, actor, about, first, last, times: (before?.times ?? 0) + 1 });
    }
  }
  return { places, listed: [...listed.values()], days: [...days.values()] };
}

/** The school's clock may have been set back. */
function spanning(span: { readonly first: Instant; readonly last: Instant } | undefined, at: Instant) {
  if (!span) return { first: at, last: at };
  return { first: at < span.first ? at : span.first, last: at > span.last ? at : span.last };
}
