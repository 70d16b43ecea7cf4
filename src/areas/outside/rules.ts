import type { Change } from '../../perform/types.ts';
import type { RecordType } from '../../records/define-record.ts';
import { schemaOf } from '../../records/schema.ts';
import type { Difference, DifferenceValue, Filed, SettleRequest } from '../concerns/contract.ts';

/** One field that an act in Lantern and somebody in SharePoint both changed, as JSON; without any, one row without a field. */
export type ConflictRow = { readonly [K in 'field' | 'base' | 'ours' | 'theirs']: string | null };

/** Whether what somebody wrote into a field in SharePoint can stand. */
export type Takeable = (field: string, value: unknown) => boolean;

/** Whether a value could have been written by Lantern: it takes over nothing else. */
export const takeableOf =
  ({ fields }: RecordType): Takeable =>
  (name, value) => {
    const declared = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!declared) return false;
    if (value === null) return !('required' in declared);
    return schemaOf({ value: declared }).safeParse({ value }).success;
  };

/** What stands in the way of filing: field by field what both sides hold. */
export const presentDifferences = (rows: readonly ConflictRow[], takeable: Takeable): readonly Difference[] =>
  rows.flatMap(({ field, base, ours, theirs }) => {
    if (field === null) return [];
    const [lantern, sharepoint] = [valueIn(ours), valueIn(theirs)];
    const before = base === null ? {} : { before: valueIn(base) };
    return [{ field, ...before, lantern, sharepoint, takeable: takeable(field, sharepoint) }];
  });

/**
 * How the stopped filing of a record goes on as somebody has chosen: what they keep of SharePoint becomes Lantern's too. Without
 * differences it is only tried again.
 * @param keep field name -> whose value shall stand
 * @returns undefined while a field is left open, or one is chosen that is not disputed or cannot stand
 */
export function settlementOf(
  type: RecordType,
  { id, rev }: { readonly id: string; readonly rev: number },
  rows: readonly ConflictRow[],
  keep: SettleRequest['keep'],
  takeable: Takeable,
): Change | undefined {
  const open = presentDifferences(rows, takeable);
  const isOpen = (name: string) => open.some(({ field }) => field === name);
  const decided = open.every(
    (one) => keep[one.field] === 'lantern' || (keep[one.field] === 'sharepoint' && one.takeable),
  );
  if (!decided || !Object.keys(keep).every(isOpen)) return undefined;
  const heldThere = (whose: 'lantern' | 'sharepoint'): Readonly<Record<string, DifferenceValue>> =>
    Object.fromEntries(
      open.filter(({ field }) => keep[field] === whose).map(({ field, sharepoint }) => [field, sharepoint]),
    );
  const [ours, theirs] = [heldThere('lantern'), heldThere('sharepoint')];
  const adopted = Object.keys(theirs).length > 0;
  return {
    put: adopted ? [{ kind: 'update', type, id, rev, values: theirs }] : [],
    settle: { type, id, drop: Object.keys(theirs), base: ours },
    entries: [{ about: id, what: 'filing-settled' }],
    effects: [{ kind: 'refresh', to: '', about: id }],
  };
}

/** What is wrong with a choice that settles nothing. */
export const unsettled = {
  ok: false,
  problem: { code: 'invalid-input', fields: [{ name: 'keep', message: 'Choose for each line what shall stand.' }] },
} as const;

const valueIn = (json: string | null) => JSON.parse(json ?? 'null') as DifferenceValue;

/** Where a record lies: with Lantern, in SharePoint too, or on the way there until somebody decides. */
export function filedOf({ rev, filedRev, stopped, removedAt }: Filing): Filed {
  // A row that somebody deleted there is filed no more.
  if (filedRev === rev && removedAt === null) return 'filed';
  return stopped === null ? 'received' : 'stopped';
}
interface Filing {
  readonly rev: number;
  readonly filedRev: number;
  readonly stopped: string | null;
  readonly removedAt: string | null;
}
