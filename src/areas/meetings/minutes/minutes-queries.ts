import { sql } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { DraftTable, TableOf } from '../../../records/table.ts';
import type { concern } from '../../concerns/record.ts';
import { isKeptFrom } from '../../need-to-know/queries.ts';
import { leadRoles } from '../../people/fields.ts';
import { inPost } from '../../people/queries.ts';
import type { roleGrant, staffMember } from '../../people/record.ts';
import type { agendaPoint, meeting, minute, minuteAddendum } from '../record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  agendaPoint: TableOf<typeof agendaPoint>;
  minute: TableOf<typeof minute>;
  minuteAddendum: TableOf<typeof minuteAddendum>;
  concern: TableOf<typeof concern>;
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
  draft: DraftTable;
}

/** Whether somebody is kept from a concern that the agenda speaks of: the draft of its minutes speaks of it too, in one text with the rest. */
export const isKept = (person: unknown) => sql<boolean>`exists (
  select 1 from "agendaPoint" as held join concern as spoken on spoken.tenant = held.tenant and spoken.id = held."concernId"
    where held.tenant = meeting.tenant and held.school = meeting.school and held."meetingId" = meeting.id and ${isKeptFrom(sql`${person}`, 'spoken')})`;

/** Whether a meeting’s agenda speaks of a concern; by the points of the one, and not by all concerns that there are. */
export const isSpokenOf = sql<boolean>`concern.id in (select held."concernId" from "agendaPoint" as held
  where held.tenant = meeting.tenant and held.school = meeting.school and held."meetingId" = meeting.id)`;

export type DraftRow = Tables['meeting'] & { part: number | string | null; bytes: string | null };

/** A meeting with the draft of its minutes, part by part in the order in which they came; nothing for whoever is kept from one of its points. */
export const minutesOfMeeting = defineQuery<Tables, { meeting: string; person: string }, DraftRow>(
  'minutes-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .leftJoin('draft', (join) =>
        join.onRef('draft.tenant', '=', 'meeting.tenant').onRef('draft.subject', '=', 'meeting.id'),
      )
      .selectAll('meeting')
      .select(['draft.id as part', 'draft.bytes'])
      .where('meeting.id', '=', value('meeting'))
      .where(sql<boolean>`not ${isKept(value('person'))}`)
      .orderBy('draft.id'),
);

/** The parts of a draft, in the order in which they came. */
export const draftOf = defineQuery<Tables, { subject: string }, { id: number | string; bytes: string }>(
  'draft-of',
  (tables, value) =>
    tables.selectFrom('draft').select(['id', 'bytes']).where('subject', '=', value('subject')).orderBy('id'),
);

/** One row where somebody is kept from a concern that the agenda of a meeting speaks of. */
export const keptFromAgenda = defineQuery<Tables, { meeting: string; person: string }, { id: string }>(
  'kept-from-agenda',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .select('meeting.id')
      .where('meeting.id', '=', value('meeting'))
      .where(isKept(value('person'))),
);

export type MinuteRow = Tables['minute'];
export type AddendumRow = Tables['minuteAddendum'];

/** The agreed minutes of a meeting in their order, without points about what lies in the restricted register. */
export const minutesAgreed = defineQuery<Tables, { meeting: string }, Tables['minute']>(
  'minutes-agreed',
  (tables, value) =>
    tables
      .selectFrom('minute')
      .leftJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'minute.tenant').onRef('concern.id', '=', 'minute.concernId'),
      )
      .selectAll('minute')
      .where('minute.meetingId', '=', value('meeting'))
      .where((is) => is.or([is('concern.status', 'is', null), is('concern.status', '<>', 'misfiled')]))
      .orderBy('minute.number')
      .orderBy('minute.part')
      .orderBy('minute.id'),
);

/** What was added to the minutes of a meeting, the oldest first. */
export const addendaOfMinutes = defineQuery<Tables, { meeting: string; person: string }, AddendumRow>(
  'addenda-of-minutes',
  (tables, value) =>
    tables
      .selectFrom('minuteAddendum')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'minuteAddendum.tenant').onRef('meeting.id', '=', 'minuteAddendum.meetingId'),
      )
      .selectAll('minuteAddendum')
      .where('minuteAddendum.meetingId', '=', value('meeting'))
      // It may speak of any point.
      .where(sql<boolean>`not ${isKept(value('person'))}`)
      .orderBy('minuteAddendum.writtenAt')
      .orderBy('minuteAddendum.part')
      .orderBy('minuteAddendum.id'),
);

export interface OwnerRow {
  personId: string;
  name: string;
  /** How many of their roles make them a lead. */
  leading: number | string;
}

/** Who works at the school of a meeting: whom its minutes may give something to do. */
export const staffAtMeeting = defineQuery<Tables, { meeting: string; today: string }, OwnerRow>(
  'staff-at-meeting',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'staffMember.tenant').onRef('meeting.school', '=', 'staffMember.school'),
      )
      .select((from) => [
        'staffMember.personId',
        'staffMember.name',
        from
          .selectFrom('roleGrant')
          .select((count) => count.fn.countAll<number | string>().as('held'))
          .whereRef('roleGrant.tenant', '=', 'staffMember.tenant')
          .whereRef('roleGrant.school', '=', 'staffMember.school')
          .whereRef('roleGrant.personId', '=', 'staffMember.personId')
          .where('roleGrant.role', 'in', leadRoles)
          .where(inPost(value))
          .$asScalar()
          .$notNull()
          .as('leading'),
      ])
      .where('meeting.id', '=', value('meeting'))
      .where('staffMember.personId', 'is not', null)
      .where('staffMember.leftAt', 'is', null)
      .where('staffMember.removedAt', 'is', null)
      .orderBy('staffMember.id')
      .$narrowType<{ personId: string }>(),
);

export type ConcernOfPoint = Pick<Tables['concern'], 'id' | 'ref' | 'school' | 'status'>;

/** The concerns that the agenda of a meeting speaks of, each once. */
export const concernsOfMeeting = defineQuery<Tables, { meeting: string }, ConcernOfPoint>(
  'concerns-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('concern', 'concern.tenant', 'meeting.tenant')
      .select(['concern.id', 'concern.ref', 'concern.school', 'concern.status'])
      .where('meeting.id', '=', value('meeting'))
      .where(isSpokenOf)
      .orderBy('concern.id'),
);

/** Who of the school is kept from which concern of the agenda: nothing of it is given to them. */
export const keptFromPoints = defineQuery<Tables, { meeting: string }, { personId: string; concernId: string }>(
  'kept-from-points',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('concern', 'concern.tenant', 'meeting.tenant')
      .innerJoin('staffMember', (join) =>
        join.onRef('staffMember.tenant', '=', 'concern.tenant').onRef('staffMember.school', '=', 'concern.school'),
      )
      .select(['staffMember.personId', 'concern.id as concernId'])
      .distinct()
      .where('staffMember.personId', 'is not', null)
      .where('meeting.id', '=', value('meeting'))
      .where(isSpokenOf)
      .where(isKeptFrom(sql`"staffMember"."personId"`, 'concern'))
      .$narrowType<{ personId: string }>(),
);
