import { sql } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { pupil } from '../../people/record.ts';
import { meetingKind, meetingStatus } from '../fields.ts';
import type { contribution, meeting } from '../record.ts';
import { listOf, partLetters, type PartRow } from '../renderings/rendering-queries.ts';
import { isToCome, type MeetingKind, type MeetingStatus } from '../rules.ts';
import { isOneChild, isShut } from './contribution-queries.ts';
import { goesOnFrom } from './templates.ts';

interface Tables {
  contribution: TableOf<typeof contribution>;
  meeting: TableOf<typeof meeting>;
  pupil: TableOf<typeof pupil>;
}

/** What stands in a row beside the contribution that is to be filled. */
export type FileSort = 'concern' | 'action' | 'minute' | 'pupil' | 'contact' | 'staff' | 'stranger';

/** How far back what is new reaches where there was no such meeting. */
export const daysBefore = 365;

const statuses = Object.keys(meetingStatus) as MeetingStatus[];
/** Somebody has said that it was held. */
const wasHeld = statuses.filter((status) => !isToCome(status) && status !== 'cancelled');
const earlierKinds = (Object.keys(meetingKind) as MeetingKind[]).map(
  (kind) =>
    sql`(here.kind = ${sql.lit(kind)} and prior.kind in (${sql.join(goesOnFrom(kind).map((one) => sql.lit(one)))}))`,
);

/** The contribution that is asked about, with its meeting and, where there was one, the last meeting of its kind about the child. */
const from = sql`contribution as asked
  join meeting as here on here.tenant = asked.tenant and here.id = asked."meetingId"
  left join meeting as last on last.tenant = asked.tenant and last.id = (
    select prior.id from meeting as prior join "meetingChild" as sat on sat.tenant = prior.tenant and sat."meetingId" = prior.id
      where prior.tenant = asked.tenant and prior.school = asked.school and prior."startsAt" < here."startsAt"
        and prior.status in (${sql.join(wasHeld.map((status) => sql.lit(status)))}) and prior."removedAt" is null
        and sat."removedFromAt" is null and ${isOneChild(sql`asked."childId"`, sql`sat."childId"`, sql`asked.tenant`)}
        and (${sql.join(earlierKinds, sql` or `)})
      order by prior."startsAt" desc, prior.id desc limit 1)`;

const aboutChild = sql`concern.status <> 'misfiled' and ${isOneChild(sql`asked."childId"`, sql`concern."childId"`, sql`asked.tenant`)}`;

/** @param since where there was no such meeting: an instant from which on things are new */
const partsOf = (id: unknown, since: unknown) =>
  listOf<FileSort>([
    {
      ...{ sort: 'concern', of: 'concern' },
      texts: ['ref', 'reportedAt', 'status', 'triageOutcome', 'levelOfNeed', 'childId'].map(
        (name) => `concern.${name}`,
      ),
      from: sql`${from} join concern on concern.tenant = asked.tenant and concern.school = asked.school
        where asked.id = ${id} and ${aboutChild} and concern."reportedAt" > coalesce(last."startsAt", ${since})`,
    },
    {
      ...{ sort: 'action', of: 'owed', belongs: 'owed.concernId' },
      texts: ['what', 'status', 'dueOn', 'ownerName', 'doneAt', 'ownerId', 'standing'].map((name) => `owed.${name}`),
      from: sql`${from} join concern on concern.tenant = asked.tenant and concern.school = asked.school
        join action as owed on owed.tenant = concern.tenant and owed."concernId" = concern.id
        where asked.id = ${id} and ${aboutChild} and owed.standing is null and owed.status <> 'cancelled-reasoned'
          and (owed."doneAt" is null or owed."doneAt" > coalesce(last."startsAt", ${since}))`,
    },
    {
      ...{ sort: 'minute', of: 'said', belongs: 'said.concernId', place: 'said.number' },
      texts: [
        'said.decision',
        'last.ref',
        'last.startsAt',
        'last.id',
        'said.chairId',
        'said.minuteTakerId',
        'said.part',
        'said.pointId',
      ],
      from: sql`${from} join minute as said on said.tenant = last.tenant and said."meetingId" = last.id
        left join concern on concern.tenant = said.tenant and concern.id = said."concernId"
        where asked.id = ${id} and said.decision is not null and (said."concernId" is null or (${aboutChild}))`,
    },
    {
      ...{ sort: 'pupil', of: 'pupil', belongs: 'pupil.mergedInto' },
      texts: ['givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'formGroup', 'birthDate', 'upn'].map(
        (name) => `pupil.${name}`,
      ),
      from: sql`pupil join contribution as asked on asked.tenant = pupil.tenant and asked.school = pupil.school
        where asked.id = ${id}`,
    },
    {
      ...{ sort: 'contact', of: 'tie', belongs: 'tie.pupilId', texts: ['contact.givenName', 'contact.familyName'] },
      from: sql`relationship as tie
        join contribution as asked on asked.tenant = tie.tenant and asked.school = tie.school
        join contact on contact.tenant = tie.tenant and contact.id = tie."contactId"
        where asked.id = ${id} and tie.relationship in ('parent', 'guardian', 'relative')`,
    },
    {
      ...{ sort: 'staff', of: 'staff', texts: ['staff.name'] },
      from: sql`"staffMember" as staff join contribution as asked on asked.tenant = staff.tenant and asked.school = staff.school
        where asked.id = ${id} and staff."leftAt" is null and staff."removedAt" is null`,
    },
    {
      // A child who is in one of the concerns and on no roll: by name alone.
      ...{ sort: 'stranger', of: 'named', texts: ['named.name'] },
      from: sql`contribution as asked join concern on concern.tenant = asked.tenant and concern.school = asked.school
        join "concernPerson" as named on named.tenant = concern.tenant and named."concernId" = concern.id
        where asked.id = ${id} and ${aboutChild} and named."pupilId" is null
          and named.role in ('child-of-concern', 'sibling')`,
    },
  ]);

/** What the child’s year is, and what the school’s file has of them since the last meeting of the kind. */
export type FileRow = Pick<
  Tables['contribution'],
  'id' | 'school' | 'childId' | 'meetingId' | 'concernId' | 'speakerId'
> &
  Pick<Tables['meeting'], 'kind'> &
  Pick<Tables['pupil'], 'yearGroup' | 'formGroup'> &
  PartRow<FileSort>;

/**
 * The file of one child, for what the school brings about them: concerns, actions and decisions since the last meeting of the kind, with
 * the school’s roll, for whatever was written may name any child. Which of it somebody may see, the view asks of their rights.
 */
export const fileForContribution = defineQuery<Tables, { id: string; person: string; since: string }, FileRow>(
  'file-for-contribution',
  (tables, value) =>
    tables
      .selectFrom('contribution')
      .innerJoin('meeting', (join) =>
        join
          .onRef('meeting.tenant', '=', 'contribution.tenant')
          .onRef('meeting.school', '=', 'contribution.school')
          .onRef('meeting.id', '=', 'contribution.meetingId'),
      )
      .innerJoin('pupil', (join) =>
        join.onRef('pupil.tenant', '=', 'contribution.tenant').onRef('pupil.id', '=', 'contribution.childId'),
      )
      .innerJoin(partsOf(value('id'), value('since')).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'contribution.tenant'),
      )
      .select(['contribution.id', 'contribution.school', 'contribution.childId', 'contribution.meetingId'])
      .select([
        'contribution.concernId',
        'contribution.speakerId',
        'meeting.kind',
        'pupil.yearGroup',
        'pupil.formGroup',
      ])
      .select(['held.sort', 'held.part', 'held.belongs', 'held.place'])
      .select(partLetters.map((letter) => `held.${letter}` as const))
      .where('contribution.id', '=', value('id'))
      .where('contribution.status', '=', 'draft')
      .where(sql<boolean>`not ${isShut(value('person'))}`)
      .orderBy('held.sort')
      .orderBy('held.place')
      .orderBy('held.b')
      .orderBy('held.part'),
);
