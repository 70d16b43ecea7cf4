import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { ChildConcern, ChildConcernPage, ChildNamedIn } from './child-concerns-contract.ts';
import { concernsOfChild, mostOfChild, type ChildConcernRow } from './child-concern-queries.ts';
import { filedOf } from '../outside/rules.ts';

const byId = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/**
 * What this person may see of the concerns that a child is in. Of one that is about another child nothing is shown but this child's
 * own role: how it was judged belongs to the other (domain.md R-07).
 */
export const listConcernsOfChild: View<z.infer<typeof byId>, ChildConcernRow, ChildConcernPage> = {
  verb: 'list-concerns-of-child',
  shape: 'page',
  fields: ['ref', 'reportedAt', 'status', 'urgency', 'triageOutcome', 'takenByName', 'concernPerson.role'],
  params: byId,
  query: concernsOfChild,
  values: ({ id }) => ({ child: id }),
  present(rows, { params: { id: child } }) {
    const all = rows.filter(({ id }, n) => rows.findIndex((row) => row.id === id) === n);
    const first = all.sort(newestFirst).slice(0, mostOfChild);
    const about = first.filter(({ isAbout }) => isAbout === 1).map(presentAbout);
    const named = first.filter(({ isAbout }) => isAbout !== 1).map((row) => presentNamed(row, rows));
    const answer = { about, named, more: all.length > mostOfChild };
    return { answer, ids: [child, ...[...about, ...named].map(({ id }) => id)] };
  },
};

const newestFirst = (one: ChildConcernRow, other: ChildConcernRow) =>
  one.reportedAt === other.reportedAt ? 0 : one.reportedAt < other.reportedAt ? 1 : -1;

function presentAbout(row: ChildConcernRow): ChildConcern {
  const { id, ref, reportedAt, status, urgency, triageOutcome, takenByName, role } = row;
  return {
    ...{ id, ref: ref ?? '', reportedAt, status, urgency, filed: filedOf(row) },
    ...(triageOutcome !== null && { triageOutcome }),
    ...(takenByName !== null && { takenByName }),
    ...(role !== null && { role }),
  };
}

function presentNamed({ id, ref, reportedAt }: ChildConcernRow, rows: readonly ChildConcernRow[]): ChildNamedIn {
  const roles = rows.flatMap((row) => (row.id === id && row.role !== null ? [row.role] : [])).sort();
  return { id, ref: ref ?? '', reportedAt, roles };
}
