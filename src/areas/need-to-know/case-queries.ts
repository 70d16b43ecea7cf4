import { sql, type Kysely } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { action } from '../actions/record.ts';
import type { concern, routedLine } from '../concerns/record.ts';
import { inPost } from '../people/queries.ts';
import type { pupil, roleGrant } from '../people/record.ts';
import { leadRoles } from '../people/fields.ts';
import { inForce, isKeptFrom, isSameChild } from './queries.ts';
import type { caseAccess } from './record.ts';

interface Tables {
  caseAccess: TableOf<typeof caseAccess>;
  concern: TableOf<typeof concern>;
  pupil: TableOf<typeof pupil>;
  action: TableOf<typeof action>;
  routedLine: TableOf<typeof routedLine>;
  roleGrant: TableOf<typeof roleGrant>;
}

/** The records of one child. */
const recordsOf = (child: unknown) => sql`(
  select same.id from pupil as said join pupil as same on same.tenant = said.tenant and ${isSameChild} where said.id = ${child})`;

/** A concern that a child is in, with one action in it that a person has still to do, and one line that a team was given. */
export type TouchedRow = Pick<Tables['concern'], 'id' | 'rev' | 'status'> & {
  /** 1: they have it in hand. */
  taken: number;
  actionId: string | null;
  lineId: string | null;
};

/** What a person had of a child’s cases. */
export const touchedByConflict = defineQuery<Tables, { child: string; person: string }, TouchedRow>(
  'touched-by-conflict',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('action', (join) =>
        join
          .onRef('action.tenant', '=', 'concern.tenant')
          .onRef('action.concernId', '=', 'concern.id')
          .on('action.ownerId', '=', value('person'))
          .on('action.status', 'in', ['open', 'accepted']),
      )
      .leftJoin('routedLine', (join) =>
        join.onRef('routedLine.tenant', '=', 'concern.tenant').onRef('routedLine.concernId', '=', 'concern.id'),
      )
      .select(['concern.id', 'concern.rev', 'concern.status', 'action.id as actionId', 'routedLine.id as lineId'])
      .select(sql<number>`case when concern."takenById" = ${value('person')} then 1 else 0 end`.as('taken'))
      .where(
        sql<boolean>`concern.id in (
          select about.id from concern as about where about."childId" in ${recordsOf(value('child'))}
          union select part."concernId" from "concernPerson" as part where part."pupilId" in ${recordsOf(value('child'))})`,
      )
      .orderBy('concern.reportedAt'),
);

/** Whether somebody has a child’s file open already. */
export const openedFiles = defineQuery<Tables, { child: string; person: string; now: string }, { id: string }>(
  'opened-files',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .select('id')
      .where('kind', '=', 'break-glass')
      .where('personId', '=', value('person'))
      .where('childId', '=', value('child'))
      .where(inForce(value('now'))),
);

/** Leads who may see the case that somebody was given. */
export const leadsForCase = defineQuery<Tables, { access: string; today: string }, { personId: string }>(
  'leads-for-case',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'caseAccess.tenant').onRef('concern.id', '=', 'caseAccess.concernId'),
      )
      .innerJoin('roleGrant', (join) =>
        join
          .onRef('roleGrant.tenant', '=', 'concern.tenant')
          .onRef('roleGrant.school', '=', 'concern.school')
          .on('roleGrant.role', 'in', leadRoles)
          .on(inPost(value)),
      )
      .select('roleGrant.personId')
      .where('caseAccess.id', '=', value('access'))
      .where(sql<boolean>`not ${isKeptFrom(sql.ref('roleGrant.personId'), 'concern')}`),
);

/** What somebody was given of a case, opened, or is kept from, with the names that it is shown by. */
export type AccessListed = Tables['caseAccess'] & {
  concernRef: string | null;
  givenName: string | null;
  familyName: string | null;
  knownAs: string | null;
};

const listed = (tables: Kysely<Tables>) =>
  tables
    .selectFrom('caseAccess')
    .leftJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'caseAccess.tenant').onRef('concern.id', '=', 'caseAccess.concernId'),
    )
    .leftJoin('pupil', (join) =>
      join.onRef('pupil.tenant', '=', 'caseAccess.tenant').onRef('pupil.id', '=', 'caseAccess.childId'),
    )
    .selectAll('caseAccess')
    .select(['concern.ref as concernRef', 'pupil.givenName', 'pupil.familyName', 'pupil.knownAs']);

/** Rows on one screen. */
const most = 300;

/** All of it, newest first; rights narrow it. */
export const accessNewestFirst = defineQuery<Tables, object, AccessListed>('access-newest-first', (tables) =>
  listed(tables)
    .where(sql<boolean>`("caseAccess"."removedAt" is null or "caseAccess".kind = 'conflict')`)
    .orderBy('caseAccess.givenAt', 'desc')
    .orderBy('caseAccess.id')
    .limit(most),
);

/** One of them, for a card. */
export const accessById = defineQuery<Tables, { id: string }, AccessListed>('access-by-id', (tables, value) =>
  listed(tables).where('caseAccess.id', '=', value('id')),
);

/** Somebody beside the leads who may see a concern; without anybody one row without one. */
export type CircleRow = { concern: string; concernSchool: string; concernChild: string | null } & {
  [K in Circled]: Tables['caseAccess'][K] | null;
};
type Circled = (typeof circled)[number];
const circled = [
  ...(['id', 'rev', 'filedRev', 'kind', 'personId', 'personName', 'reason', 'task', 'until'] as const),
  ...(['givenAt', 'givenByName', 'school'] as const),
] as const;

/** Who may see a concern beside the leads: its circle, and whoever opened the child’s file. */
export const circleShown = defineQuery<Tables, { id: string; now: string }, CircleRow>(
  'circle-shown',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('caseAccess', (join) =>
        join
          .onRef('caseAccess.tenant', '=', 'concern.tenant')
          .on(inForce(value('now')))
          .on((on) =>
            on.or([
              on.and([on('caseAccess.kind', '=', 'circle'), on('caseAccess.concernId', '=', on.ref('concern.id'))]),
              on.and([
                on('caseAccess.kind', '=', 'break-glass'),
                sql<boolean>`"caseAccess"."childId" in ${recordsOf(sql.ref('concern.childId'))}`,
              ]),
            ]),
          ),
      )
      .select(['concern.id as concern', 'concern.school as concernSchool', 'concern.childId as concernChild'])
      .select(circled.map((field) => `caseAccess.${field}` as const))
      .where('concern.id', '=', value('id'))
      .orderBy('caseAccess.givenAt', 'desc')
      .orderBy('caseAccess.id'),
);

/** A child of the roll of a school that one works for. */
export type RollChild = Pick<
  Tables['pupil'],
  'id' | 'school' | 'givenName' | 'familyName' | 'knownAs' | 'yearGroup' | 'formGroup' | 'formerNames' | 'leftAt'
>;
export const rollWithin = defineQuery<Tables, object, RollChild>('roll-within', (tables) =>
  tables
    .selectFrom('pupil')
    .select(['id', 'school', 'givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup', 'formerNames', 'leftAt'])
    .where('mergedInto', 'is', null),
);
