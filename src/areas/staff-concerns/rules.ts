import type { Context } from '../../perform/types.ts';
import type { ChoiceOf } from '../../records/fields.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { readWhen } from '../../records/read-when.ts';
import { splitText } from '../../records/split-text.ts';
import { takeableOf } from '../outside/rules.ts';
import { fold } from '../people/match-child.ts';
import { staffConcernFields, staffNoteFields } from './fields.ts';
import { staffConcern, staffNote } from './record.ts';
import { managersOf, type Manager } from './who-manages.ts';

type Status = ChoiceOf<typeof staffConcernFields.status>;

/** What is done to a staff concern as a whole. */
export type StaffConcernAct =
  'take-staff-concern' | 'say-subject' | 'give-staff-concern' | 'judge-staff-concern' | 'close-staff-concern';

const handed = {
  'say-subject': 'unchanged',
  'give-staff-concern': 'unchanged',
  'judge-staff-concern': 'in-action',
} as const;

/** State x act -> next state. It is judged before it is closed, and may be judged anew whenever more is known. */
export const staffTransitions: Readonly<
  Record<Status, Readonly<Partial<Record<StaffConcernAct, Status | 'unchanged'>>>>
> = {
  submitted: { ...handed, 'take-staff-concern': 'acknowledged' },
  acknowledged: handed,
  'in-action': { ...handed, 'close-staff-concern': 'closed' },
  closed: { 'judge-staff-concern': 'in-action' },
};

/** Whether an act can be done to a staff concern as it stands; a status that this version does not know admits none. */
export const isStaffActOpen = (status: string, act: StaffConcernAct): boolean =>
  Object.hasOwn(staffTransitions, status) && staffTransitions[status as Status][act] !== undefined;

/** The reporter's words for where it stands; never a name, never a judgement. */
export function staffStateForReporter(status: string): string {
  switch (status) {
    case 'closed':
      return 'Finished for now. Tell us if anything changes';
    case 'submitted':
      return 'Received';
    default:
      return 'Being looked into';
  }
}

/** What says who may read a staff concern, and who is kept from it. */
const decidesWhoReads: readonly string[] = [
  ...['managedBy', 'caseManagerId', 'caseManagerName', 'subjectId', 'subjectName', 'subjectState'],
  ...['reporterId', 'reporterName'],
];
const takeable = takeableOf(staffConcern);

/**
 * Whether what somebody wrote into a field in SharePoint can stand where its filing has stopped. Never who may read it: whoever can
 * write there could else have it put into their own hands by somebody who only wants it filed.
 */
export const isStaffValueTakeable: typeof takeable = (field, value) =>
  !decidesWhoReads.includes(field) && takeable(field, value);

/** Letters and digits that nobody confuses on the telephone (Crockford’s). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference of a staff concern, `S-7K3Q-9RTD`: made from its id and from no counter, so that nobody who has seen one learns from
 * another how many there are between.
 * @param id 32 hexadecimal digits, by chance
 */
export function staffRefOf(id: string): string {
  const bits = BigInt(`0x${id.slice(0, 10)}`);
  const signs = Array.from({ length: 8 }, (_, i) => letters[Number((bits >> BigInt(5 * (7 - i))) & 31n)]).join('');
  return `S-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Forms of address, which are no names. */
const address: readonly string[] = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev'];

/**
 * Whom of a school's staff a name may mean: each of its words is a word of their name. "Mrs Eaves" may be any Eaves; a name with
 * more words than theirs is not theirs.
 */
export function matchStaff<T extends { readonly name: string }>(typed: string, staff: readonly T[]): readonly T[] {
  const words = fold(typed).filter((word) => !address.includes(word));
  if (words.length === 0) return [];
  return staff.filter(({ name }) => {
    const theirs = fold(name);
    return words.every((word) => theirs.includes(word));
  });
}

/** What somebody said about an adult; `head`: they say that it is about the head. */
export interface AdultReport {
  readonly about: 'adult' | 'head';
  readonly who: string;
  readonly words: string;
  readonly when: string;
}

interface Colleague {
  readonly personId: string | null;
  readonly name: string;
  readonly leftAt: string | null;
}

/** What a report about an adult is decided on: the school's staff, and who manages such concerns. */
export interface AdultReportState {
  readonly staff: readonly Colleague[];
  readonly managers: readonly Manager[];
}

/**
 * A new concern about an adult, with who manages it and so is told, and whom it is about, where that is sure.
 * @param id its id: 32 hexadecimal digits, by chance
 */
export function newStaffConcern(
  id: string,
  school: string,
  typed: AdultReport,
  { staff, managers }: AdultReportState,
  context: Context,
) {
  const meant = whoIsMeant(typed, staff, managers);
  return { ...records(id, school, typed, meant, context), meant, told: managersOf(managers, meant) };
}

interface Meant {
  readonly managedBy: 'head' | 'chair';
  readonly subjectId?: string;
  readonly subjectName?: string;
}

/** Who is meant, and so who manages it. In doubt it is not put before the head: the chair can pass it on. */
function whoIsMeant({ about, who }: AdultReport, staff: readonly Colleague[], managers: readonly Manager[]): Meant {
  const heads = managers.filter(({ role }) => role === 'head').map(({ personId }) => personId);
  const isHead = ({ personId }: Colleague) => personId !== null && heads.includes(personId);
  const present = staff.filter(({ leftAt }) => leftAt === null);
  const named = matchStaff(who, present);
  const fitting = about === 'head' ? present.filter(isHead) : named;
  const [subject] = fitting.length === 1 ? fitting : [];
  const ofHead = about === 'head' || named.some(isHead) || heads.length === 0;
  return {
    managedBy: ofHead ? 'chair' : 'head',
    ...(subject && { subjectName: subject.name, ...(subject.personId !== null && { subjectId: subject.personId }) }),
  };
}

function records(id: string, school: string, typed: AdultReport, meant: Meant, { actor, now, newId }: Context) {
  const at = { school };
  const who = splitText(typed.who.trim() || (typed.about === 'head' ? 'The head' : 'Not given'), 255);
  const when = splitText(typed.when.trim() || 'Just now', staffConcernFields.whenAsTyped.max);
  const [words, ...more] = splitText(typed.words, staffConcernFields.words.max);
  const { at: occurredAt } = readWhen(typed.when, now);
  const ref = staffRefOf(id);
  const report = create(
    staffConcern,
    { id, ref, ...at },
    {
      ...{ status: 'submitted', managedBy: meant.managedBy, words, whenAsTyped: when[0], subjectAsTyped: who[0] },
      subjectState: meant.subjectName === undefined ? 'unresolved' : 'resolved',
      ...(meant.subjectName !== undefined && { subjectName: meant.subjectName }),
      ...(meant.subjectId !== undefined && { subjectId: meant.subjectId }),
      ...(occurredAt && { occurredAt }),
      ...{ reportedAt: now, reporterId: actor.person, reporterName: actor.name },
    },
  );
  // A form's short fields can be overfilled too; what does not fit its column is kept, named, beside it.
  const overflow = [
    ...more,
    ...(who.length > 1 ? splitText(`\nAdult, as written: ${typed.who}`, staffNoteFields.words.max) : []),
    ...(when.length > 1 ? splitText(`\nWhen, as written: ${typed.when}`, staffNoteFields.words.max) : []),
  ].map((text, i) =>
    create(
      staffNote,
      { id: newId(), ...at },
      { matterId: id, what: 'overflow', number: i + 1, words: text, at: now, byId: actor.person, byName: actor.name },
    ),
  );
  const receipt = {
    ...{ id, ref, reportedAt: now, managedBy: meant.managedBy, state: staffStateForReporter('submitted') },
    filed: 'received' as const,
  };
  // The report goes last: when its row is filed, so is all of its text.
  return { put: [...overflow, report] satisfies RecordPatch[], receipt };
}
