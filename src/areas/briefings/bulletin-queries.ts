import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { briefing, briefingReceipt } from './record.ts';

interface Tables {
  briefing: TableOf<typeof briefing>;
  briefingReceipt: TableOf<typeof briefingReceipt>;
}

export type OwnReceipt = Pick<Tables['briefingReceipt'], 'id' | 'rev' | 'readAt'>;

/** The receipt of one person for one briefing, where there is one. */
export const receiptOfPerson = defineQuery<Tables, { briefing: string; person: string }, OwnReceipt>(
  'receipt-of-person',
  (tables, value) =>
    tables
      .selectFrom('briefingReceipt')
      .select(['id', 'rev', 'readAt'])
      .where('briefingId', '=', value('briefing'))
      .where('personId', '=', value('person'))
      .orderBy('id')
      .limit(1),
);

/** Somebody of the school beside a briefing: a child of the roll, or a colleague, who has no other name than `familyName`. */
interface Named {
  sort: 'child' | 'colleague' | null;
  givenName: string | null;
  familyName: string | null;
  knownAs: string | null;
  formerNames: string | null;
}
export type BulletinRow = Pick<
  Tables['briefing'],
  'id' | 'school' | 'heading' | 'words' | 'policyUrl' | 'readBy' | 'status' | 'sentByName' | 'sentAt'
> &
  Named;

/** A briefing with the roll and the staff of its school, by which it is seen whether it names a child; one row at least. */
export const bulletinById = defineQuery<Tables, { id: string }, BulletinRow>('bulletin-by-id', (tables, value) =>
  tables
    .selectFrom('briefing')
    .leftJoin(
      sql<Named & { tenant: string; school: string }>`(
        select pupil.tenant, pupil.school, 'child' as sort, pupil."givenName", pupil."familyName", pupil."knownAs", pupil."formerNames"
          from pupil where pupil."mergedInto" is null
        union all
        select "staffMember".tenant, "staffMember".school, 'colleague' as sort, null as "givenName", "staffMember".name as "familyName",
          null as "knownAs", null as "formerNames" from "staffMember"
          where "staffMember"."leftAt" is null and "staffMember"."removedAt" is null)`.as('named'),
      (join) => join.onRef('named.tenant', '=', 'briefing.tenant').onRef('named.school', '=', 'briefing.school'),
    )
    .select(['briefing.id', 'briefing.school', 'briefing.heading', 'briefing.words', 'briefing.policyUrl'])
    .select(['briefing.readBy', 'briefing.status', 'briefing.sentByName', 'briefing.sentAt'])
    .select(['named.sort', 'named.givenName', 'named.familyName', 'named.knownAs', 'named.formerNames'])
    .where('briefing.id', '=', value('id'))
    .where('briefing.removedAt', 'is', null),
);
