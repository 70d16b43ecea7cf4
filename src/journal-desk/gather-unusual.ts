import { setImmediate } from 'node:timers/promises';
import type { Entry, May } from '../areas/journal/rules.ts';
import type { GatheredUnusual } from '../areas/journal/views.ts';
import {
  busiestHour,
  isBreakGlass,
  isMany,
  isOpening,
  isRefusedLook,
  spansAt,
  watched,
} from '../areas/journal/unusual.ts';
import type { Watch } from '../areas/journal/unusual.ts';
import { concern } from '../areas/concerns/record.ts';
import { pupil } from '../areas/people/record.ts';
import { personWord, verbWord } from '../journal/index-of.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import type { Instant } from '../ports/clock.ts';
import type { KnownFacts } from './known-facts.ts';

export interface UnusualGathering {
  readonly tenant: string;
  readonly reader: JournalReader;
  readonly facts: KnownFacts;
  readonly watch: Watch;
  readonly may: May;
  readonly now: Instant;
}

/** Entries at a time: between two readings others are answered. */
const chunk = 500;
/** After so many the answer says that there was more. */
const mostOfWeek = 50_000;
const mostOfPerson = 20_000;

const words = ['read', 'export', 'break-glass', 'deny'].map(verbWord);
const counts = (entry: Entry) => isOpening(entry) || isRefusedLook(entry) || isBreakGlass(entry);

/** Entries of a span to which some words of the index lead. */
async function between(
  { tenant, reader, facts }: UnusualGathering,
  asked: { readonly words: readonly string[]; readonly from: Instant; readonly to: Instant; readonly most: number },
  wanted: (entry: Entry) => boolean,
): Promise<{ readonly entries: readonly Entry[]; readonly cut: boolean }> {
  const days = await reader.days(tenant, asked.from.slice(0, 10), asked.to.slice(0, 10));
  const found: Entry[] = [];
  if (!days) return { entries: found, cut: false };
  let before = days.last + 1;
  for (let lookedAt = 0; lookedAt < asked.most; lookedAt += chunk) {
    const part = await reader.entries(tenant, { words: asked.words, before, from: days.first, most: chunk });
    const theirs = part.filter((entry) => entry.at >= asked.from && entry.at < asked.to && wanted(entry));
    await facts.learn(theirs);
    found.push(...theirs);
    before = part.at(-1)?.n ?? before;
    if (part.length < chunk) return { entries: found, cut: false };
    await setImmediate();
  }
  return { entries: found, cut: true };
}

/** Family names of the children of some cases: only to be held against the names of those who opened them. */
async function familiesOf({ tenant, reader }: UnusualGathering, cases: readonly string[]) {
  const children = new Map<string, string>();
  for (const { id, childId } of await reader.records(tenant, concern, cases, ['childId']))
    if (typeof childId === 'string' && childId !== '') children.set(id, childId);
  const names = new Map<string, string>();
  for (const { id, familyName } of await reader.records(tenant, pupil, [...children.values()], ['familyName']))
    if (typeof familyName === 'string') names.set(id, familyName);
  return new Map([...children].flatMap(([id, child]) => (names.has(child) ? [[id, names.get(child) ?? '']] : [])));
}

/**
 * What unusual reading is looked for in: the week, and of those who opened many cases within an hour of it the four weeks before.
 * Nobody else's are gone through.
 */
export async function gatherUnusual(gathering: UnusualGathering): Promise<Omit<GatheredUnusual, 'indexedTo'>> {
  const { facts: known, watch, may, now } = gathering;
  const { before, from, to } = spansAt(now);
  const week = await between(gathering, { words, from, to, most: mostOfWeek }, counts);
  const found = watched({ entries: week.entries, known, watch }, may);
  const earlier: Entry[] = [];
  let { cut } = week;
  for (const [person, theirs] of found) {
    if (!isMany(busiestHour(theirs))) continue;
    const span = { words: [personWord(person)], from: before, to: from, most: mostOfPerson };
    const weeks = await between(gathering, span, isOpening);
    earlier.push(...weeks.entries);
    cut ||= weeks.cut;
  }
  const cases = [...new Set([...found.values()].flatMap((theirs) => theirs.map(({ of }) => of)))];
  const families = await familiesOf(gathering, cases);
  return { now, entries: [...week.entries, ...earlier], known, families, watch, ...(cut && { cut }) };
}
