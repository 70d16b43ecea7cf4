import type { GrantedRole } from '../../access/types.ts';
import { grantableRole } from '../people/fields.ts';
import type { CameFrom, JournalClass, JournalKind, JournalLine } from './contract.ts';
import { cameFrom, journalClass, journalKind } from './fields.ts';
import { deeds } from './deed-texts.ts';
import { deedOfKind, otherwiseRefused, past, rightsInWords, whyRefused } from './words.ts';

/** An entry as the journal holds it; its number stays behind. */
export interface Entry {
  readonly at: string;
  /** Entra object id, or the name of one of Lantern's own identities. */
  readonly actor: string;
  readonly act: string;
  readonly verb: string;
  /** Record class. */
  readonly about: string;
  readonly subjects: readonly string[];
  readonly outcome: 'done' | 'shown' | 'refused';
  readonly fields: readonly string[];
  readonly door?: string;
  readonly rights?: readonly string[];
}

/** A record that entries are about: its class, its school, and what its rights are judged on. */
export type Fact = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
  readonly school: string;
};

/** Whoever did something. */
export interface Doer {
  /** Undefined for somebody whom no list names. */
  readonly name: string | undefined;
  /** Every school where they work or worked, or hold or held a role. None for one of Lantern's own identities. */
  readonly schools: readonly string[];
}

/** All that is known for telling some entries. */
export interface Known {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly doers: ReadonlyMap<string, Doer>;
}

export type May = (verb: string, record: object) => boolean;

/** What an entry is about but no record of a school: it is told to whoever may read the journal. */
const ofLantern: ReadonlySet<string> = new Set(['journal', 'health'] satisfies JournalClass[]);

const isClass = (name: string): name is JournalClass => Object.hasOwn(journalClass, name);
const isKind = (name: string): name is JournalKind => Object.hasOwn(journalKind, name);

/** The classes that an entry names: what it is about, and what an act wrote. */
const classesOf = ({ about, fields, outcome }: Entry): readonly string[] => [
  about,
  ...(outcome === 'done'
    ? fields.flatMap((field) => (field.includes('.') ? [field.slice(0, field.indexOf('.'))] : []))
    : []),
];

/** What hangs on a concern is known of to nobody who may not know of the concern; nor is a change in a list of another class. */
function mayKnow(fact: Fact, facts: Known['facts'], may: May): boolean {
  const { type, concernId, record } = fact;
  if (!isClass(type) || ofLantern.has(type) || !may(`see-${type}-in-journal`, fact)) return false;
  if (typeof record === 'string' && !isClass(record)) return false;
  if (typeof concernId !== 'string' || concernId === '') return true;
  const concern = facts.get(concernId);
  return concern?.type === 'concern' && mayKnow(concern, facts, may);
}

/**
 * What of an entry's records whoever reads may know of; undefined when the whole entry is none of their business.
 *
 * An entry bears no school: its records do. Whoever reads sees those of their schools, outside the register that is not theirs. A
 * list shrinks to them, and does not say that there were others. An act or a refusal is told whole or not at all: told by half it
 * would say that somebody did something to a record that one may not know of. An entry without records belongs where its doer
 * does, and to all of their schools at once. Nothing is shown of a class that the closed list does not have, not even that
 * something happened: who did something, and when, is enough to know of a concern about a colleague.
 */
export function knownOf(entry: Entry, { facts, doers }: Known, may: May): readonly Fact[] | undefined {
  if (!classesOf(entry).every(isClass)) return undefined;
  if (entry.subjects.length === 0) {
    const schools = doers.get(entry.actor)?.schools ?? [];
    if (schools.length === 0) return ofLantern.has(entry.about) ? [] : undefined;
    return schools.every((school) => may('list-journal', { school })) ? [] : undefined;
  }
  const known = entry.subjects.flatMap((id) => facts.get(id) ?? []).filter((fact) => mayKnow(fact, facts, may));
  const whole = entry.outcome === 'shown' ? known.length > 0 : known.length === new Set(entry.subjects).size;
  return whole ? known : undefined;
}

/** An entry as a line, for somebody who may know of it; undefined for anybody else. */
export function lineOf(entry: Entry, known: Known, may: May): JournalLine | undefined {
  const records = knownOf(entry, known, may);
  const { about, verb } = entry;
  if (!records || !isClass(about)) return undefined;
  const refused = entry.outcome === 'refused';
  const kind = isKind(verb) ? verb : 'decide';
  const main = records.filter(({ type }) => type === about);
  const [one, ...more] = main.length > 0 ? main : records;
  const single = one && more.length === 0 && one.type === 'concern' ? one : undefined;
  return {
    at: entry.at,
    who: nameOf(entry.actor, known),
    did: didOf(entry, kind, main.length > 0 ? main : records),
    ...{ kind, about, refused },
    ...(refused && { why: whyRefused[entry.fields[0] ?? ''] ?? otherwiseRefused }),
    ...howOf(entry),
    ...(single && may('read-concern', single) && { concern: single.id }),
    ...(single && may('read-who-has-seen', single) && { seen: single.id }),
  };
}

const isDoor = (name: string): name is CameFrom => Object.hasOwn(cameFrom, name);

/** From where and by which right it was done, as far as the entry says. */
function howOf({ door, rights = [] }: Entry): Pick<JournalLine, 'door' | 'right'> {
  const right = rightsInWords(rights);
  return { ...(door !== undefined && isDoor(door) && { door }), ...(right !== '' && { right }) };
}

export const nameOf = (person: string, { doers }: Known): string =>
  doers.get(person)?.name ?? 'Somebody who is on no staff list';

function didOf(entry: Entry, kind: JournalKind, records: readonly Fact[]): string {
  const deed = (Object.hasOwn(deeds, entry.act) ? deeds[entry.act] : undefined) ?? deedOfKind[kind];
  const told = entry.outcome === 'refused' ? `tried to ${deed}` : past(deed);
  return told.replace('{}', () => thingOf(entry, records));
}

function thingOf({ about, outcome }: Entry, records: readonly Fact[]): string {
  const [one, ...more] = records;
  const { one: single, many } = journalClass[isClass(about) ? about : 'journal'];
  if (!one)
    return outcome === 'refused' ? (single === 'concern' || single === 'action' ? `a ${single}` : single) : 'none';
  if (more.length === 0) return labelOf(one);
  const types = new Set(records.map(({ type }) => type));
  return types.size === 1 && isClass(one.type)
    ? `${records.length} ${journalClass[one.type].many}`
    : `${records.length} ${many}`;
}

/** A record in prose: by its reference, or by the name of a colleague; never by a child's. */
function labelOf({ type, ref, personName, role, name }: Fact): string {
  if (type === 'roleGrant' && typeof personName === 'string')
    return `${personName} the role “${grantableRole[role as GrantedRole] ?? 'unknown'}”`;
  if (type === 'staffMember' && typeof name === 'string') return name;
  const { one } = journalClass[isClass(type) ? type : 'journal'];
  return typeof ref === 'string' ? `${one} ${ref}` : one === 'concern' || one === 'action' ? `a ${one}` : one;
}
