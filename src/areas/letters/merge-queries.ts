import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern } from '../concerns/record.ts';
import type { meeting, meetingChild, meetingPerson } from '../meetings/record.ts';
import type { contact, pupil, relationship } from '../people/record.ts';
import type { letterTemplate } from './record.ts';

interface Tables {
  letterTemplate: TableOf<typeof letterTemplate>;
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  meetingPerson: TableOf<typeof meetingPerson>;
  concern: TableOf<typeof concern>;
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
}

type Child = Pick<Tables['pupil'], 'givenName' | 'familyName' | 'knownAs' | 'yearGroup'>;
const childColumns = ['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.yearGroup'] as const;

/** The children of a meeting, as letters of it may name them. */
export const childrenForLetter = defineQuery<Tables, { meeting: string }, Child & { id: string }>(
  'children-for-letter',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .innerJoin('pupil', (join) =>
        join.onRef('pupil.tenant', '=', 'meetingChild.tenant').onRef('pupil.id', '=', 'meetingChild.childId'),
      )
      .select(['meetingChild.childId as id', ...childColumns])
      .where('meetingChild.meetingId', '=', value('meeting'))
      .where('meetingChild.removedFromAt', 'is', null)
      .orderBy('meetingChild.number'),
);

export interface TieRow {
  childId: string;
  givenName: string;
  familyName: string;
}

/** Who belongs to the children of a meeting, by the roster. */
export const tiesForLetter = defineQuery<Tables, { meeting: string }, TieRow>('ties-for-letter', (tables, value) =>
  tables
    .selectFrom('meetingChild')
    .innerJoin('relationship', (join) =>
      join
        .onRef('relationship.tenant', '=', 'meetingChild.tenant')
        .onRef('relationship.school', '=', 'meetingChild.school')
        .onRef('relationship.pupilId', '=', 'meetingChild.childId'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.tenant', '=', 'relationship.tenant').onRef('contact.id', '=', 'relationship.contactId'),
    )
    .select(['meetingChild.childId', 'contact.givenName', 'contact.familyName'])
    .where('meetingChild.meetingId', '=', value('meeting'))
    .where('meetingChild.removedFromAt', 'is', null)
    .where('relationship.leftAt', 'is', null),
);

/** What the template of an id says, beside what is asked for. */
const chosen = {
  heading: 'letterTemplate.heading as heading',
  purpose: 'letterTemplate.purpose as purpose',
  addressee: 'letterTemplate.addressee as addressee',
  templateVersion: 'letterTemplate.templateVersion as templateVersion',
  subject: 'letterTemplate.subject as subject',
  words: 'letterTemplate.words as words',
} as const;
const ofTemplate = Object.values(chosen);
type OfTemplate = { readonly [K in keyof typeof chosen]: Tables['letterTemplate'][K] | null };

export type MergeRow = Pick<
  Tables['meeting'],
  'id' | 'school' | 'kind' | 'startsAt' | 'endsAt' | 'location' | 'online' | 'calledByName' | 'chairId'
> &
  OfTemplate & {
    invitation: string;
    invitedAs: Tables['meetingPerson']['invitedAs'];
    name: string;
    agencyName: string | null;
    reportDueOn: string | null;
    childId: string | null;
    tieGiven: string | null;
    tieFamily: string | null;
  } & { readonly [K in keyof Child]: Child[K] | null };

/** A meeting with somebody who was asked to it, and a row for each of its children and each who belongs to that one by the roster. */
export const meetingForLetter = defineQuery<
  Tables,
  { meeting: string; invitation: string; template: string },
  MergeRow
>('meeting-for-letter', (tables, value) =>
  tables
    .selectFrom('meeting')
    .innerJoin('meetingPerson', (join) =>
      join.onRef('meetingPerson.tenant', '=', 'meeting.tenant').onRef('meetingPerson.meetingId', '=', 'meeting.id'),
    )
    .leftJoin('letterTemplate', (join) =>
      join
        .onRef('letterTemplate.tenant', '=', 'meeting.tenant')
        .onRef('letterTemplate.school', '=', 'meeting.school')
        .on('letterTemplate.id', '=', sql<string>`${value('template')}`),
    )
    .leftJoin('meetingChild', (join) =>
      join
        .onRef('meetingChild.tenant', '=', 'meeting.tenant')
        .onRef('meetingChild.meetingId', '=', 'meeting.id')
        .on('meetingChild.removedFromAt', 'is', null),
    )
    .leftJoin('pupil', (join) =>
      join.onRef('pupil.tenant', '=', 'meetingChild.tenant').onRef('pupil.id', '=', 'meetingChild.childId'),
    )
    .leftJoin('relationship', (join) =>
      join
        .onRef('relationship.tenant', '=', 'meetingChild.tenant')
        .onRef('relationship.school', '=', 'meetingChild.school')
        .onRef('relationship.pupilId', '=', 'meetingChild.childId')
        .on('relationship.leftAt', 'is', null),
    )
    .leftJoin('contact', (join) =>
      join.onRef('contact.tenant', '=', 'relationship.tenant').onRef('contact.id', '=', 'relationship.contactId'),
    )
    .select(['meeting.id', 'meeting.school', 'meeting.kind', 'meeting.startsAt', 'meeting.endsAt', 'meeting.chairId'])
    .select(['meeting.location', 'meeting.online', 'meeting.calledByName'])
    .select(['meetingPerson.id as invitation', 'meetingPerson.invitedAs', 'meetingPerson.name'])
    .select(['meetingPerson.agencyName', 'meetingPerson.reportDueOn', 'meetingChild.childId', ...childColumns])
    .select(['contact.givenName as tieGiven', 'contact.familyName as tieFamily', ...ofTemplate])
    .where('meeting.id', '=', value('meeting'))
    .where('meeting.removedAt', 'is', null)
    .where('meetingPerson.id', '=', value('invitation'))
    .where('meetingPerson.removedAt', 'is', null)
    .orderBy('meetingChild.number')
    .orderBy('contact.id'),
);

export type MergeConcernRow = Pick<Tables['concern'], 'id' | 'school' | 'childId'> &
  OfTemplate & { readonly [K in keyof Child]: Child[K] | null };

/** A concern with its child. */
export const concernForLetter = defineQuery<Tables, { concern: string; template: string }, MergeConcernRow>(
  'concern-for-letter',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('pupil', (join) =>
        join.onRef('pupil.tenant', '=', 'concern.tenant').onRef('pupil.id', '=', 'concern.childId'),
      )
      .leftJoin('letterTemplate', (join) =>
        join
          .onRef('letterTemplate.tenant', '=', 'concern.tenant')
          .onRef('letterTemplate.school', '=', 'concern.school')
          .on('letterTemplate.id', '=', sql<string>`${value('template')}`),
      )
      .select(['concern.id', 'concern.school', 'concern.childId', ...childColumns, ...ofTemplate])
      .where('concern.id', '=', value('concern')),
);

/**
 * In which of their concerns letters about the children of a meeting are filed: in one that the meeting speaks of before any other,
 * then in the newest.
 */
export const filesForLetter = defineQuery<Tables, { meeting: string }, { id: string; childId: string }>(
  'files-for-letter',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .innerJoin('concern', (join) =>
        join
          .onRef('concern.tenant', '=', 'meetingChild.tenant')
          .onRef('concern.school', '=', 'meetingChild.school')
          .onRef('concern.childId', '=', 'meetingChild.childId'),
      )
      .select(['concern.id', 'meetingChild.childId'])
      .where('meetingChild.meetingId', '=', value('meeting'))
      .where('meetingChild.removedFromAt', 'is', null)
      .where('concern.status', '<>', 'misfiled')
      .orderBy(
        sql`case when exists (select 1 from "agendaPoint" as point where point.tenant = concern.tenant
          and point."meetingId" = "meetingChild"."meetingId" and point."concernId" = concern.id) then 0 else 1 end`,
      )
      .orderBy('concern.reportedAt', 'desc')
      .orderBy('concern.id'),
);
