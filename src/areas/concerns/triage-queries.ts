import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { duty } from '../alerts/record.ts';
import { isKeptFrom } from '../need-to-know/queries.ts';
import { inPost } from '../people/queries.ts';
import { leadRoles } from '../people/fields.ts';
import type { roleGrant } from '../people/record.ts';
import type { concern, concernDecision, routedLine } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  sibling: TableOf<typeof concern>;
  concernDecision: TableOf<typeof concernDecision>;
  routedLine: TableOf<typeof routedLine>;
  roleGrant: TableOf<typeof roleGrant>;
  duty: TableOf<typeof duty>;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** Somebody who holds a role at the school of a concern. */
export type RoleHolder = Pick<Tables['roleGrant'], 'personId' | 'personName' | 'role'> & { days?: string | null };

const rolesAt = (name: string, which: RawBuilder<boolean>) =>
  defineQuery<Tables, { id: string; today: string }, RoleHolder>(name, (tables, value) =>
    tables
      .selectFrom('concern')
      .innerJoin('roleGrant', (join) =>
        join.onRef('roleGrant.tenant', '=', 'concern.tenant').onRef('roleGrant.school', '=', 'concern.school'),
      )
      .select(['roleGrant.personId', 'roleGrant.personName', 'roleGrant.role', 'roleGrant.days'])
      .where('concern.id', '=', value('id'))
      .where(inPost(value))
      .where(which)
      .orderBy('roleGrant.personName')
      .orderBy('roleGrant.personId'),
  );

const isFree = sql<boolean>`not ${isKeptFrom(sql.ref('roleGrant.personId'), 'concern')}`;

/** Who holds which role at the school of a concern and may have to do with it: nobody with a conflict of interest. */
export const rolesAtConcern = rolesAt('roles-at-concern', isFree);

/** Who holds which role there, whatever keeps them from it as it stands. */
export const allRolesAtConcern = rolesAt('all-roles-at-concern', sql<boolean>`true`);

/** Who is on duty at the school of a concern. */
export const onDutyAtConcern = defineQuery<Tables, { id: string }, { personId: string }>(
  'on-duty-at-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .innerJoin('duty', (join) =>
        join
          .onRef('duty.tenant', '=', 'concern.tenant')
          .onRef('duty.school', '=', 'concern.school')
          .on('duty.removedAt', 'is', null),
      )
      .select('duty.personId')
      .where('concern.id', '=', value('id')),
);

/** A lead of a concern's school, with who has it in hand; without any lead one row without a name. */
export type LeadRow = Nullable<Pick<RoleHolder, 'personId' | 'personName'>> & { id: string; takenById: string | null };

/** Who leads safeguarding at the school of a concern and may see it; no row at all without such a concern. */
export const leadsAtConcern = defineQuery<Tables, { id: string; today: string }, LeadRow>(
  'leads-at-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('roleGrant', (join) =>
        join
          .onRef('roleGrant.tenant', '=', 'concern.tenant')
          .onRef('roleGrant.school', '=', 'concern.school')
          .on('roleGrant.role', 'in', leadRoles)
          .on(inPost(value))
          .on(isFree),
      )
      .select(['concern.id', 'concern.takenById', 'roleGrant.personId', 'roleGrant.personName'])
      .where('concern.id', '=', value('id'))
      .orderBy('roleGrant.personName')
      .orderBy('roleGrant.personId'),
);

/** A decision with the line it gave to a team; without any decision one row without one. */
export type DecisionRow = { concern: string } & Nullable<
  Omit<
    Tables['concernDecision'],
    'tenant' | 'school' | 'ref' | 'stopped' | 'removedAt' | 'concernId' | 'toId' | 'decidedById'
  > &
    Pick<Tables['routedLine'], 'line' | 'toRole' | 'seenAt' | 'seenByName'>
>;

/** What was decided about a concern, newest first. */
export const decisionsOfConcern = defineQuery<Tables, { id: string }, DecisionRow>(
  'decisions-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('concernDecision', (join) =>
        join
          .onRef('concernDecision.tenant', '=', 'concern.tenant')
          .onRef('concernDecision.school', '=', 'concern.school')
          .onRef('concernDecision.concernId', '=', 'concern.id'),
      )
      .leftJoin('routedLine', (join) =>
        join
          .onRef('routedLine.tenant', '=', 'concern.tenant')
          .onRef('routedLine.school', '=', 'concern.school')
          .onRef('routedLine.decisionId', '=', 'concernDecision.id'),
      )
      .select('concern.id as concern')
      .select([
        ...(['concernDecision.id', 'concernDecision.rev', 'concernDecision.filedRev', 'concernDecision.what'] as const),
        ...(['concernDecision.outcome', 'concernDecision.urgency', 'concernDecision.levelOfNeed'] as const),
        ...(['concernDecision.reason', 'concernDecision.nextStep', 'concernDecision.actionRef'] as const),
        'concernDecision.parents' as const,
        ...(['concernDecision.parentsReason', 'concernDecision.childVoice', 'concernDecision.toName'] as const),
        ...(['concernDecision.decidedAt', 'concernDecision.decidedByName'] as const),
        ...(['routedLine.line', 'routedLine.toRole', 'routedLine.seenAt', 'routedLine.seenByName'] as const),
      ])
      .where('concern.id', '=', value('id'))
      .orderBy('concernDecision.decidedAt', 'desc')
      .orderBy('concernDecision.id', 'desc'),
);

/** A concern about the same child; without any one row without one. */
export type RelatedRow = { concern: string } & Nullable<
  Pick<Tables['concern'], 'id' | 'ref' | 'rev' | 'school' | 'childId' | 'reportedAt' | 'urgency' | 'safeNow' | 'status'>
>;

/** About the same child, also where a person has said that two records are one. */
const sameChild = sql<boolean>`sibling."childId" in (
  select part.id from pupil as part, pupil as named
    where named.tenant = concern.tenant and named.id = concern."childId" and part.tenant = named.tenant
      and coalesce(part."mergedInto", part.id) = coalesce(named."mergedInto", named.id))`;

/** Other concerns about the same child that nobody has judged yet, newest first; the child must be settled on both. */
export const relatedToConcern = defineQuery<Tables, { id: string }, RelatedRow>('related-to-concern', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('concern as sibling', (join) =>
      join
        .onRef('sibling.tenant', '=', 'concern.tenant')
        .onRef('sibling.school', '=', 'concern.school')
        .on(sameChild)
        .onRef('sibling.id', '!=', 'concern.id')
        .on('sibling.status', 'in', ['submitted', 'acknowledged']),
    )
    .select(['concern.id as concern', 'sibling.id', 'sibling.ref', 'sibling.rev', 'sibling.reportedAt'])
    .select(['sibling.school', 'sibling.childId'])
    .select(['sibling.urgency', 'sibling.safeNow', 'sibling.status'])
    .where('concern.id', '=', value('id'))
    .orderBy('sibling.reportedAt', 'desc')
    .limit(20),
);

/** A line for a team, without what only safeguarding may know. */
export type RoutedRow = Pick<
  Tables['routedLine'],
  'id' | 'rev' | 'concernRef' | 'toRole' | 'line' | 'childName' | 'yearGroup' | 'routedAt' | 'routedByName'
> &
  Pick<Tables['routedLine'], 'seenAt' | 'seenByName'>;

const shownOfLine = [
  ...(['id', 'rev', 'concernRef', 'toRole', 'line', 'childName', 'yearGroup', 'routedAt', 'routedByName'] as const),
  ...(['seenAt', 'seenByName'] as const),
] as const;
/** Lines in a team's inbox. */
const linesShown = 50;

/** What a team was told, newest first. */
export const linesNewestFirst = defineQuery<Tables, object, RoutedRow>('lines-newest-first', (tables) =>
  tables
    .selectFrom('routedLine')
    .select(shownOfLine)
    .orderBy('routedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(linesShown),
);

/** One line to a team. */
export const lineById = defineQuery<Tables, { id: string }, RoutedRow>('line-by-id', (tables, value) =>
  tables.selectFrom('routedLine').select(shownOfLine).where('id', '=', value('id')),
);
