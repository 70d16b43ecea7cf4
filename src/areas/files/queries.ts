import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern } from '../concerns/record.ts';
import { isKeptFrom } from '../need-to-know/queries.ts';
import type { document } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  document: TableOf<typeof document>;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

const shown = [
  ...(['id', 'rev', 'filedRev', 'stopped', 'kind', 'name', 'madeOn', 'madeBy', 'source', 'mediaType', 'size'] as const),
  ...(['digest', 'originalDigest', 'state', 'threat', 'driveItemId', 'retentionLabel'] as const),
  ...(['addedByName', 'addedAt'] as const),
] as const;
type Shown = Pick<Tables['document'], (typeof shown)[number]>;

/** A document of a concern; without any one row without one. */
export type DocumentRow = { concern: string; concernSchool: string } & Nullable<Shown>;

/** Documents on one screen: more than a concern has, and a bound all the same. */
const most = 500;

/** The documents of one concern, newest first; no row at all without such a concern. */
export const documentsOfConcern = defineQuery<Tables, { concern: string }, DocumentRow>(
  'documents-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('document', (join) =>
        join
          .onRef('document.tenant', '=', 'concern.tenant')
          .onRef('document.school', '=', 'concern.school')
          .onRef('document.concernId', '=', 'concern.id'),
      )
      .select(['concern.id as concern', 'concern.school as concernSchool'])
      .select(shown.map((field) => `document.${field}` as const))
      .where('concern.id', '=', value('concern'))
      .orderBy('document.addedAt', 'desc')
      .orderBy('document.id')
      .limit(most),
);

/** A concern to which a file may be added. */
export type TargetRow = Pick<Tables['concern'], 'id' | 'school'>;
export const uploadTarget = defineQuery<Tables, { concern: string }, TargetRow>('upload-target', (tables, value) =>
  tables.selectFrom('concern').select(['id', 'school']).where('id', '=', value('concern')),
);

/** What of a document is needed to hand its bytes out. */
const held = [
  ...(['id', 'school', 'name', 'fileName', 'mediaType', 'size', 'digest', 'state', 'driveId', 'driveItemId'] as const),
  ...(['addedById'] as const),
] as const;
export type HeldRow = Pick<Tables['document'], (typeof held)[number]>;
export const documentHeld = defineQuery<Tables, { id: string }, HeldRow>('document-held', (tables, value) =>
  tables.selectFrom('document').select(held).where('id', '=', value('id')),
);

/** The same bytes, in the same concern or in another of the same child that the person who adds them may see. */
export interface SameRow {
  readonly id: string;
  readonly concernRef: string;
}
export const sameFile = defineQuery<Tables, { concern: string; digest: string; person: string }, SameRow>(
  'same-file',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .innerJoin('concern as there', (join) =>
        join
          .onRef('there.tenant', '=', 'concern.tenant')
          .onRef('there.school', '=', 'concern.school')
          .on((on) =>
            on.or([on('there.id', '=', on.ref('concern.id')), on('there.childId', '=', on.ref('concern.childId'))]),
          ),
      )
      .innerJoin('document', (join) =>
        join
          .onRef('document.tenant', '=', 'there.tenant')
          .onRef('document.school', '=', 'there.school')
          .onRef('document.concernId', '=', 'there.id'),
      )
      .select(['document.id', 'document.concernRef'])
      .where('concern.id', '=', value('concern'))
      .where('document.originalDigest', '=', value('digest'))
      .where(sql<boolean>`not ${isKeptFrom(sql`${value('person')}`, 'there')}`)
      .where('document.standing', 'is', null)
      .where('document.state', 'not in', ['infected', 'missing'])
      .orderBy('document.addedAt')
      .limit(1),
);

/** What hangs on a concern, for what becomes of all of it at once. */
export const documentsHanging = defineQuery<Tables, { concern: string }, { id: string; rev: number }>(
  'documents-hanging',
  (tables, value) => tables.selectFrom('document').select(['id', 'rev']).where('concernId', '=', value('concern')),
);

/** Documents that may be in no library yet, for Lantern's own worker. */
export const unplaced = defineQuery<
  Tables,
  object,
  { id: string; state: Tables['document']['state']; addedAt: string }
>('unplaced-documents', (tables) =>
  tables
    .selectFrom('document')
    .select(['id', 'state', 'addedAt'])
    .where('driveItemId', 'is', null)
    .where('state', 'in', ['pending-scan', 'clean', 'not-scanned'])
    .orderBy('addedAt')
    .limit(200),
);
