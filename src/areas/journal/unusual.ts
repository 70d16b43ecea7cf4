import type { Instant } from '../../ports/clock.ts';
import { fold } from '../people/match-child.ts';
import { isLead } from '../people/rules.ts';
import type { UnusualPage, UnusualReader } from './contract.ts';
import { unusual } from './fields.ts';
import { knownOf, lineOf, nameOf, type Entry, type Known, type May } from './rules.ts';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;
const minute = 60_000;

/** The looks that open a case. A list opens none, nor does a receipt or an alert that Lantern itself brought somebody. */
const openings: ReadonlySet<string> = new Set([
  'read-concern',
  'read-history',
  'read-routed',
  'read-misfiled',
  'download-document',
]);

export const isOpening = ({ act, outcome }: Entry): boolean => outcome === 'shown' && openings.has(act);
/** Of something that was not theirs to see. A form with a fault in it, or an act that somebody else had done, is nobody’s snooping. */
export const isRefusedLook = ({ outcome, fields }: Entry): boolean =>
  outcome === 'refused' && fields[0] === 'not-found';
export const isBreakGlass = ({ act, outcome }: Entry): boolean => act === 'break-glass' && outcome === 'done';

/** The week that is looked at, and the four before it that it is held against; they move with the moment of the look. */
export function spansAt(now: Instant): { readonly before: Instant; readonly from: Instant; readonly to: Instant } {
  const ago = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
  return { before: ago(unusual.days + unusual.daysBefore), from: ago(unusual.days), to: now };
}

/** Somebody who reads this, and who holds which role that decides about whom they may read. */
export interface Watch {
  readonly viewer: string;
  readonly roles: ReadonlyMap<string, readonly { readonly school: string; readonly role: string }[]>;
}

/**
 * Whether somebody's reading at a school stands in a viewer's page: a lead's with the head, a head's with the designated lead, everybody
 * else's with both, and nobody's own. Whoever is both head and lead is read by either.
 */
export function mayWatch(person: string, school: string, { viewer, roles }: Watch, may: May): boolean {
  if (person === viewer) return false;
  const held = (roles.get(person) ?? []).filter((one) => one.school === school);
  const as = [
    ...(held.some(isLead) ? ['see-reading-by-lead'] : []),
    ...(held.some(({ role }) => role === 'head') ? ['see-reading-by-head'] : []),
  ];
  return (as.length > 0 ? as : ['see-reading-by-others']).some((verb) => may(verb, { school }));
}

interface Moment {
  readonly at: Instant;
  /** What is counted: moments of one thing count once. */
  readonly of: string;
}

export interface Fullest {
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** The span of this length in which the most different things lie, the first of several; it begins with one of them. */
export function fullest(moments: readonly Moment[], length: number): Fullest | undefined {
  const times = moments.map(({ at, of }) => ({ at: Date.parse(at), of })).toSorted((one, other) => one.at - other.at);
  const within = new Map<string, number>();
  let best: { readonly count: number; readonly at: number } | undefined;
  let end = 0;
  for (const first of times) {
    for (let next = times[end]; next && next.at < first.at + length; next = times[++end])
      within.set(next.of, (within.get(next.of) ?? 0) + 1);
    if (within.size > (best?.count ?? 0)) best = { count: within.size, at: first.at };
    const left = (within.get(first.of) ?? 0) - 1;
    if (left > 0) within.set(first.of, left);
    else within.delete(first.of);
  }
  if (!best) return undefined;
  const { count, at } = best;
  return { count, from: new Date(at).toISOString(), to: new Date(at + length).toISOString() };
}

/** Whether somebody's name ends in a family name, however it is written: “Aoife O’Brien” and “O Brien”. */
export function hasFamilyName(name: string, familyName: string): boolean {
  const words = fold(name);
  const family = fold(familyName).join('');
  return family !== '' && words.some((_, i) => i > 0 && words.slice(i).join('') === family);
}

export interface Looked {
  /** Of the week and, of whoever opened many cases in it, of the four weeks before. */
  readonly entries: readonly Entry[];
  readonly known: Known;
  /** Concern -> its child's family name, where it is known which child it is. */
  readonly families: ReadonlyMap<string, string>;
  readonly watch: Watch;
}

interface Found {
  readonly entry: Entry;
  /** The case, where the entry opened one. */
  readonly of: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What of some entries a viewer may know of and whose doer they may watch, by the doer. Lantern itself reads nothing. */
export function watched({ entries, known, watch }: Omit<Looked, 'families'>, may: May): ReadonlyMap<string, Found[]> {
  const found = new Map<string, Found[]>();
  for (const entry of entries) {
    const doer = known.doers.get(entry.actor);
    if (!doer || doer.schools.length === 0) continue;
    const records = knownOf(entry, known, may);
    if (!records) continue;
    const schools = records.length > 0 ? records.map(({ school }) => school) : doer.schools;
    if (!schools.every((school) => mayWatch(entry.actor, school, watch, may))) continue;
    const [one] = records;
    const of = one?.type === 'concern' ? one.id : textOf(one?.['concernId']);
    const theirs = found.get(entry.actor) ?? [];
    theirs.push({ entry, of });
    found.set(entry.actor, theirs);
  }
  return found;
}

const openedIn = (found: readonly Found[]): readonly Moment[] =>
  found.filter(({ entry, of }) => of !== '' && isOpening(entry)).map(({ entry: { at }, of }) => ({ at, of }));

/** Most different cases that somebody opened within an hour. */
export const busiestHour = (found: readonly Found[]): Fullest | undefined => fullest(openedIn(found), hour);
export const isMany = (most: Fullest | undefined): most is Fullest =>
  most !== undefined && most.count >= unusual.leastCases;

/**
 * What was unusual in somebody's reading of the last seven days. The time of day is held against nobody: leads work at nine in the
 * evening. What is counted is said with it, so that whoever reads it can judge; it says what happened, not that it was wrong.
 */
export function unusualIn(looked: Looked, now: Instant, may: May): Omit<UnusualPage, 'cut' | 'indexedTo'> {
  const { known, families } = looked;
  const { before, from, to } = spansAt(now);
  const readers: UnusualReader[] = [];
  const counted = { people: 0, openings: 0, refusals: 0 };
  for (const [person, all] of watched(looked, may)) {
    const found = all.filter(({ entry }) => entry.at >= from);
    const earlier = all.filter(({ entry }) => entry.at >= before && entry.at < from);
    const refused = found.filter(({ entry }) => isRefusedLook(entry));
    if (found.length > 0) counted.people++;
    counted.openings += openedIn(found).length;
    counted.refusals += refused.length;

    const most = busiestHour(found);
    const usual = busiestHour(earlier)?.count ?? 0;
    const many = isMany(most) && most.count > unusual.timesBefore * usual;
    const row = fullest(
      refused.map(({ entry: { at } }, i) => ({ at, of: String(i) })),
      unusual.refusalMinutes * minute,
    );
    const inRow = row && row.count >= unusual.leastRefusals;
    const name = nameOf(person, known);
    const ownName = casesOf(found, known, may).filter(({ id }) => hasFamilyName(name, families.get(id) ?? ''));
    const glass = found.flatMap(({ entry }) => (isBreakGlass(entry) ? (lineOf(entry, known, may) ?? []) : []));
    if (!many && !inRow && ownName.length === 0 && glass.length === 0) continue;
    readers.push({
      name,
      ...(many && { hour: { cases: most.count, from: most.from, to: most.to, before: usual } }),
      ...(inRow && { refusals: { times: row.count, from: row.from, to: row.to } }),
      ownName: ownName.map(({ id: _id, ...one }) => one),
      breakGlass: glass.map(({ at }) => ({ at })),
    });
  }
  return { from, to, counted, readers: readers.toSorted((one, other) => one.name.localeCompare(other.name, 'en')) };
}

/** The cases that were opened, each with the last time, newest first. */
function casesOf(found: readonly Found[], { facts }: Known, may: May) {
  const last = new Map<string, Instant>();
  for (const { at, of } of openedIn(found)) if (at > (last.get(of) ?? '')) last.set(of, at);
  return [...last]
    .flatMap(([id, at]) => {
      const concern = facts.get(id);
      if (concern?.type !== 'concern') return [];
      const ref = textOf(concern['ref']);
      return [{ id, ref, at, ...(may('read-who-has-seen', concern) && { seen: id }) }];
    })
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
}
