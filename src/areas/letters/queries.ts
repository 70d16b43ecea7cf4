import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern } from '../concerns/record.ts';
import type { document } from '../files/record.ts';
import type { agendaPoint, meeting, meetingChild, meetingPerson } from '../meetings/record.ts';
import type { contact, pupil, relationship, staffMember } from '../people/record.ts';
import type { letter, letterTemplate } from './record.ts';

interface Tables {
  letter: TableOf<typeof letter>;
  letterTemplate: TableOf<typeof letterTemplate>;
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  meetingPerson: TableOf<typeof meetingPerson>;
  agendaPoint: TableOf<typeof agendaPoint>;
  concern: TableOf<typeof concern>;
  document: TableOf<typeof document>;
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
  staffMember: TableOf<typeof staffMember>;
}

/** Letters on one screen. */
const most = 200;

export type TemplateRow = Tables['letterTemplate'];

/** The version of each template that holds, also of those that were retired. */
export const templatesNow = defineQuery<Tables, object, TemplateRow>('letter-templates-now', (tables) =>
  tables
    .selectFrom('letterTemplate')
    .selectAll('letterTemplate')
    .where('replacedAt', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('heading')
    .orderBy('id'),
);

/** The versions of one template of a school, the latest first. */
export const versionsOfTemplate = defineQuery<Tables, { school: string; origin: string }, TemplateRow>(
  'versions-of-letter-template',
  (tables, value) =>
    tables
      .selectFrom('letterTemplate')
      .selectAll('letterTemplate')
      .where('school', '=', value('school'))
      .where('originId', '=', value('origin'))
      .orderBy('version', 'desc'),
);

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
  version: 'letterTemplate.version as version',
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

export type RollRow = Pick<
  Tables['pupil'],
  'id' | 'givenName' | 'familyName' | 'knownAs' | 'middleNames' | 'formerNames' | 'birthDate' | 'upn' | 'mergedInto'
>;

const rollColumns = [
  ...(['id', 'givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'birthDate', 'upn'] as const),
  ...(['mergedInto'] as const),
] as const;

/** Of the school of a meeting or a concern, whose id is given. */
const ofSchoolOf = (table: 'pupil' | 'staffMember', of: 'meeting' | 'concern', id: unknown) =>
  sql<boolean>`exists (select 1 from ${sql.table(of)} as here where here.tenant = ${sql.ref(`${table}.tenant`)}
    and here.school = ${sql.ref(`${table}.school`)} and here.id = ${id})`;

type Asking = Parameters<Parameters<typeof defineQuery<Tables, object, object>>[1]>[0];
const rollIn = (tables: Asking) => tables.selectFrom('pupil').select(rollColumns).orderBy('pupil.id');
const staffIn = (tables: Asking) =>
  tables
    .selectFrom('staffMember')
    .select('staffMember.name')
    .where('staffMember.leftAt', 'is', null)
    .where('staffMember.removedAt', 'is', null)
    .orderBy('staffMember.id');

/** Everybody who is or was on the roll of a school, with all by which they are called. */
export const rollForLetter = defineQuery<Tables, { school: string }, RollRow>('roll-for-letter', (tables, value) =>
  rollIn(tables).where('pupil.school', '=', value('school')),
);
/** The same of the school of a meeting. */
export const rollOfMeeting = defineQuery<Tables, { meeting: string }, RollRow>('roll-of-meeting', (tables, value) =>
  rollIn(tables).where(ofSchoolOf('pupil', 'meeting', value('meeting'))),
);
/** The same of the school of a concern. */
export const rollOfConcern = defineQuery<Tables, { concern: string }, RollRow>('roll-of-concern', (tables, value) =>
  rollIn(tables).where(ofSchoolOf('pupil', 'concern', value('concern'))),
);

interface Named {
  name: string;
}
/** The names of a school’s staff. */
export const staffForLetter = defineQuery<Tables, { school: string }, Named>('staff-for-letter', (tables, value) =>
  staffIn(tables).where('staffMember.school', '=', value('school')),
);
/** The same of the school of a meeting. */
export const staffOfMeeting = defineQuery<Tables, { meeting: string }, Named>('staff-of-meeting', (tables, value) =>
  staffIn(tables).where(ofSchoolOf('staffMember', 'meeting', value('meeting'))),
);
/** The same of the school of a concern. */
export const staffOfConcern = defineQuery<Tables, { concern: string }, Named>('staff-of-concern', (tables, value) =>
  staffIn(tables).where(ofSchoolOf('staffMember', 'concern', value('concern'))),
);

export type LetterRow = Tables['letter'] & { concernRef: string | null; placed: number | string; email: string | null };

/** What hangs on an entry for the wrong child lies in the restricted register, and what was written of it with it. */
const listed = (tables: Parameters<Parameters<typeof defineQuery<Tables, object, LetterRow>>[1]>[0]) =>
  tables
    .selectFrom('letter')
    .leftJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'letter.tenant').onRef('concern.id', '=', 'letter.concernId'),
    )
    .leftJoin('meetingPerson', (join) =>
      join.onRef('meetingPerson.tenant', '=', 'letter.tenant').onRef('meetingPerson.id', '=', 'letter.invitationId'),
    )
    .selectAll('letter')
    .select(['concern.ref as concernRef', 'meetingPerson.email'])
    .select(
      sql<number | string>`(select count(*) from document as held where held.tenant = letter.tenant
        and held.id in (letter."pdfId", letter."docxId") and held."driveItemId" is not null)`.as('placed'),
    )
    .where('letter.removedAt', 'is', null)
    .where((is) => is.or([is('concern.status', 'is', null), is('concern.status', '<>', 'misfiled')]));

/** The letters of a meeting, the newest first. */
export const lettersOfMeeting = defineQuery<Tables, { meeting: string }, LetterRow>(
  'letters-of-meeting',
  (tables, value) =>
    listed(tables)
      .where('letter.meetingId', '=', value('meeting'))
      .orderBy('letter.sentAt', 'desc')
      .orderBy('letter.id')
      .limit(most),
);

/** The letters in the file of a concern, the newest first. */
export const lettersOfConcern = defineQuery<Tables, { concern: string }, LetterRow>(
  'letters-of-concern',
  (tables, value) =>
    listed(tables)
      .where('letter.concernId', '=', value('concern'))
      .orderBy('letter.sentAt', 'desc')
      .orderBy('letter.id')
      .limit(most),
);

/** One letter. */
export const letterById = defineQuery<Tables, { id: string }, LetterRow>('letter-by-id', (tables, value) =>
  listed(tables).where('letter.id', '=', value('id')),
);

export interface LetterDue {
  id: string;
}

/** Letters that do not lie in their file yet, the oldest first. */
export const lettersDue = defineQuery<Tables, object, LetterDue>('letters-due', (tables) =>
  tables
    .selectFrom('letter')
    .innerJoin('concern', (join) =>
      join
        .onRef('concern.tenant', '=', 'letter.tenant')
        .onRef('concern.school', '=', 'letter.school')
        .onRef('concern.id', '=', 'letter.concernId'),
    )
    .select('letter.id')
    .where('concern.status', '<>', 'misfiled')
    .where(
      sql<boolean>`(select count(*) from document as held where held.tenant = letter.tenant
        and held.id in (letter."pdfId", letter."docxId")) < 2`,
    )
    .orderBy('letter.sentAt')
    .orderBy('letter.id')
    .limit(most),
);
