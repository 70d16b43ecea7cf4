import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import { isShut } from '../contributions/contribution-queries.ts';
import { isKept } from '../minutes/minutes-queries.ts';
import { finalMinutes } from '../invitation-queries.ts';
import type { meeting, meetingPerson } from '../record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingPerson: TableOf<typeof meetingPerson>;
}

/** What stands in a row beside the meeting. */
export type PartSort =
  'minute' | 'addendum' | 'point' | 'action' | 'child' | 'brought' | 'pupil' | 'contact' | 'person' | 'staff';

export const partLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** One thing that the renderings of minutes are made from; what its texts are, `materialOf` knows. */
export type PartRow<S extends string = PartSort> = {
  sort: S;
  part: string;
  /** Id of what it belongs to. */
  belongs: string | null;
  place: number | string | null;
} & Record<(typeof partLetters)[number], string | null>;

interface Part<S extends string> {
  readonly sort: S;
  /** Name of its table in `from`. */
  readonly of: string;
  readonly belongs?: string;
  readonly place?: string;
  readonly texts: readonly string[];
  readonly from: RawBuilder<unknown>;
}

/** All parts in one list: every row has the same columns, whatever table it comes from. An index leads by tenant and school to what is asked for. */
export const listOf = <S extends string>(parts: readonly Part<S>[]) =>
  sql<PartRow<S> & { tenant: string; school: string }>`(${sql.join(
    parts.map(({ sort, of, belongs, place, texts, from }) => {
      const text = (column: string | undefined) => (column === undefined ? sql`null` : sql.ref(column));
      const columns = partLetters.map((letter, i) => sql`cast(${text(texts[i])} as text) as ${sql.ref(letter)}`);
      return sql`select ${sql.ref(`${of}.tenant`)} as tenant, ${sql.ref(`${of}.school`)} as school, cast(${sql.lit(sort)} as text) as sort,
        ${sql.ref(`${of}.id`)} as part, cast(${text(belongs)} as text) as belongs,
        cast(${text(place)} as integer) as place, ${sql.join(columns)} from ${from}`;
    }),
    sql` union all `,
  )})`;

const notMisfiled = sql`(concern.status is null or concern.status <> 'misfiled')`;

/** That something was brought about a child of the meeting, and nothing of its words; not to whoever is kept from that child. */
const broughtTo = (id: unknown, person: unknown): Part<PartSort> => ({
  ...{ sort: 'brought', of: 'contribution', belongs: 'contribution.childId' },
  texts: ['givenOn', 'givenByName', 'familySaw', 'versionNumber'].map((field) => `contribution.${field}`),
  from: sql`contribution join "meetingChild" as about on about.tenant = contribution.tenant
      and about."meetingId" = contribution."meetingId" and about."childId" = contribution."childId"
      and about."removedFromAt" is null
    where contribution."meetingId" = ${id} and contribution.status = 'given' and not ${isShut(person)}`,
});

/**
 * All that one meeting’s renderings are made from, as a list beside it.
 * @param person who reads what the school brought; absent where everybody looks on, and nothing is said of that
 */
export const partsOf = (id: unknown, person?: unknown) =>
  listOf<PartSort>([
    ...(person === undefined ? [] : [broughtTo(id, person)]),
    {
      ...{ sort: 'minute', of: 'minute', belongs: 'minute.pointId', place: 'minute.part' },
      texts: ['discussion', 'decision', 'reason', 'childView', 'disagreement'].map((field) => `minute.${field}`),
      from: sql`minute left join concern on concern.tenant = minute.tenant and concern.id = minute."concernId"
        where minute."meetingId" = ${id} and ${notMisfiled}`,
    },
    {
      ...{ sort: 'addendum', of: 'added', place: 'added.part' },
      texts: ['added.words', 'added.writtenByName', 'added.writtenAt'],
      from: sql`"minuteAddendum" as added where added."meetingId" = ${id}`,
    },
    {
      ...{ sort: 'point', of: 'point', place: 'point.number' },
      texts: ['point.heading', 'point.why', 'concern.childName', 'owed.what'],
      from: sql`"agendaPoint" as point
        left join concern on concern.tenant = point.tenant and concern.id = point."concernId"
        left join action as owed on owed.tenant = point.tenant and owed.id = point."actionId"
        where point."meetingId" = ${id} and point.state <> 'dropped' and ${notMisfiled}`,
    },
    {
      ...{ sort: 'action', of: 'action', belongs: 'action.pointId' },
      texts: ['action.what', 'action.ownerName', 'action.dueOn', 'action.status'],
      // In this order: by the meeting’s own points, and not by all that was ever to be done.
      from: sql`"agendaPoint" as point cross join action
        where action.tenant = point.tenant and action.school = point.school and action."pointId" = point.id
          and point."meetingId" = ${id} and action.standing is null`,
    },
    {
      ...{ sort: 'child', of: 'about', belongs: 'about.childId', place: 'about.number', texts: [] },
      from: sql`"meetingChild" as about where about."meetingId" = ${id} and about."removedFromAt" is null`,
    },
    {
      ...{ sort: 'pupil', of: 'pupil', belongs: 'pupil.mergedInto' },
      texts: [
        ...['givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'formGroup', 'birthDate', 'upn'],
      ].map((field) => `pupil.${field}`),
      from: sql`pupil join meeting as here on here.tenant = pupil.tenant and here.school = pupil.school where here.id = ${id}`,
    },
    {
      ...{ sort: 'contact', of: 'tie', belongs: 'tie.pupilId', texts: ['contact.givenName', 'contact.familyName'] },
      from: sql`relationship as tie
        join meeting as here on here.tenant = tie.tenant and here.school = tie.school
        join contact on contact.tenant = tie.tenant and contact.id = tie."contactId"
        where here.id = ${id} and tie.relationship in ('parent', 'guardian', 'relative')`,
    },
    {
      ...{ sort: 'person', of: 'asked', texts: ['asked.name', 'asked.invitedAs'] },
      from: sql`"meetingPerson" as asked where asked."meetingId" = ${id}`,
    },
    {
      ...{ sort: 'staff', of: 'staff', belongs: 'staff.personId', texts: ['staff.name'] },
      from: sql`"staffMember" as staff
        join meeting as here on here.tenant = staff.tenant and here.school = staff.school
        where here.id = ${id} and staff."leftAt" is null and staff."removedAt" is null`,
    },
  ]);

export const ofMeeting = [
  ...(['id', 'school', 'kind', 'status', 'startsAt', 'heldAt', 'agreedAt', 'chairId', 'minuteTakerId'] as const),
  ...(['ref', 'chairName', 'agreedByName'] as const),
] as const;
export type RenderingRow = Pick<Tables['meeting'], (typeof ofMeeting)[number]> & PartRow;

/** All that renderings of one meeting are made from, in one answer, while its minutes stand in one of these ways. */
const partsWhile = (name: string, statuses: readonly Tables['meeting']['status'][], whole: boolean) =>
  defineQuery<Tables, { meeting: string; person: string }, RenderingRow>(name, (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin(partsOf(value('meeting'), whole ? value('person') : undefined).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'meeting.tenant').onRef('held.school', '=', 'meeting.school'),
      )
      .select(ofMeeting.map((field) => `meeting.${field}` as const))
      .select(['held.sort', 'held.part', 'held.belongs', 'held.place'])
      .select(partLetters.map((letter) => `held.${letter}` as const))
      .where('meeting.id', '=', value('meeting'))
      .where('meeting.status', 'in', statuses)
      .where(sql<boolean>`not ${isKept(value('person'))}`)
      .orderBy('held.sort')
      .orderBy('held.place')
      .orderBy('held.part'),
  );

/**
 * Of agreed minutes: they and what was added, their points and actions, who was there, and the school's roll with whoever belongs to
 * each child, for a text may name any child. Nothing for whoever is kept from one of its points, and nothing of what lies in the
 * restricted register.
 */
export const partsOfRenderings = partsWhile('parts-of-renderings', ['minutes-agreed', 'minutes-published'], true);

/** The same while the minutes are written: their texts are a draft then, and lie elsewhere. */
export const partsWhileWritten = partsWhile('parts-while-written', ['held', 'minutes-draft'], false);

export type AttendeeRow = RenderingRow &
  Pick<Tables['meeting'], 'ref'> &
  Pick<Tables['meetingPerson'], 'acknowledgedAt'> & {
    invitation: string;
    attendance: Tables['meetingPerson']['attendance'];
    invitedAs: Tables['meetingPerson']['invitedAs'];
    personId: string | null;
    meetingId: string;
  };

/** The same for one who was asked, once the minutes are as they will be: nothing for whoever was taken off, or is kept from one of its points. */
export const partsForAttendee = defineQuery<Tables, { meeting: string; person: string }, AttendeeRow>(
  'parts-for-attendee',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'meetingPerson.tenant').onRef('meeting.id', '=', 'meetingPerson.meetingId'),
      )
      .innerJoin(partsOf(value('meeting'), value('person')).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'meeting.tenant').onRef('held.school', '=', 'meeting.school'),
      )
      .select(ofMeeting.map((field) => `meeting.${field}` as const))
      .select(['meeting.ref', 'meetingPerson.id as invitation', 'meetingPerson.meetingId', 'meetingPerson.personId'])
      .select(['meetingPerson.attendance', 'meetingPerson.invitedAs', 'meetingPerson.acknowledgedAt'])
      .select(['held.sort', 'held.part', 'held.belongs', 'held.place'])
      .select(partLetters.map((letter) => `held.${letter}` as const))
      .where('meeting.id', '=', value('meeting'))
      .where('meetingPerson.personId', '=', value('person'))
      .where('meetingPerson.removedAt', 'is', null)
      .where('meeting.removedAt', 'is', null)
      .where(finalMinutes)
      .where(sql<boolean>`not ${isKept(value('person'))}`)
      .orderBy('held.sort')
      .orderBy('held.place')
      .orderBy('held.part'),
);
