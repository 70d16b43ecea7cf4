import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { ActionPage, ConcernActions, OwnAction, OwnerPage } from './contract.ts';
import type { actionStatus } from './fields.ts';
import { presentAction, presentOwn, presentOwners } from './present.ts';
import {
  actionOutside,
  actionsOfConcern,
  actionToVerify,
  openActions,
  ownActions,
  ownersOfConcern,
  timeAsked,
} from './queries.ts';
import type { ActionRow, OutsideRow, OwnerRow, TimeAskedRow, ToVerifyRow } from './queries.ts';
import { schoolDay } from '../../records/school-day.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;
const nothing = z.strictObject({});

const ofCircle = [
  'concernRef',
  'what',
  'whatOutside',
  'ownerName',
  'dueOn',
  'priority',
  'status',
  'doneNote',
  'reason',
];
const ofOwner = ['whatOutside', 'dueOn', 'priority', 'status'];

export const listActionsOfConcern: View<ById, ActionRow, ConcernActions> = {
  verb: 'list-actions-of-concern',
  shape: 'page',
  fields: ofCircle,
  params: byId,
  query: actionsOfConcern,
  values: ({ id }) => ({ concern: id }),
  present: (rows, seen) => ({
    answer: {
      items: rows.map((row) => presentAction(row, seen)),
      // The list may be empty, so the school is one of those where this person works.
      add: seen.actor.grants.some(({ school }) => seen.may('create-action', { school })),
    },
    ids: rows.map(({ id }) => id),
  }),
};

/** What is not closed at the schools one leads, also what waits to be verified. */
export const listOpenActions: View<Record<string, never>, ActionRow, ActionPage> = {
  verb: 'list-open-actions',
  shape: 'page',
  fields: ofCircle,
  params: nothing,
  query: openActions,
  values: () => ({}),
  present: (rows, seen) => ({
    answer: { items: rows.map((row) => presentAction(row, seen)) },
    ids: rows.map(({ id }) => id),
  }),
};

export const listOwnActions: View<Record<string, never>, OutsideRow, { readonly items: readonly OwnAction[] }> = {
  verb: 'list-own-actions',
  shape: 'page',
  fields: ofOwner,
  params: nothing,
  query: ownActions,
  values: (_params, actor) => ({ owner: actor.person }),
  present: (rows, seen) => ({
    answer: { items: rows.map((row) => presentOwn(row, seen)) },
    ids: rows.map(({ id }) => id),
  }),
};

export const readOwnAction: View<ById, OutsideRow, OwnAction> = {
  verb: 'read-own-action',
  shape: 'one',
  fields: ofOwner,
  params: byId,
  query: actionOutside,
  values: ({ id }) => ({ id }),
  present: (rows, seen) => first(rows, (row) => presentOwn(row, seen)),
};

/** What a lead's card says: no word of what it was about. */
export interface ToVerify {
  readonly id: string;
  readonly ref: string;
  readonly concernId: string;
  readonly status: keyof typeof actionStatus;
  readonly doneByName?: string;
  readonly verifiedByName?: string;
}

export const readActionToVerify: View<ById, ToVerifyRow, ToVerify> = {
  verb: 'read-action-to-verify',
  shape: 'one',
  fields: ['ref', 'status', 'doneByName', 'verifiedByName'],
  params: byId,
  query: actionToVerify,
  values: ({ id }) => ({ id }),
  present: (rows) =>
    first(rows, ({ id, ref, concernId, status, doneByName, verifiedByName }) => ({
      id,
      ref: ref ?? '',
      concernId,
      status,
      ...(doneByName !== null && { doneByName }),
      ...(verifiedByName !== null && { verifiedByName }),
    })),
};

/** What the card says of a lead who is asked for time: no word of what it is about. */
export interface TimeAsked {
  readonly id: string;
  readonly ref: string;
  readonly concernId: string;
  readonly ownerName: string;
  readonly dueOn: string;
  /** While nobody has answered. */
  readonly until?: string;
}

export const readTimeAsked: View<ById, TimeAskedRow, TimeAsked> = {
  verb: 'read-time-asked',
  shape: 'one',
  fields: ['ref', 'ownerName', 'dueOn', 'timeAskedUntil'],
  params: byId,
  query: timeAsked,
  values: ({ id }) => ({ id }),
  present: (rows) =>
    first(rows, ({ id, ref, concernId, ownerName, dueOn, timeAskedUntil }) => ({
      ...{ id, ref: ref ?? '', concernId, ownerName, dueOn },
      ...(timeAskedUntil !== null && { until: timeAskedUntil }),
    })),
};

export const listActionOwners: View<ById, OwnerRow, OwnerPage> = {
  verb: 'list-action-owners',
  // A concern that one may not see is not found: an empty list would be a look, and would be journalled as one.
  shape: 'one',
  fields: ['staffMember.name', 'staffMember.job', 'roleGrant.role'],
  params: byId,
  query: ownersOfConcern,
  values: ({ id }, _actor, now) => ({ concern: id, today: schoolDay(now) }),
  present: (rows, { params }) => ({ answer: { items: presentOwners(rows) }, ids: [params.id] }),
};

/** `read` has made sure that there is a row. */
function first<R extends { id: string }, O>(rows: readonly R[], present: (row: R) => O) {
  const [row] = rows;
  if (!row) throw new Error('a view of one record was asked to present none');
  return { answer: present(row), ids: [row.id] };
}
