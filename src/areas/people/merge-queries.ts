import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { pupil } from './record.ts';

interface Tables {
  pupil: TableOf<typeof pupil>;
}

/** The records that go on as one. */
export const recordsMergedInto = defineQuery<Tables, { id: string }, { id: string }>(
  'records-merged-into',
  (tables, value) => tables.selectFrom('pupil').select('id').where('mergedInto', '=', value('id')),
);

const shown = [
  ...(['id', 'rev', 'givenName', 'familyName', 'knownAs', 'formerNames', 'yearGroup', 'formGroup'] as const),
  ...(['birthDate', 'leftAt', 'mergedInto', 'mergedReason'] as const),
] as const;

type Shown = Pick<Tables['pupil'], (typeof shown)[number]>;

/** A child and another record that may be, or is, the same; without any, one row with nulls. */
export type SameRow = { [K in keyof Shown]: Shown[K] | null } & {
  child: string;
  ownGiven: string;
  ownFamily: string;
  ownKnownAs: string | null;
  ownFormer: string | null;
  ownMergedInto: string | null;
};

/**
 * The other records that are of the same child, and those of the same school and date of birth that may be: whether their names
 * come near is seen afterwards. Of a record that goes on as another one only that other one.
 */
export const sameChild = defineQuery<Tables, { id: string }, SameRow>('same-child', (tables, value) =>
  tables
    .selectFrom('pupil')
    .leftJoin('pupil as other', (join) =>
      join
        .onRef('other.tenant', '=', 'pupil.tenant')
        .onRef('other.school', '=', 'pupil.school')
        .onRef('other.id', '<>', 'pupil.id')
        .on((on) =>
          on.or([
            on('other.mergedInto', '=', on.ref('pupil.id')),
            on('other.id', '=', on.ref('pupil.mergedInto')),
            on.and([
              on('pupil.mergedInto', 'is', null),
              on('other.mergedInto', 'is', null),
              on('pupil.birthDate', '<>', ''),
              on('other.birthDate', '=', on.ref('pupil.birthDate')),
            ]),
          ]),
        ),
    )
    .select(shown.map((field) => `other.${field}` as const))
    .select(['pupil.id as child', 'pupil.givenName as ownGiven', 'pupil.familyName as ownFamily'])
    .select(['pupil.knownAs as ownKnownAs', 'pupil.formerNames as ownFormer', 'pupil.mergedInto as ownMergedInto'])
    .where('pupil.id', '=', value('id'))
    .orderBy('other.familyName')
    .orderBy('other.givenName')
    .orderBy('other.id'),
);
