import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { SeenTable, TableOf } from '../../records/table.ts';
import { inPost } from '../people/queries.ts';
import type { roleGrant, staffMember } from '../people/record.ts';
import type { briefing, briefingReceipt } from './record.ts';

interface Tables {
  briefing: TableOf<typeof briefing>;
  briefingReceipt: TableOf<typeof briefingReceipt>;
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
  seen: SeenTable;
}

/** Briefings on one screen. */
const most = 100;
type Flag = boolean | number | string;
type Count = number | string;

/**
 * Whether Lantern can write to somebody: it holds a chat with them, and Teams has not said that they blocked it. Both stand in the
 * store's own tables, beside the records.
 */
const hasChat = (table: 'staffMember' | 'briefingReceipt') => sql<boolean>`(
  exists (select 1 from reference where reference.tenant = ${sql.ref(`${table}.tenant`)}
    and reference.person = ${sql.ref(`${table}.personId`)})
  and not exists (select 1 from outbox where outbox.channel = 'message' and outbox.lane = ${sql.ref(`${table}.personId`)}
    and outbox.tenant = ${sql.ref(`${table}.tenant`)} and outbox.code = 'blocked'))`;

/** Whether a card of the briefing lies in their chat. */
const isDelivered = sql<boolean>`exists (select 1 from delivered where delivered.tenant = "briefingReceipt".tenant
  and delivered.about = "briefingReceipt"."briefingId" and delivered.person = "briefingReceipt"."personId")`;

/** Whether they still work at the school. */
const isPresent = sql<boolean>`exists (select 1 from "staffMember" as present
  where present.tenant = "briefingReceipt".tenant and present.school = "briefingReceipt".school
    and present."personId" = "briefingReceipt"."personId" and present."leftAt" is null and present."removedAt" is null)`;

const flag = (condition: ReturnType<typeof hasChat>) => sql<Flag>`case when ${condition} then 1 else 0 end`;

/** Whoever works at a school and can sign in, and whether Lantern has a chat with them. */
export const staffToBrief = defineQuery<Tables, { school: string }, { personId: string; name: string; chat: Flag }>(
  'staff-to-brief',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .select(['personId', 'name'])
      .select(flag(hasChat('staffMember')).as('chat'))
      .$narrowType<{ personId: string }>()
      .where('school', '=', value('school'))
      .where('personId', 'is not', null)
      .where('leftAt', 'is', null)
      .where('removedAt', 'is', null)
      .orderBy('name')
      .orderBy('id'),
);

/** Who holds which role at a school today. */
export const rolesToBrief = defineQuery<
  Tables,
  { school: string; today: string },
  { personId: string; role: Tables['roleGrant']['role'] }
>('roles-to-brief', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['personId', 'role'])
    .where('school', '=', value('school'))
    .where(inPost(value)),
);

export type BriefingRow = Tables['briefing'] & { asked: Count; read: Count; unreachable: Count };

const counted = (which: ReturnType<typeof hasChat>) => sql<Count>`(select count(*) from "briefingReceipt"
  where "briefingReceipt".tenant = briefing.tenant and "briefingReceipt".school = briefing.school
    and "briefingReceipt"."briefingId" = briefing.id and ${which})`;
const hasRead = sql<boolean>`"briefingReceipt"."readAt" is not null`;

const listed = (tables: Parameters<Parameters<typeof defineQuery<Tables, object, BriefingRow>>[1]>[0]) =>
  tables
    .selectFrom('briefing')
    .selectAll('briefing')
    .select([
      // Who left before they had read it is missed by nobody.
      counted(sql<boolean>`(${hasRead} or ${isPresent})`).as('asked'),
      counted(hasRead).as('read'),
      counted(
        sql<boolean>`(not ${hasRead} and ${isPresent} and not ${isDelivered} and not ${hasChat('briefingReceipt')})`,
      ).as('unreachable'),
    ])
    .where('briefing.removedAt', 'is', null);

/** Briefings that were sent, the newest first, with how many were asked and have read. */
export const briefingsSent = defineQuery<Tables, object, BriefingRow>('briefings-sent', (tables) =>
  listed(tables).orderBy('briefing.sentAt', 'desc').orderBy('briefing.id').limit(most),
);

/** One briefing, with its counts. */
export const briefingById = defineQuery<Tables, { id: string }, BriefingRow>('briefing-by-id', (tables, value) =>
  listed(tables).where('briefing.id', '=', value('id')),
);

export type ReceiptRow = Pick<Tables['briefingReceipt'], 'id' | 'personId' | 'personName' | 'readAt'> & {
  openedAt: string | null;
  delivered: Flag;
  chat: Flag;
  present: Flag;
};

/** Who was asked to read a briefing, and how far it came with each: who has not read it first, by name. */
export const receiptsOfBriefing = defineQuery<Tables, { briefing: string }, ReceiptRow>(
  'receipts-of-briefing',
  (tables, value) =>
    tables
      .selectFrom('briefingReceipt')
      // By the briefing’s school the receipts are found in their index.
      .innerJoin('briefing', (join) =>
        join
          .onRef('briefing.tenant', '=', 'briefingReceipt.tenant')
          .onRef('briefing.school', '=', 'briefingReceipt.school')
          .onRef('briefing.id', '=', 'briefingReceipt.briefingId'),
      )
      .leftJoin('seen', (join) =>
        join
          .onRef('seen.tenant', '=', 'briefingReceipt.tenant')
          .onRef('seen.person', '=', 'briefingReceipt.personId')
          .onRef('seen.subject', '=', 'briefingReceipt.briefingId'),
      )
      .select(['briefingReceipt.id', 'briefingReceipt.personId', 'briefingReceipt.personName'])
      .select(['briefingReceipt.readAt', 'seen.upto as openedAt'])
      .select([flag(isDelivered).as('delivered'), flag(hasChat('briefingReceipt')).as('chat')])
      .select(flag(isPresent).as('present'))
      .where('briefing.id', '=', value('briefing'))
      .orderBy(sql`case when "briefingReceipt"."readAt" is null then 0 else 1 end`)
      .orderBy('briefingReceipt.personName')
      .orderBy('briefingReceipt.id'),
);

/** A briefing that somebody was asked to read. */
export type OwnRow = Pick<Tables['briefingReceipt'], 'id' | 'school' | 'briefingId' | 'personId' | 'readAt'> &
  Pick<Tables['briefing'], 'heading' | 'words' | 'policyUrl' | 'readBy' | 'status' | 'sentByName' | 'sentAt'>;

const own = (tables: Parameters<Parameters<typeof defineQuery<Tables, object, OwnRow>>[1]>[0]) =>
  tables
    .selectFrom('briefingReceipt')
    .innerJoin('briefing', (join) =>
      join
        .onRef('briefing.tenant', '=', 'briefingReceipt.tenant')
        .onRef('briefing.school', '=', 'briefingReceipt.school')
        .onRef('briefing.id', '=', 'briefingReceipt.briefingId'),
    )
    .select(['briefingReceipt.id', 'briefingReceipt.school', 'briefingReceipt.briefingId', 'briefingReceipt.personId'])
    .select(['briefingReceipt.readAt', 'briefing.heading', 'briefing.words', 'briefing.policyUrl', 'briefing.readBy'])
    .select(['briefing.status', 'briefing.sentByName', 'briefing.sentAt'])
    .where('briefing.removedAt', 'is', null);

/**
 * What somebody was asked to read where they work: what they have not read first, by the day on which it is due. By the schools the
 * receipts are found in their index; one comes twice to somebody who is twice on a list.
 */
export const briefingsToRead = defineQuery<Tables, { person: string }, OwnRow>('briefings-to-read', (tables, value) =>
  own(tables)
    .innerJoin('staffMember', (join) =>
      join
        .onRef('staffMember.tenant', '=', 'briefingReceipt.tenant')
        .onRef('staffMember.school', '=', 'briefingReceipt.school')
        .onRef('staffMember.personId', '=', 'briefingReceipt.personId'),
    )
    .where('staffMember.personId', '=', value('person'))
    .where('staffMember.leftAt', 'is', null)
    .where('staffMember.removedAt', 'is', null)
    .where('briefing.status', '=', 'sent')
    .orderBy(sql`case when "briefingReceipt"."readAt" is null then 0 else 1 end`)
    .orderBy(sql`case when "briefingReceipt"."readAt" is null then briefing."readBy" end`)
    .orderBy('briefing.sentAt', 'desc')
    .orderBy('briefingReceipt.id')
    .limit(most),
);

/** How one person was asked to read one briefing. */
export const ownBriefing = defineQuery<Tables, { briefing: string; person: string }, OwnRow>(
  'own-briefing',
  (tables, value) =>
    own(tables).where('briefing.id', '=', value('briefing')).where('briefingReceipt.personId', '=', value('person')),
);
