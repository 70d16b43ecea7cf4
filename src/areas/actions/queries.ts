import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern } from '../concerns/record.ts';
import { isKeptFrom } from '../need-to-know/queries.ts';
import { inPost } from '../people/queries.ts';
import { leadRoles } from '../people/fields.ts';
import type { roleGrant, staffMember } from '../people/record.ts';
import type { action } from './record.ts';

interface Tables {
  action: TableOf<typeof action>;
  concern: TableOf<typeof concern>;
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
}

export type ActionRow = Tables['action'];

/** What of an action its owner may see, in the circle or not. */
const outside = ['id', 'rev', 'ref', 'school', 'ownerId', 'whatOutside', 'priority', 'status', 'dueOn'] as const;
export type OutsideRow = Pick<ActionRow, (typeof outside)[number]>;

/** Actions on one screen: more than a school has open, and a bound all the same. */
const most = 300;

/** All actions of one concern, in the order in which they were set. */
export const actionsOfConcern = defineQuery<Tables, { concern: string }, ActionRow>(
  'actions-of-concern',
  (tables, value) =>
    tables
      .selectFrom('action')
      .selectAll('action')
      .where('concernId', '=', value('concern'))
      .orderBy('createdAt')
      .orderBy('id')
      .limit(most),
);

/** What is not closed, soonest due first. */
export const openActions = defineQuery<Tables, object, ActionRow>('open-actions', (tables) =>
  tables
    .selectFrom('action')
    .selectAll('action')
    .where('status', 'in', ['open', 'accepted', 'done-unverified'])
    .orderBy('dueOn')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(most),
);

export type ToChaseRow = Pick<ActionRow, 'id' | 'dueOn' | 'createdAt' | 'chasedOn'>;

/** What is due up to a day and not done, the longest overdue first; nothing of what hangs on an entry for the wrong child. */
export const actionsToChase = defineQuery<Tables, { until: string }, ToChaseRow>('actions-to-chase', (tables, value) =>
  tables
    .selectFrom('action')
    .select(['id', 'dueOn', 'createdAt', 'chasedOn'])
    .where('status', 'in', ['open', 'accepted'])
    .where('dueOn', '<=', value('until'))
    .where('standing', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('dueOn')
    .orderBy('id'),
);

/** A person's own actions: what is to do first, soonest due first; then what is done, newest first. */
export const ownActions = defineQuery<Tables, { owner: string }, OutsideRow>('own-actions', (tables, value) =>
  tables
    .selectFrom('action')
    .select(outside)
    .where('ownerId', '=', value('owner'))
    .orderBy(sql`case when status in ('open', 'accepted') then 0 else 1 end`)
    .orderBy(sql`case when status in ('open', 'accepted') then "dueOn" end`)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(100),
);

/** One action without a word of the circle's. */
export const actionOutside = defineQuery<Tables, { id: string }, OutsideRow>('action-outside', (tables, value) =>
  tables.selectFrom('action').select(outside).where('id', '=', value('id')),
);

/** One action for the card of a lead who may verify it: who did it, and where to look. */
export type ToVerifyRow = Pick<ActionRow, 'id' | 'ref' | 'concernId' | 'status' | 'doneByName' | 'verifiedByName'>;
export const actionToVerify = defineQuery<Tables, { id: string }, ToVerifyRow>('action-to-verify', (tables, value) =>
  tables
    .selectFrom('action')
    .select(['id', 'ref', 'concernId', 'status', 'doneByName', 'verifiedByName'])
    .where('id', '=', value('id')),
);

/** One action for the card of a lead who is asked for time. */
export type TimeAskedRow = Pick<
  ActionRow,
  'id' | 'ref' | 'concernId' | 'status' | 'ownerName' | 'dueOn' | 'timeAskedUntil'
>;
export const timeAsked = defineQuery<Tables, { id: string }, TimeAskedRow>('time-asked', (tables, value) =>
  tables
    .selectFrom('action')
    .select(['id', 'ref', 'concernId', 'status', 'ownerName', 'dueOn', 'timeAskedUntil'])
    .where('id', '=', value('id')),
);

/** Everyone who leads safeguarding at the school of an action, which need not be where its owner works, and may see its concern. */
export const leadsOfAction = defineQuery<Tables, { action: string; today: string }, { personId: string }>(
  'leads-of-action',
  (tables, value) =>
    tables
      .selectFrom('action')
      .innerJoin('roleGrant', (join) =>
        join.onRef('roleGrant.tenant', '=', 'action.tenant').onRef('roleGrant.school', '=', 'action.school'),
      )
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'action.tenant').onRef('concern.id', '=', 'action.concernId'),
      )
      .select('roleGrant.personId')
      .where('action.id', '=', value('action'))
      .where('roleGrant.role', 'in', leadRoles)
      .where(inPost(value))
      .where(sql<boolean>`not ${isKeptFrom(sql.ref('roleGrant.personId'), 'concern')}`),
);

/** Somebody of the school of a concern; on an empty staff list one row without anybody. `lead`: how many roles make them one. */
export interface OwnerRow {
  personId: string | null;
  name: string | null;
  job: string | null;
  lead: number | string;
}

/** Who can be given an action on a concern, nobody with a conflict of interest; no row at all without such a concern. */
export const ownersOfConcern = defineQuery<Tables, { concern: string; today: string }, OwnerRow>(
  'owners-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('staffMember', (join) =>
        join
          .onRef('staffMember.tenant', '=', 'concern.tenant')
          .onRef('staffMember.school', '=', 'concern.school')
          .on('staffMember.leftAt', 'is', null)
          .on('staffMember.removedAt', 'is', null)
          .on(sql<boolean>`not ${isKeptFrom(sql.ref('staffMember.personId'), 'concern')}`),
      )
      .select(['staffMember.personId', 'staffMember.name', 'staffMember.job'])
      .select((from) =>
        from
          .selectFrom('roleGrant')
          .select((count) => count.fn.countAll<number | string>().as('held'))
          .whereRef('roleGrant.tenant', '=', 'concern.tenant')
          .whereRef('roleGrant.school', '=', 'concern.school')
          .whereRef('roleGrant.personId', '=', 'staffMember.personId')
          .where('roleGrant.role', 'in', leadRoles)
          .where(inPost(value))
          .$asScalar()
          .$notNull()
          .as('lead'),
      )
      .where('concern.id', '=', value('concern'))
      .orderBy('staffMember.name'),
);
