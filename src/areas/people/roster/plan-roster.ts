import type { Instant } from '../../../ports/clock.ts';
import { fold } from '../match-child.ts';
import { pairPeople, type Sign } from './pair-people.ts';
import { planPeople, type Kept } from './plan-people.ts';
import { planPupils, type KnownPupil } from './plan-pupils.ts';
import { planRelationships, type KnownRelationship } from './plan-relationships.ts';
import { presentValues } from './present-values.ts';
import type { SchoolRoster } from './roster-of-school.ts';
import type { RosterChange, RosterPlan, RosterRecord } from './roster-plan.ts';
import type { ContactRow, RosterFault, StaffRow } from './rows.ts';

export interface KnownStaff extends Kept {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly sourceId: string | null;
  /** How many of their roles make them a lead of safeguarding. */
  readonly leading: number | string;
}

export interface KnownContact extends Kept {
  readonly givenName: string;
  readonly familyName: string;
  readonly sourceId: string | null;
}

/** All that Lantern has of a school's people, those who left among them. */
export interface KnownPeople {
  readonly pupils: readonly KnownPupil[];
  readonly staff: readonly KnownStaff[];
  readonly contacts: readonly KnownContact[];
  readonly relationships: readonly KnownRelationship[];
}

/** More than this share of a roll does not leave between two imports; a wrong or cut file looks so. */
const mostLeaving = 0.2;
/** So few are an ordinary week at a small school. */
const fewLeaving = 5;

const nameOf = (name: string) => fold(name).join(' ');
const bySync = ({ rosterSource }: KnownStaff) => rosterSource === 'school-data-sync';
const staffSigns = (synced: boolean): readonly [Sign<StaffRow, KnownStaff>, ...Sign<StaffRow, KnownStaff>[]] => [
  { what: 'id', row: (row) => row.sourceId, record: (record) => record.sourceId ?? undefined },
  { what: 'Entra id', row: (row) => row.personId, record: (record) => record.personId ?? undefined },
  {
    what: 'e-mail address',
    row: (row) => row.email?.toLowerCase(),
    record: (record) => record.email?.toLowerCase(),
  },
  {
    what: 'name',
    row: (row) => nameOf(row.name),
    record: (record) =>
      synced || bySync(record) || (record.sourceId === null && record.email === null) ? nameOf(record.name) : undefined,
  },
];
const shareWord = (one: string, other: string) => fold(one).some((word) => fold(other).includes(word));
const full = ({ givenName, familyName }: Pick<KnownContact, 'givenName' | 'familyName'>) =>
  `${givenName} ${familyName}`;

const leads = ({ leading }: KnownStaff) => Number(leading) > 0;

/** Whoever leaves takes their role with them, so the last leads of a school do not leave by a file: somebody has to be told of a child. */
function lastLeads(staff: readonly KnownStaff[], leavers: readonly KnownStaff[]): readonly KnownStaff[] {
  const stays = staff.some((record) => leads(record) && record.leftAt === null && !leavers.includes(record));
  return stays ? [] : leavers.filter(leads);
}

const lastLead =
  'The roster no longer names whoever leads safeguarding at this school. They keep that role: give it to somebody else, then import again.';

/** The same plan whatever the order of the rows. */
const byId = (changes: readonly RosterChange[]) =>
  changes.toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));

/** By source and place, so that the same files give the same list whatever their order. */
const inOrder = (faults: readonly RosterFault[]) =>
  faults.toSorted((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line));

/**
 * What a roster changes about a school: whom it makes, whom it changes, who has left. Pure; the same roster again changes nothing,
 * and the order of its rows does not matter.
 * @param now when those who are missing count as having left
 * @param rows what the roster says of this school
 * @param idOf the id of a new record: the same for the same school and roster id, so that nobody is made twice
 */
export function planRoster(
  now: Instant,
  known: KnownPeople,
  rows: SchoolRoster,
  idOf: (record: RosterRecord, key: string) => string,
): RosterPlan {
  const synced = rows.synced === true;
  const pupils = planPupils(now, known.pupils, rows, idOf);
  const named = new Set(rows.named);
  const staffPairs = pairPeople(rows.staff, known.staff, staffSigns(synced), (row, { name, email }) =>
    row.email?.toLowerCase() === email?.toLowerCase() && email !== null ? false : !shareWord(row.name, name),
  );
  const staffValues = ({ name, job, email, personId }: StaffRow) => ({
    name,
    ...presentValues({ job, email, personId }),
  });
  const planStaff = (mayLeave: (record: KnownStaff) => boolean) =>
    planPeople(staffPairs, known.staff, {
      record: 'staffMember',
      now,
      idOf,
      synced,
      said: staffValues,
      fresh: staffValues,
      changed: staffValues,
      // Rosters name teachers and leave out many others, so only who came from such a roster can leave by one.
      leaves: (record) =>
        rows.unread === 0 &&
        record.sourceId !== null &&
        bySync(record) === synced &&
        !named.has(record.sourceId) &&
        rows.staff.length > 0 &&
        mayLeave(record),
    });
  const asRead = planStaff(() => true);
  const last = lastLeads(known.staff, asRead.leavers);
  const staff = last.length === 0 ? asRead : planStaff((record) => !last.includes(record));
  const contactPairs = pairPeople<ContactRow, KnownContact>(
    rows.contacts,
    known.contacts,
    [{ what: 'id', row: (row) => row.sourceId, record: (record) => record.sourceId ?? undefined }],
    (row, record) => !shareWord(full(row), full(record)),
  );
  const contactValues = ({ givenName, familyName, email, phone }: ContactRow) => ({
    givenName,
    familyName,
    ...presentValues({ email, phone }),
  });
  const contacts = planPeople(contactPairs, known.contacts, {
    record: 'contact',
    now,
    idOf,
    synced: false,
    said: contactValues,
    fresh: contactValues,
    changed: contactValues,
    leaves: () => false,
  });
  const relations = planRelationships(now, known.relationships, rows, pupils.plan.ids, contacts.ids, idOf);

  const onRoll = known.pupils.filter(({ leftAt }) => leftAt === null).length;
  const leaving = pupils.plan.leavers.length;
  const many = leaving > fewLeaving && leaving > onRoll * mostLeaving;
  return {
    changes: [pupils.plan, staff, contacts, relations].flatMap(({ changes }) => byId(changes)),
    counts: {
      pupil: pupils.plan.count,
      staffMember: staff.count,
      contact: contacts.count,
      relationship: relations.count,
    },
    faults: inOrder([
      ...[pupils, staffPairs, contactPairs, relations].flatMap(({ faults }) => faults),
      ...last.map(() => ({ file: 'The staff in the files', line: 0, why: lastLead })),
    ]),
    ...(many && { confirm: { leaving, of: onRoll } }),
  };
}
