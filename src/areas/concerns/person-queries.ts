import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { RollEntry } from '../people/queries.ts';
import type { pupil } from '../people/record.ts';
import type { concern, concernPerson } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  concernPerson: TableOf<typeof concernPerson>;
  pupil: TableOf<typeof pupil>;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };
type Person = Omit<Tables['concernPerson'], 'tenant' | 'school' | 'ref' | 'stopped' | 'addedById' | 'withdrawnById'>;

const ofPerson = [
  ...(['id', 'rev', 'filedRev', 'concernId', 'role', 'isChild', 'pupilId', 'name', 'yearGroup'] as const),
  ...(['addedAt', 'addedByName', 'withdrawnAt', 'withdrawnByName', 'withdrawnReason'] as const),
] as const;

/** Somebody's part in a concern; without anybody one row without one. */
export type PersonRow = { concern: string; childName: string | null; childAsTyped: string } & Nullable<Person>;

/** Who is in a concern beside what it says itself, in the order in which they were added; those taken off too. */
export const personsOfConcern = defineQuery<Tables, { id: string }, PersonRow>('persons-of-concern', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('concernPerson', (join) =>
      join
        .onRef('concernPerson.tenant', '=', 'concern.tenant')
        .onRef('concernPerson.school', '=', 'concern.school')
        .onRef('concernPerson.concernId', '=', 'concern.id'),
    )
    .select(['concern.id as concern', 'concern.childName', 'concern.childAsTyped'])
    .select(ofPerson.map((field) => `concernPerson.${field}` as const))
    .where('concern.id', '=', value('id'))
    .orderBy('concernPerson.addedAt')
    .orderBy('concernPerson.id'),
);

/** A child of the roll with what a lead tells namesakes apart by; on an empty roll one row without a child. */
export type ComparedRow = Nullable<RollEntry> & { concern: string; childAsTyped: string; birthDate: string | null };

/** The roll of the school of a concern, for those who answer for it; no row at all without such a concern. */
export const rollCompared = defineQuery<Tables, { id: string }, ComparedRow>('roll-compared', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('pupil', (join) =>
      join
        .onRef('pupil.tenant', '=', 'concern.tenant')
        .onRef('pupil.school', '=', 'concern.school')
        .on('pupil.mergedInto', 'is', null),
    )
    .select(['concern.id as concern', 'concern.childAsTyped', 'pupil.id', 'pupil.givenName', 'pupil.familyName'])
    .select(['pupil.knownAs', 'pupil.formerNames', 'pupil.yearGroup', 'pupil.formGroup', 'pupil.birthDate'])
    .select('pupil.leftAt')
    .where('concern.id', '=', value('id'))
    .orderBy('pupil.familyName')
    .orderBy('pupil.givenName')
    .orderBy('pupil.formGroup'),
);
