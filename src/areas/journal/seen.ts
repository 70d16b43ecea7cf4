import type { ListedBy, SeenBy } from './contract.ts';
import { lineOf, nameOf, type Entry, type Known, type May } from './rules.ts';

/** How often a record was before somebody in lists of one class. */
export interface Listed {
  readonly subject: string;
  readonly actor: string;
  readonly about: string;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

/** Of each person so many of the newest entries are shown one by one. */
const mostLines = 20;

/** Who opened a case or acted on it, whoever did so last first. @param entries newest first */
export function openedBy(entries: readonly Entry[], known: Known, may: May): readonly SeenBy[] {
  const of = new Map<
    string,
    { name: string; first: string; last: string; times: number; lines: SeenBy['lines'][number][] }
  >();
  for (const entry of entries) {
    const line = lineOf(entry, known, may);
    if (!line) continue;
    const by = of.get(entry.actor) ?? { name: line.who, first: line.at, last: line.at, times: 0, lines: [] };
    of.set(entry.actor, by);
    by.times++;
    if (line.at < by.first) by.first = line.at;
    if (line.at > by.last) by.last = line.at;
    if (by.lines.length < mostLines) by.lines.push(line);
  }
  return latestFirst([...of.values()]);
}

/** In whose lists it stood among others; lists of a class that one may not know of do not count. */
export function listedBy(
  listed: readonly Listed[],
  known: Known,
  isShown: (about: string) => boolean,
): readonly ListedBy[] {
  const of = new Map<string, ListedBy>();
  for (const { actor, about, ...one } of listed) {
    if (!isShown(about)) continue;
    const before = of.get(actor);
    of.set(actor, {
      name: nameOf(actor, known),
      first: before && before.first < one.first ? before.first : one.first,
      last: before && before.last > one.last ? before.last : one.last,
      // The case and what hangs on it may stand in one list: whichever stood there most often is how often.
      times: Math.max(before?.times ?? 0, one.times),
    });
  }
  return latestFirst([...of.values()]);
}

const latestFirst = <T extends { readonly last: string }>(by: readonly T[]): readonly T[] =>
  by.toSorted((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : 0));
