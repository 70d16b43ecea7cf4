import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern, concernPerson } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  concernPerson: TableOf<typeof concernPerson>;
}

const shown = [
  ...(['id', 'ref', 'reportedAt', 'status', 'urgency', 'triageOutcome', 'takenByName'] as const),
  ...(['rev', 'filedRev', 'stopped', 'removedAt'] as const),
] as const;

/** A concern that a child is in, once for each role of theirs. */
export type ChildConcernRow = Pick<Tables['concern'], (typeof shown)[number]> & {
  role: Tables['concernPerson']['role'] | null;
  /** 1: about this child. */
  isAbout: number;
};

/** Concerns on one child's page. */
export const mostOfChild = 100;

/** Whether a column holds the child's id or that of a record that goes on as this child. */
const isOneOf = (column: string, child: string) =>
  sql<boolean>`${sql.raw(column)} in (
    select known.id from pupil as known where known.id = ${child} or known."mergedInto" = ${child})`;

/**
 * The concerns that a child is in, by any of their records: those about them, and those where they were named as somebody else. Found by their ids alone, so
 * that no other row of the school is read; in no order, for they are few.
 */
export const concernsOfChild = defineQuery<Tables, { child: string }, ChildConcernRow>(
  'concerns-of-child',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('concernPerson', (join) =>
        join
          .onRef('concernPerson.tenant', '=', 'concern.tenant')
          .onRef('concernPerson.school', '=', 'concern.school')
          .onRef('concernPerson.concernId', '=', 'concern.id')
          .on(isOneOf('"concernPerson"."pupilId"', value('child')))
          .on('concernPerson.withdrawnAt', 'is', null),
      )
      .select(shown.map((field) => `concern.${field}` as const))
      .select('concernPerson.role')
      .select(sql<0 | 1>`case when ${isOneOf('concern."childId"', value('child'))} then 1 else 0 end`.as('isAbout'))
      .where(
        sql<boolean>`concern.id in (
          select about.id from concern as about where ${isOneOf('about."childId"', value('child'))}
          union select part."concernId" from "concernPerson" as part
            where ${isOneOf('part."pupilId"', value('child'))} and part."withdrawnAt" is null)`,
      ),
);
