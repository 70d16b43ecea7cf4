import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { action } from '../../actions/record.ts';
import type { concern, concernPerson } from '../../concerns/record.ts';
import type { document } from '../../files/record.ts';
import type { contact, pupil, relationship } from '../../people/record.ts';
import type { agendaPoint, meeting, meetingChild, minute } from '../record.ts';
import { isSpokenOf } from '../minutes/minutes-queries.ts';
import { aboutAdults, neverPublished } from '../rules.ts';
import { paperFormats } from './paper-formats.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  agendaPoint: TableOf<typeof agendaPoint>;
  minute: TableOf<typeof minute>;
  concern: TableOf<typeof concern>;
  concernPerson: TableOf<typeof concernPerson>;
  document: TableOf<typeof document>;
  action: TableOf<typeof action>;
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
}

/** More than one turn of the worker makes: what it cannot make now must not stand before the others. */
const most = 500;
const formats = Object.keys(paperFormats).length;

export interface PaperDue {
  meetingId: string;
  concernId: string;
}

/** Final minutes that speak of a concern and do not lie in its file yet, the oldest first; nothing while it is not known who its child is. */
export const papersDue = defineQuery<Tables, object, PaperDue>('papers-due', (tables) =>
  tables
    .selectFrom('minute')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'minute.tenant').onRef('meeting.id', '=', 'minute.meetingId'),
    )
    .innerJoin('concern', (join) =>
      join
        .onRef('concern.tenant', '=', 'minute.tenant')
        .onRef('concern.school', '=', 'minute.school')
        .onRef('concern.id', '=', 'minute.concernId'),
    )
    .select(['minute.meetingId', 'concern.id as concernId'])
    .distinct()
    .where('concern.status', '<>', 'misfiled')
    .where('concern.childId', 'is not', null)
    .where((is) =>
      is.or([
        is('meeting.status', '=', 'minutes-published'),
        is.and([is('meeting.status', '=', 'note-kept'), is('meeting.kind', 'not in', aboutAdults)]),
        is.and([is('meeting.status', '=', 'minutes-agreed'), is('meeting.kind', 'in', neverPublished)]),
      ]),
    )
    .where(
      sql<boolean>`(select count(*) from document as held where held.tenant = minute.tenant
        and held."concernId" = minute."concernId" and held."meetingId" = minute."meetingId") < ${sql.lit(formats)}`,
    )
    .orderBy('minute.meetingId')
    .orderBy('concern.id')
    .limit(most),
);

export type PaperPoint = Pick<
  Tables['minute'],
  | 'id'
  | 'number'
  | 'part'
  | 'pointId'
  | 'concernId'
  | 'discussion'
  | 'decision'
  | 'reason'
  | 'childView'
  | 'disagreement'
> & { heading: string | null; concernRef: string | null; what: string | null };

/** The agreed minutes of a meeting in their order, with what their points were about. */
export const pointsForPaper = defineQuery<Tables, { meeting: string }, PaperPoint>(
  'points-for-paper',
  (tables, value) =>
    tables
      .selectFrom('minute')
      .leftJoin('agendaPoint', (join) =>
        join.onRef('agendaPoint.tenant', '=', 'minute.tenant').onRef('agendaPoint.id', '=', 'minute.pointId'),
      )
      .leftJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'minute.tenant').onRef('concern.id', '=', 'minute.concernId'),
      )
      .leftJoin('action', (join) =>
        join.onRef('action.tenant', '=', 'minute.tenant').onRef('action.id', '=', 'agendaPoint.actionId'),
      )
      .select(['minute.id', 'minute.number', 'minute.part', 'minute.pointId', 'minute.concernId'])
      .select(['minute.discussion', 'minute.decision', 'minute.reason', 'minute.childView', 'minute.disagreement'])
      .select(['agendaPoint.heading', 'concern.ref as concernRef', 'action.what'])
      .where('minute.meetingId', '=', value('meeting'))
      .where((is) => is.or([is('concern.status', 'is', null), is('concern.status', '<>', 'misfiled')]))
      .orderBy('minute.number')
      .orderBy('minute.part')
      .orderBy('minute.id'),
);

/** What came of the decisions about a concern when the minutes were agreed. */
export const actionsForPaper = defineQuery<
  Tables,
  { concern: string; at: string },
  Pick<Tables['action'], 'what' | 'ownerName' | 'dueOn'>
>('actions-for-paper', (tables, value) =>
  tables
    .selectFrom('action')
    .select(['what', 'ownerName', 'dueOn'])
    .where('concernId', '=', value('concern'))
    .where('createdAt', '=', value('at'))
    .orderBy('ref'),
);

/** A child of the roll, under the id by which it goes on where two records are one child. */
export type RollChild = Pick<
  Tables['pupil'],
  | 'id'
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'middleNames'
  | 'formerNames'
  | 'formGroup'
  | 'birthDate'
  | 'upn'
  | 'mergedInto'
  | 'leftAt'
>;

/** Everybody who is or was on the roll of a school: whoever is named in minutes and is another child is among them. */
export const rollForPaper = defineQuery<Tables, { school: string }, RollChild>('roll-for-paper', (tables, value) =>
  tables
    .selectFrom('pupil')
    .select(['id', 'givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'formGroup'])
    .select(['birthDate', 'upn', 'mergedInto', 'leftAt'])
    .where('school', '=', value('school'))
    .orderBy('id'),
);

/** The children of the concerns that a meeting spoke of. */
export const childrenSpokenOf = defineQuery<Tables, { meeting: string }, { id: string; childId: string }>(
  'children-spoken-of',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('concern', 'concern.tenant', 'meeting.tenant')
      .select(['concern.id', 'concern.childId'])
      .where('meeting.id', '=', value('meeting'))
      .where('concern.childId', 'is not', null)
      .where(isSpokenOf)
      .orderBy('concern.reportedAt')
      .orderBy('concern.id')
      .$narrowType<{ childId: string }>(),
);

/** Who else is in those concerns and is a child; a name without an id is none of the roll’s. */
export const othersSpokenOf = defineQuery<Tables, { meeting: string }, { childId: string | null; name: string }>(
  'others-spoken-of',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('concern', 'concern.tenant', 'meeting.tenant')
      .innerJoin('concernPerson', (join) =>
        join.onRef('concernPerson.tenant', '=', 'concern.tenant').onRef('concernPerson.concernId', '=', 'concern.id'),
      )
      .select(['concernPerson.pupilId as childId', 'concernPerson.name'])
      .where((is) =>
        is.or([
          is('concernPerson.pupilId', 'is not', null),
          is('concernPerson.role', 'in', ['child-of-concern', 'sibling']),
        ]),
      )
      .where('meeting.id', '=', value('meeting'))
      .where(isSpokenOf)
      .orderBy('concernPerson.id'),
);

export interface FamilyName {
  pupilId: string;
  givenName: string;
  familyName: string;
}

/** Who belongs to the children of a school, by name. */
export const familiesForPaper = defineQuery<Tables, { school: string }, FamilyName>(
  'families-for-paper',
  (tables, value) =>
    tables
      .selectFrom('relationship')
      .innerJoin('contact', (join) =>
        join.onRef('contact.tenant', '=', 'relationship.tenant').onRef('contact.id', '=', 'relationship.contactId'),
      )
      .select(['relationship.pupilId', 'contact.givenName', 'contact.familyName'])
      .where('relationship.school', '=', value('school'))
      .orderBy('contact.id'),
);

export type PaperOfChildRow = Pick<Tables['meetingChild'], 'id' | 'number'> & {
  concernRef: string | null;
  papers: number | string;
  placed: number | string;
};

const documents = (which: RawBuilder<boolean>) => sql<number | string>`(
  select count(*) from document as held where held.tenant = "meetingChild".tenant
    and held."meetingId" = "meetingChild"."meetingId" and held."concernId" = concern.id and ${which})`;

/** The children of a meeting with the concerns of theirs that it spoke of, and what was filed there; one row without a concern where there is none. */
export const papersOfMeeting = defineQuery<Tables, { meeting: string }, PaperOfChildRow>(
  'papers-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .leftJoin('concern', (join) =>
        join
          .onRef('concern.tenant', '=', 'meetingChild.tenant')
          .onRef('concern.school', '=', 'meetingChild.school')
          .onRef('concern.childId', '=', 'meetingChild.childId')
          .on('concern.status', '<>', 'misfiled')
          .on(
            sql<boolean>`exists (select 1 from minute as spoken where spoken.tenant = "meetingChild".tenant
              and spoken."meetingId" = "meetingChild"."meetingId" and spoken."concernId" = concern.id)`,
          ),
      )
      .select(['meetingChild.id', 'meetingChild.number', 'concern.ref as concernRef'])
      .select([
        documents(sql<boolean>`held.state <> 'missing'`).as('papers'),
        documents(sql<boolean>`held."driveItemId" is not null`).as('placed'),
      ])
      .where('meetingChild.meetingId', '=', value('meeting'))
      .where('meetingChild.removedFromAt', 'is', null)
      .orderBy('meetingChild.number')
      .orderBy('concern.ref'),
);
