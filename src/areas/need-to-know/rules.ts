import type { Effect } from '../../perform/types.ts';
import type { Instant } from '../../ports/clock.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import type { KeptRow } from './queries.ts';
import { caseAccess } from './record.ts';

/** Somebody who holds a role. */
export interface Holder {
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  /** On which days they are asked first. */
  readonly days?: string | null;
}

/** Whom any of these children is kept away from by a conflict of interest. */
export const keptFrom = (conflicts: readonly KeptRow[], children: readonly string[]): ReadonlySet<string> =>
  new Set(conflicts.filter(({ childId }) => children.includes(childId)).map(({ personId }) => personId));

/** Who reads a concern when no lead may, on any day, for they are given it: the head, or else whoever keeps safeguarding's records. */
export function standIns(holders: readonly Holder[], kept: ReadonlySet<string>): readonly Holder[] {
  const free = holders.filter(({ personId }) => !kept.has(personId));
  const [heads, keepers] = ['head', 'safeguarding-administrator'].map((role) =>
    free.filter((one) => one.role === role),
  );
  const chosen = heads && heads.length > 0 ? heads : (keepers ?? []);
  return chosen.filter(({ personId }, n) => chosen.findIndex((one) => one.personId === personId) === n);
}

/** By whom Lantern itself gives a case, so that each has somebody who can read it. No person can bear this id. */
export const lanternId = 'lantern';

/** A case given by Lantern, because no lead may see it: the record, and that they are told. */
export function givenByLantern(
  { concern, school, to }: { readonly concern: string; readonly school: string; readonly to: Holder },
  { now, newId }: { readonly now: Instant; newId(): string },
): { readonly put: RecordPatch; readonly effect: Effect } {
  const id = newId();
  const put = create(
    caseAccess,
    { id, school },
    {
      ...{ kind: 'circle', personId: to.personId, personName: to.personName, concernId: concern, givenAt: now },
      reason: 'No safeguarding lead of the school may see it: each of them has a conflict of interest.',
      ...{ givenById: lanternId, givenByName: 'Lantern' },
    },
  );
  return { put, effect: { kind: 'case-given', to: to.personId, about: id } };
}

/** Whether something holds at a moment; the same that `inForce` asks in SQL. */
export const holds = (
  row: { readonly kind: string; readonly endedAt: string | null; readonly until: string | null },
  now: Instant,
): boolean =>
  row.endedAt === null && (row.kind === 'conflict' || row.kind === 'subject' || row.until === null || row.until > now);
