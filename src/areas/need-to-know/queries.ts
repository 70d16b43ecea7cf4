import { sql, type RawBuilder } from 'kysely';
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
 * its row in SharePoint or writes a last day into it: what keeps people out is taken away only in Lantern.
 */
export const inForce = (now: unknown) => sql<boolean>`("caseAccess"."endedAt" is null
  and ("caseAccess".kind in ('conflict', 'subject') or ("caseAccess"."removedAt" is null
    and ("caseAccess".until is null or "caseAccess".until > ${now}))))`;

/** Records that go on as one are one child, in whichever of them something was said. */
export const isSameChild = sql`(same.id = said.id or same."mergedInto" = said.id or same.id = said."mergedInto"
  or same."mergedInto" = said."mergedInto")`;

/**
 * What was said of a person, with the children that it is about and the concerns that follow from it. A conflict of interest keeps
 * also from concerns in which the child has another part, and from an entry that stood under another child and was about this one.
 */
const reachedBy = (person: unknown) => sql<{
  tenant: string;
  access: string;
  child: string;
  concern: string | null;
  meeting: string | null;
}>`(
  with recursive named(tenant, access, kind, child) as (
    select entry.tenant, entry.id, entry.kind, same.id from "caseAccess" as entry
      join pupil as said on said.tenant = entry.tenant and said.id = entry."childId"
      join pupil as same on same.tenant = said.tenant and ${isSameChild}
      where entry."personId" = ${person}),
  reached(tenant, access, kind, child, concern, meeting) as (
    select tenant, access, kind, child, cast(null as text), cast(null as text) from named
    union select named.tenant, access, kind, child, about.id, null from named
      join concern as about on about.tenant = named.tenant and about."childId" = named.child
    union select named.tenant, access, kind, child, part."concernId", null from named
      join "concernPerson" as part on part.tenant = named.tenant and part."pupilId" = named.child
      where kind = 'conflict'
    union select named.tenant, access, kind, child, null, held."meetingId" from named
      join "meetingChild" as held on held.tenant = named.tenant and held."childId" = named.child
      where kind = 'conflict'
    union select reached.tenant, access, kind, child, earlier.id, null from reached
      join concern as earlier on earlier.tenant = reached.tenant and earlier.status = 'misfiled'
        and earlier."continuedAsId" = reached.concern
      where kind = 'conflict')
  select tenant, access, child, concern, meeting from reached)`;

/** What a person was given of single cases and is kept from, with the cases that follow from it. */
export const accessOfPerson = defineQuery<Tables, { person: string; now: string }, AccessRow>(
  'access-of-person',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .leftJoin(reachedBy(value('person')).as('reached'), (join) =>
        join.onRef('reached.tenant', '=', 'caseAccess.tenant').onRef('reached.access', '=', 'caseAccess.id'),
      )
      .select(['caseAccess.kind', 'caseAccess.concernId'])
      .select(['reached.child as childId', 'reached.concern as concernOfChild', 'reached.meeting as meetingOfChild'])
      .distinct()
      .where('caseAccess.personId', '=', value('person'))
      .where(inForce(value('now')))
      .orderBy('caseAccess.kind')
      .orderBy('caseAccess.concernId')
      .orderBy('reached.child')
      .orderBy('reached.concern')
      .orderBy('reached.meeting'),
);

/**
 * Whether a conflict of interest keeps somebody from a concern, as a condition of a query: whom to offer and whom to tell.
 * @param person column with an Entra object id, or a placeholder
 * @param concern name under which the query has the concern
 */
export const isKeptFrom = (person: RawBuilder<unknown>, concern: string) => sql<boolean>`(exists (
  select 1 from "caseAccess" as bar where bar.tenant = ${sql.ref(`${concern}.tenant`)} and bar."personId" = ${person}
      and bar.kind = 'subject' and bar."endedAt" is null and bar."concernId" = ${sql.ref(`${concern}.id`)})
  or exists (
  select 1 from "caseAccess" as bar
    join pupil as said on said.tenant = bar.tenant and said.id = bar."childId"
    join pupil as same on same.tenant = said.tenant and ${isSameChild}
    where bar.tenant = ${sql.ref(`${concern}.tenant`)} and bar."personId" = ${person}
      and bar.kind = 'conflict' and bar."endedAt" is null
      and (same.id = ${sql.ref(`${concern}.childId`)} or exists (
        select 1 from "concernPerson" as part where part.tenant = bar.tenant
          and part."concernId" = ${sql.ref(`${concern}.id`)} and part."pupilId" = same.id))))`;

/** Somebody and a child whom a conflict of interest keeps apart. */
export interface KeptRow {
  readonly personId: string;
  readonly childId: string;
}

/** Every conflict of interest at a school, once for each record of the child. */
export const conflictsOfSchool = defineQuery<Tables, { school: string }, KeptRow>(
  'conflicts-of-school',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .innerJoin('pupil as said', (join) =>
        join.onRef('said.tenant', '=', 'caseAccess.tenant').onRef('said.id', '=', 'caseAccess.childId'),
      )
      .innerJoin('pupil as same', (join) =>
        join.onRef('same.tenant', '=', 'said.tenant').on(sql<boolean>`${isSameChild}`),
      )
      .select(['caseAccess.personId', 'same.id as childId'])
      .distinct()
      .where('caseAccess.school', '=', value('school'))
      .where('caseAccess.kind', '=', 'conflict')
      .where('caseAccess.endedAt', 'is', null),
);

/** The same of the school of a concern. */
export const conflictsAtConcern = defineQuery<Tables, { id: string }, KeptRow>(
  'conflicts-at-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .innerJoin('caseAccess', (join) =>
        join
          .onRef('caseAccess.tenant', '=', 'concern.tenant')
          .onRef('caseAccess.school', '=', 'concern.school')
          .on('caseAccess.kind', '=', 'conflict')
          .on('caseAccess.endedAt', 'is', null),
      )
      .innerJoin('pupil as said', (join) =>
        join.onRef('said.tenant', '=', 'caseAccess.tenant').onRef('said.id', '=', 'caseAccess.childId'),
      )
      .innerJoin('pupil as same', (join) =>
        join.onRef('same.tenant', '=', 'said.tenant').on(sql<boolean>`${isSameChild}`),
      )
      .select(['caseAccess.personId', 'same.id as childId'])
      .distinct()
      .where('concern.id', '=', value('id')),
);

/** Whether one person is kept from a concern: one row, or none. */
export const keptFromConcern = defineQuery<Tables, { id: string; person: string }, { id: string }>(
  'kept-from-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .select('concern.id')
      .where('concern.id', '=', value('id'))
      .where(isKeptFrom(sql`${value('person')}`, 'concern')),
);

/** Who is in the circle of a concern now. */
export const circleOfConcern = defineQuery<Tables, { id: string; now: string }, { personId: string }>(
  'circle-of-concern',
  (tables, value) =>
    tables
      .selectFrom('caseAccess')
      .select('personId')
      .distinct()
      .where('concernId', '=', value('id'))
      .where('kind', '=', 'circle')
      .where(inForce(value('now'))),
);
