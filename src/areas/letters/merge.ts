import { schoolDay, schoolTime } from '../../records/school-day.ts';
import { meetingKind } from '../meetings/fields.ts';
import type { MeetingKind } from '../meetings/rules.ts';
import { fullName } from '../people/match-child.ts';
import { mergeFields, type Addressee, type MergeField } from './fields.ts';

/** A child as a letter may name them. */
export interface NamedChild {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly yearGroup: string;
}

/** What there is to fill in. */
export interface LetterFacts {
  readonly addressee: {
    readonly as: Addressee;
    readonly name: string;
    readonly agencyName?: string | null | undefined;
    /** `YYYY-MM-DD`. */
    readonly reportDueOn?: string | null | undefined;
  };
  /** Whom it concerns: of several children of a meeting the one that was chosen, and never another. */
  readonly child?: NamedChild | undefined;
  readonly meeting?:
    | {
        readonly kind: MeetingKind;
        readonly startsAt: string;
        readonly endsAt: string;
        readonly location?: string | null | undefined;
        readonly online?: unknown;
        readonly calledByName: string;
      }
    | undefined;
  readonly school: { readonly name: string; readonly telephone?: string | undefined };
  readonly sender: { readonly name: string; readonly role?: string | undefined };
}

/** Kinds of which an envelope that somebody else opens may speak: they say that school and home talk, and nothing of why. */
const plainKinds: readonly MeetingKind[] = [
  ...(['pep', 'ehcp-annual-review', 'ehcp-early-review', 'attendance-panel', 'pastoral'] as const),
  ...(['reintegration', 'ap-review', 'return-to-school', 'training', 'visit', 'liaison', 'wellbeing'] as const),
];
/** Of these also a colleague of the agency whose post it is learns nothing by their name. */
const neverNamed: readonly MeetingKind[] = [
  ...(['lado-asv', 'marac', 'mace', 'channel-panel', 'strategy-discussion', 'supervision'] as const),
];

/** What a meeting is called in a letter: only “meeting” where its kind itself would tell something. */
export function kindInLetter(kind: MeetingKind, as: Addressee): string {
  const named = as === 'professional' ? !neverNamed.includes(kind) : plainKinds.includes(kind);
  if (!named) return 'meeting';
  const words = meetingKind[kind];
  // “Personal education plan” in the middle of a sentence; “EHCP: annual review” stays.
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Written out, as people say it: “Thursday 10 December 2026”; what is no day, as somebody typed it. @param day `YYYY-MM-DD` */
export function dayInWords(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(noon)
    .replace(',', '');
}

const orNone = (text: string | null | undefined) => (text === null || text === '' ? undefined : text);

/** Each field with what stands for it; undefined where nothing is known. Whoever may not see a field has no value for it. */
export function mergeValues(facts: LetterFacts): Readonly<Record<MergeField, string | undefined>> {
  const { addressee, child, meeting, school, sender } = facts;
  const due = orNone(addressee.reportDueOn);
  const place = orNone(meeting?.location) ?? (meeting?.online ? 'online, in Microsoft Teams' : undefined);
  const all: Readonly<Record<MergeField, string | undefined>> = {
    'addressee.name': orNone(addressee.name),
    'addressee.agency': orNone(addressee.agencyName),
    'addressee.reportDueOn': due === undefined ? undefined : dayInWords(due),
    'child.name': child && fullName(child),
    'child.year': child?.yearGroup,
    'meeting.kind': meeting && kindInLetter(meeting.kind, addressee.as),
    'meeting.day': meeting && dayInWords(schoolDay(meeting.startsAt)),
    'meeting.time': meeting && `${schoolTime(meeting.startsAt)} to ${schoolTime(meeting.endsAt)}`,
    'meeting.place': place,
    'meeting.caller': meeting?.calledByName,
    'school.name': school.name,
    'school.telephone': orNone(school.telephone),
    'sender.name': sender.name,
    'sender.role': sender.role,
  };
  const may = ([field]: readonly [string, unknown]) => maySee(field as MergeField, addressee.as);
  return Object.fromEntries(Object.entries(all).filter(may)) as typeof all;
}

/** Whether somebody of a class may be told a field. */
export const maySee = (field: MergeField, as: Addressee): boolean => mergeFields[field].seenBy.includes(as);

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isField = (name: string): name is MergeField => Object.hasOwn(mergeFields, name);

/** The names in double braces, each once, whether there are such fields or not. */
export const fieldsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(place)].map(([, name = '']) => name)),
];

/** Whether something in double braces, or half of it, still stands in a text. */
export const hasGap = (text: string): boolean => /\{\{|\}\}/.test(text);

export interface Merged {
  readonly text: string;
  /** Fields for which nothing is known: they still stand in the text, to be filled in by hand. */
  readonly missing: readonly MergeField[];
}

/**
 * Fills a template in. What a value says is never taken for a template itself, and a field that the addressee may not see leaves
 * nothing, whoever wrote it into the template.
 */
export function merge(template: string, facts: LetterFacts): Merged {
  const values = mergeValues(facts);
  const missing = new Set<MergeField>();
  const text = template.replace(place, (whole, name: string) => {
    if (!isField(name)) return whole;
    if (!maySee(name, facts.addressee.as)) return '';
    const value = values[name];
    if (value === undefined) missing.add(name);
    return value ?? `{{${name}}}`;
  });
  return { text, missing: [...missing] };
}
