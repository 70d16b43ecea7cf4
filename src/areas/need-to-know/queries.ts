import { sql } from 'kysely';
import type { AccessRow } from '../../access/actor.ts';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern, concernPerson } from '../concerns/record.ts';
import type { pupil } from '../people/record.ts';
import type { caseAccess } from './record.ts';

interface Tables {
  caseAccess: TableOf<typeof caseAccess>;
  concern: TableOf<typeof concern>;
  concernPerson: TableOf<typeof concernPerson>;
  pupil: TableOf<typeof pupil>;
}

/**
 * Of a query over `caseAccess`: only what holds at the moment `now`. A conflict of interest goes on holding when somebody deletes
 * its row in SharePoint: what keeps people out is taken away only in Lantern.
 */
export const inForce = (now: unknown) => sql<boolean>`("caseAccess"."endedAt" is null
  and ("caseAccess".until is null or "caseAccess".until > ${now})
  and ("caseAccess"."removedAt" is null or "caseAccess".kind = 'conflict'))`;

/**
 * What a person was given of single cases and is kept from, with the cases that follow from it. Records that go on as one are one
 * child, in whichever of them it was said.
 */
export const accessOfPerson = defineQuery<Tables, { person: string; now: string }, AccessRow>(
  'access-of-person',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .leftJoin('pupil as said', (join) =>
        join.onRef('said.tenant', '=', 'caseAccess.tenant').onRef('said.id', '=', 'caseAccess.childId'),
      )
      .leftJoin('pupil as same', (join) =>
        join
          .onRef('same.tenant', '=', 'said.tenant')
          .on((on) =>
            on.or([
              on('same.id', '=', on.ref('said.id')),
              on('same.mergedInto', '=', on.ref('said.id')),
              on('same.id', '=', on.ref('said.mergedInto')),
              on('same.mergedInto', '=', on.ref('said.mergedInto')),
            ]),
          ),
      )
      .leftJoin('concern as about', (join) =>
        join.onRef('about.tenant', '=', 'caseAccess.tenant').onRef('about.childId', '=', 'same.id'),
      )
      .leftJoin('concernPerson as naming', (join) =>
        join.onRef('naming.tenant', '=', 'caseAccess.tenant').onRef('naming.pupilId', '=', 'same.id'),
      )
      .select(['caseAccess.kind', 'caseAccess.concernId', 'same.id as childId'])
      .select(['about.id as aboutChild', 'naming.concernId as namingChild'])
      .distinct()
      .where('caseAccess.personId', '=', value('person'))
      .where(inForce(value('now')))
      .orderBy('caseAccess.kind')
      .orderBy('caseAccess.concernId')
      .orderBy('same.id')
      .orderBy('about.id')
      .orderBy('naming.concernId'),
);
