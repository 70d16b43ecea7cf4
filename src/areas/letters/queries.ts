import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern } from '../concerns/record.ts';
import type { meetingPerson } from '../meetings/record.ts';
import type { letter, letterTemplate } from './record.ts';

interface Tables {
  letter: TableOf<typeof letter>;
  letterTemplate: TableOf<typeof letterTemplate>;
  meetingPerson: TableOf<typeof meetingPerson>;
  concern: TableOf<typeof concern>;
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
      .orderBy('templateVersion', 'desc'),
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
