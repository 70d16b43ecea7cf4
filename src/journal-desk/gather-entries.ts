import { setImmediate } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { JournalFilter } from '../areas/journal/contract.ts';
import { knownOf, type Entry, type May } from '../areas/journal/rules.ts';
import type { ChainedEntry } from '../journal/entry.ts';
import { aboutWord, doorWord, isDoorIndexed, personWord, verbWord } from '../journal/index-of.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import { schoolDay } from '../records/school-day.ts';
import type { KnownFacts } from './known-facts.ts';

export interface Gathering {
  readonly tenant: string;
  readonly reader: JournalReader;
  readonly facts: KnownFacts;
  readonly may: May;
}

export interface Gathered {
  readonly entries: readonly Entry[];
  /** Number of the last entry that was looked at, where older ones may follow. */
  readonly last: number | undefined;
}

/** Entries at a time: between two readings others are answered. */
const chunk = 200;
/** After so many that are not for whoever reads, the answer says that it goes on there. */
const mostLookedAt = 20_000;

/** The word of the index that leads to the fewest entries; the rest of the filter is held against each. */
function wordOf({ person, kind, about, door, refused }: JournalFilter): string | undefined {
  if (person !== undefined) return personWord(person);
  if (refused !== undefined) return verbWord('deny');
  if (isDoorIndexed(door)) return doorWord(door);
  if (kind !== undefined) return verbWord(kind);
  return about === undefined ? undefined : aboutWord(about);
}

const shift = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** A day at the school may lie in two days of UTC. */
async function bounds({ tenant, reader }: Gathering, { from, to }: JournalFilter) {
  if (from === undefined && to === undefined) return { first: undefined, last: undefined };
  return reader.days(tenant, from === undefined ? '' : shift(from, -1), to === undefined ? '9999' : shift(to, 1));
}

function fits(entry: ChainedEntry, { person, kind, about, door, refused, from, to }: JournalFilter): boolean {
  const day = from === undefined && to === undefined ? '' : schoolDay(entry.at);
  return (
    (person === undefined || entry.actor === person) &&
    (kind === undefined || entry.verb === kind) &&
    (about === undefined || entry.about === about) &&
    (door === undefined || entry.door === door) &&
    (refused === undefined || entry.outcome === 'refused') &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to)
  );
}

/**
 * The newest entries that a filter asks for and that whoever reads may know of.
 * @param before the number of the entry at which the page before ended
 */
export async function gatherEntries(
  gathering: Gathering,
  filter: JournalFilter,
  { before, most }: { readonly before: number | undefined; readonly most: number },
): Promise<Gathered> {
  const { tenant, reader, facts, may } = gathering;
  const within = await bounds(gathering, filter);
  if (!within) return { entries: [], last: undefined };
  const word = wordOf(filter);
  const after = within.last === undefined ? undefined : within.last + 1;
  const found: Entry[] = [];
  let at = after === undefined || (before !== undefined && before < after) ? before : after;
  for (let lookedAt = 0; lookedAt < mostLookedAt; lookedAt += chunk) {
    const words = word === undefined ? undefined : [word];
    const entries = await reader.entries(tenant, { words, before: at, from: within.first, most: chunk });
    const asked = entries.filter((entry) => fits(entry, filter));
    await facts.learn(asked);
    for (const entry of asked) {
      if (!knownOf(entry, facts, may)) continue;
      found.push(entry);
      if (found.length === most) return { entries: found, last: entry.n };
    }
    at = entries.at(-1)?.n ?? at;
    if (entries.length < chunk) return { entries: found, last: undefined };
    await setImmediate();
  }
  return { entries: found, last: at };
}
