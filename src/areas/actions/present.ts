import type { Instant } from '../../ports/clock.ts';
import type { ActionItem, OwnAction, Owner } from './contract.ts';
import type { ActionRow, OutsideRow, OwnerRow } from './queries.ts';
import { isOverdue, mayVerify, nextStatus, type ActionAct } from './rules.ts';

export interface Seeing {
  readonly actor: { readonly person: string };
  readonly now: Instant;
  may(verb: string, record: object): boolean;
}

const abilityOf =
  (row: ActionRow | OutsideRow, may: Seeing['may']) =>
  (act: ActionAct): boolean =>
    nextStatus(row, act) !== undefined && may(act, row);

/** An action as its owner sees it, field by field: not a word of the circle's, not even which concern it belongs to. */
export function presentOwn(row: OutsideRow, { now, may }: Pick<Seeing, 'now' | 'may'>): OwnAction {
  const can = abilityOf(row, may);
  return {
    id: row.id,
    rev: row.rev,
    ref: row.ref ?? '',
    ...(row.whatOutside !== null && { whatOutside: row.whatOutside }),
    priority: row.priority,
    status: row.status,
    dueOn: row.dueOn,
    overdue: isOverdue(row, now),
    abilities: { accept: can('accept-action'), complete: can('complete-action') },
  };
}

/** An action as the circle sees it. What became of it is shown only while it stands so. */
export function presentAction(row: ActionRow, { actor, now, may }: Seeing): ActionItem {
  const can = abilityOf(row, may);
  const done = row.status === 'done-unverified' || row.status === 'verified';
  return {
    ...presentOwn(row, { now, may }),
    concernId: row.concernId,
    concernRef: row.concernRef,
    what: row.what,
    ownerName: row.ownerName,
    mine: row.ownerId === actor.person,
    createdByName: row.createdByName,
    ...(done && row.doneByName !== null && { doneByName: row.doneByName }),
    ...(done && row.doneAt !== null && { doneAt: row.doneAt }),
    ...(done && row.doneNote !== null && { doneNote: row.doneNote }),
    ...(wasVerified(row) && { verifiedByName: row.verifiedByName ?? '', verifiedAt: row.verifiedAt ?? '' }),
    ...(!done && row.reason !== null && { reason: row.reason }),
    abilities: {
      accept: can('accept-action'),
      complete: can('complete-action'),
      verify: can('verify-action') && mayVerify(row, actor.person),
      reopen: can('reopen-action'),
      cancel: can('cancel-action'),
    },
  };
}

/** A verification from before a reopening counts no longer. */
const wasVerified = ({ status, verifiedAt, doneAt }: ActionRow) =>
  status === 'verified' && verifiedAt !== null && doneAt !== null && verifiedAt >= doneAt;

export const presentOwners = (rows: readonly OwnerRow[]): readonly Owner[] =>
  rows.flatMap(({ personId, name, job, lead }) =>
    personId === null
      ? []
      : [{ id: personId, name: name ?? '', ...(job !== null && { job }), leads: Number(lead) > 0 }],
  );
