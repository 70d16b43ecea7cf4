import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { concern } from '../../concerns/record.ts';
import type { HeldRow } from '../../files/queries.ts';
import type { document } from '../../files/record.ts';
import { isKeptFrom } from '../../need-to-know/queries.ts';
import type { meeting, meetingPaper, meetingPerson } from '../record.ts';
import { reading } from './paper-rules.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  document: TableOf<typeof document>;
  meeting: TableOf<typeof meeting>;
  meetingPaper: TableOf<typeof meetingPaper>;
  meetingPerson: TableOf<typeof meetingPerson>;
}

/** Files on one screen: more than the children of a meeting have, and a bound all the same. */
const most = 300;

export type FileRow = Pick<
  Tables['document'],
  'id' | 'school' | 'concernId' | 'standing' | 'name' | 'kind' | 'concernRef'
>;

const aboutMeeting = (id: unknown) => sql<boolean>`exists (select 1 from meeting as here
  where here.tenant = document.tenant and here.school = document.school and here.id = ${id}
  and (exists (select 1 from "meetingChild" as about where about.tenant = here.tenant and about."meetingId" = here.id
      and about."removedFromAt" is null and about."childId" = concern."childId")
    or exists (select 1 from "agendaPoint" as point where point.tenant = here.tenant and point."meetingId" = here.id
      and point.state <> 'dropped' and point."concernId" = concern.id)))`;

/**
 * The files that may be laid before a meeting: of its children, or of concerns that its agenda speaks of; scanned, and nothing of
 * what lies in the restricted register. The newest first.
 */
export const filesForMeeting = defineQuery<Tables, { meeting: string }, FileRow>('files-for-meeting', (tables, value) =>
  tables
    .selectFrom('document')
    .innerJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'document.tenant').onRef('concern.id', '=', 'document.concernId'),
    )
    .select(['document.id', 'document.school', 'document.concernId', 'document.standing'])
    .select(['document.name', 'document.kind', 'document.concernRef'])
    .where('document.state', 'in', ['clean', 'not-scanned'])
    .where('document.standing', 'is', null)
    .where('document.removedAt', 'is', null)
    .where('concern.status', '<>', 'misfiled')
    .where(aboutMeeting(value('meeting')))
    .orderBy('document.addedAt', 'desc')
    .orderBy('document.id')
    .limit(most),
);

/** Who of those asked to a meeting is kept from the case of a file. */
export const keptFromFile = defineQuery<Tables, { meeting: string; document: string }, { id: string }>(
  'kept-from-file',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .innerJoin('document', (join) =>
        join.onRef('document.tenant', '=', 'meetingPerson.tenant').on('document.id', '=', value('document')),
      )
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'document.tenant').onRef('concern.id', '=', 'document.concernId'),
      )
      .select('meetingPerson.id')
      .where('meetingPerson.meetingId', '=', value('meeting'))
      .where(isKeptFrom(sql.ref('meetingPerson.personId'), 'concern')),
);

export type PaperRow = Tables['meetingPaper'] & Pick<Tables['meeting'], 'status' | 'endsAt'>;

/** What is laid before a meeting, each paper with its readers after it; nothing of what lies in the restricted register. */
export const papersLaid = defineQuery<Tables, { meeting: string }, PaperRow>('papers-laid', (tables, value) =>
  tables
    .selectFrom('meetingPaper')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'meetingPaper.tenant').onRef('meeting.id', '=', 'meetingPaper.meetingId'),
    )
    .innerJoin('document', (join) =>
      join.onRef('document.tenant', '=', 'meetingPaper.tenant').onRef('document.id', '=', 'meetingPaper.documentId'),
    )
    .innerJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'meetingPaper.tenant').onRef('concern.id', '=', 'meetingPaper.concernId'),
    )
    .selectAll('meetingPaper')
    .select(['meeting.status', 'meeting.endsAt'])
    .where('meetingPaper.meetingId', '=', value('meeting'))
    .where('meetingPaper.state', '=', 'open')
    .where('meetingPaper.removedAt', 'is', null)
    .where('document.standing', 'is', null)
    .where('concern.status', '<>', 'misfiled')
    .orderBy('meetingPaper.addedAt')
    .orderBy('meetingPaper.id'),
);

const listed = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)));

/**
 * Whether the row `paper` lets its reader read now: on the list, asked to the meeting and coming, the meeting neither called off nor
 * long over, the file not in the restricted register, its case not kept from them. Beside `meeting` and `meetingPerson`.
 */
const isReadable = (paper: string, since: unknown): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(`${paper}.personId`)} = "meetingPerson"."personId" and ${sql.ref(`${paper}.state`)} = 'open'
  and ${sql.ref(`${paper}.removedAt`)} is null
  and "meetingPerson"."removedAt" is null and "meetingPerson".attendance in (${listed(reading)})
  and meeting.status <> 'cancelled' and meeting."removedAt" is null and meeting."endsAt" > ${since}
  and exists (select 1 from "meetingPaper" as laid where laid.tenant = ${sql.ref(`${paper}.tenant`)}
    and laid.id = ${sql.ref(`${paper}.paperId`)} and laid.state = 'open' and laid."removedAt" is null)
  and exists (select 1 from document as held join concern as spoken
      on spoken.tenant = held.tenant and spoken.id = held."concernId"
    where held.tenant = ${sql.ref(`${paper}.tenant`)} and held.id = ${sql.ref(`${paper}.documentId`)}
      and held.standing is null and spoken.status <> 'misfiled'
      and not ${isKeptFrom(sql.ref(`${paper}.personId`), 'spoken')}))`;

/** How many papers somebody who was asked may read: of a query over `meetingPerson` and `meeting`. */
export const countReadable = (since: unknown) => sql<number | string>`(select count(*) from "meetingPaper" as given
  where given.tenant = "meetingPerson".tenant and given."meetingId" = "meetingPerson"."meetingId"
    and ${isReadable('given', since)})`;

type Reading = Parameters<Parameters<typeof defineQuery<Tables, object, ToReadRow>>[1]>[0];
export type ToReadRow = Pick<Tables['meetingPaper'], 'id' | 'meetingId'> &
  Pick<Tables['document'], 'mediaType'> & { heading: string | null };

const given = (tables: Reading) =>
  tables
    .selectFrom('meetingPaper')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'meetingPaper.tenant').onRef('meeting.id', '=', 'meetingPaper.meetingId'),
    )
    .innerJoin('meetingPerson', (join) =>
      join
        .onRef('meetingPerson.tenant', '=', 'meetingPaper.tenant')
        .onRef('meetingPerson.meetingId', '=', 'meetingPaper.meetingId')
        .onRef('meetingPerson.personId', '=', 'meetingPaper.personId'),
    )
    .innerJoin('meetingPaper as paper', (join) =>
      join.onRef('paper.tenant', '=', 'meetingPaper.tenant').onRef('paper.id', '=', 'meetingPaper.paperId'),
    )
    .innerJoin('document', (join) =>
      join.onRef('document.tenant', '=', 'meetingPaper.tenant').onRef('document.id', '=', 'meetingPaper.documentId'),
    );

/** The papers of a meeting that somebody may read. */
export const papersToRead = defineQuery<Tables, { meeting: string; person: string; since: string }, ToReadRow>(
  'papers-to-read',
  (tables, value) =>
    given(tables)
      .select(['meetingPaper.id', 'meetingPaper.meetingId', 'paper.heading', 'document.mediaType'])
      .where('meetingPaper.meetingId', '=', value('meeting'))
      .where('meetingPaper.personId', '=', value('person'))
      .where(isReadable('meetingPaper', value('since')))
      .orderBy('paper.addedAt')
      .orderBy('paper.id'),
);

export type PaperHeldRow = Omit<HeldRow, 'state'> &
  Pick<Tables['meetingPaper'], 'state' | 'personId' | 'meetingId' | 'concernId'> & {
    scan: HeldRow['state'];
  };

/** What of one of them is needed to hand its bytes out; nothing where it may not be read (now). */
export const paperHeld = defineQuery<
  Tables,
  { meeting: string; id: string; person: string; since: string },
  PaperHeldRow
>('paper-held', (tables, value) =>
  given(tables)
    .select(['document.id', 'document.school', 'document.name', 'document.fileName', 'document.mediaType'])
    .select(['document.size', 'document.digest', 'document.driveId', 'document.driveItemId'])
    .select(['document.addedById', 'document.state as scan', 'meetingPaper.state', 'meetingPaper.personId'])
    .select(['meetingPaper.meetingId', 'meetingPaper.concernId'])
    .where('meetingPaper.id', '=', value('id'))
    .where('meetingPaper.meetingId', '=', value('meeting'))
    .where('meetingPaper.personId', '=', value('person'))
    .where(isReadable('meetingPaper', value('since'))),
);
