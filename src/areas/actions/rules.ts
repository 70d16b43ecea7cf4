import { z } from 'zod';
import type { Context, Effect } from '../../perform/types.ts';
import type { Instant } from '../../ports/clock.ts';
import type { ChoiceOf } from '../../records/fields.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { refOf, yearOf } from '../../records/reference.ts';
import { schoolDay } from '../../records/school-day.ts';
import { isLead } from '../people/rules.ts';
import { actionFields, actionPriority, type actionStatus } from './fields.ts';
import { actionCounterOf } from './action-counter-of.ts';
import { action } from './record.ts';

export type ActionStatus = keyof typeof actionStatus;
export type ActionPriority = ChoiceOf<typeof actionFields.priority>;
export type ActionAct =
  | 'accept-action'
  | 'complete-action'
  | 'verify-action'
  | 'reopen-action'
  | 'cancel-action'
  | 'ask-for-time'
  | 'answer-time';

/** State x act -> next state. An act that has no next state cannot be done in that state. */
export const actionTransitions: Readonly<Record<ActionStatus, Readonly<Partial<Record<ActionAct, ActionStatus>>>>> = {
  open: {
    'accept-action': 'accepted',
    'complete-action': 'done-unverified',
    'cancel-action': 'cancelled-reasoned',
    'ask-for-time': 'open',
    'answer-time': 'open',
  },
  accepted: {
    'complete-action': 'done-unverified',
    'cancel-action': 'cancelled-reasoned',
    'ask-for-time': 'accepted',
    'answer-time': 'accepted',
  },
  'done-unverified': { 'verify-action': 'verified', 'reopen-action': 'open' },
  verified: { 'reopen-action': 'open' },
  'cancelled-reasoned': { 'reopen-action': 'open' },
};

/** Whether somebody has still something to do: the owner, or whoever verifies. */
export const isStillOpen = ({ status }: { readonly status: ActionStatus }): boolean =>
  status === 'open' || status === 'accepted' || status === 'done-unverified';

/** Whether somebody else must see that it was done before it counts as done: where a child's safety hangs on it today. */
export const needsVerifying = (priority: ActionPriority): boolean => priority === 'now' || priority === 'today';

/** The state that an act leads to; undefined where it cannot be done. What needs no verifying is done when its owner says so. */
export function nextStatus(
  { status, priority }: { readonly status: ActionStatus; readonly priority: ActionPriority },
  act: ActionAct,
): ActionStatus | undefined {
  const next = actionTransitions[status][act];
  return next === 'done-unverified' && !needsVerifying(priority) ? 'verified' : next;
}

/** Whoever did it cannot be the one who says that it was done. */
export const mayVerify = ({ doneById }: { readonly doneById?: string | null }, person: string): boolean =>
  doneById !== person;

/** Who is asked to verify: the lead who set it, or all others where that is the very person who did it or leads no longer. */
export function verifiersOf(
  { createdById }: { readonly createdById: string },
  doneById: string,
  leads: readonly { readonly personId: string }[],
): readonly string[] {
  const others = [...new Set(leads.map(({ personId }) => personId))].filter((person) => person !== doneById);
  return others.includes(createdById) ? [createdById] : others;
}

/** `overdue` is derived, never stored: its day at the school has passed and its owner has not said that it is done. */
export const isOverdue = (
  { status, dueOn }: { readonly status: ActionStatus; readonly dueOn: string },
  now: Instant,
): boolean => (status === 'open' || status === 'accepted') && dueOn < schoolDay(now);

/** Counter of the actions of a year. One for all schools of a tenant: whoever sets an action may lead several. */
export const actionCounter = (now: Instant): string => actionCounterOf(yearOf(now));

/** What somebody says who sets an action. */
export const actionOrder = z.strictObject({
  what: z.string().trim().min(1, 'Write what is to be done.').max(actionFields.what.max),
  whatOutside: z.exactOptional(z.string().trim().max(actionFields.whatOutside.max)),
  /** Entra object id. */
  owner: z.string(),
  priority: z.enum(Object.keys(actionPriority) as [ActionPriority]),
  /** `YYYY-MM-DD` at the school; needed where the priority does not say it. */
  dueOn: z.exactOptional(z.iso.date('Choose the day by which it is to be done.')),
});
export type ActionOrder = z.infer<typeof actionOrder>;

/** What is known of whoever shall own an action: where they work and which roles they hold there. */
export interface ActionOwner {
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly roles: readonly { readonly school: string; readonly role: string }[];
  /** A row where a conflict of interest keeps them from the concern. */
  readonly kept: readonly object[];
}

type Fault = { readonly name: keyof ActionOrder; readonly message: string };

/** Why an action cannot be set like this; empty when it can. */
export function faultsOfOrder(
  order: ActionOrder,
  { staff, roles, kept }: ActionOwner,
  school: string,
  now: Instant,
): readonly Fault[] {
  const leads = roles.some((held) => held.school === school && isLead(held));
  const due = dueOf(order, now);
  const faults: readonly (Fault | false)[] = [
    !staff.some((place) => place.school === school) && { name: 'owner', message: 'Choose somebody of this school.' },
    kept.length > 0 && { name: 'owner', message: 'Choose somebody else: they have a conflict of interest here.' },
    !leads &&
      !order.whatOutside && {
        name: 'whatOutside',
        message: 'Write what the owner is told: no name and nothing of what was said.',
      },
    due === undefined && { name: 'dueOn', message: 'Choose the day by which it is to be done.' },
    due !== undefined && due < schoolDay(now) && { name: 'dueOn', message: 'Choose today or a later day.' },
  ];
  return faults.filter((fault) => fault !== false);
}

/** `now` and `today` mean today, whatever else was chosen. */
const dueOf = ({ priority, dueOn }: ActionOrder, now: Instant) => (needsVerifying(priority) ? schoolDay(now) : dueOn);

/** The concern that an action belongs to, and the next number of `actionCounter`. */
export interface ActionPlace {
  readonly concern: { readonly id: string; readonly ref?: string; readonly school: string };
  readonly number: number;
  /** The point of a meeting under which it was agreed. */
  readonly point?: string;
}

/** A new action: the record, and who is told of it. */
export interface NewAction {
  readonly id: string;
  readonly ref: string;
  readonly put: RecordPatch;
  readonly effects: readonly Effect[];
}

/**
 * A new action, to be put in the same change as whatever gives rise to it.
 * @param order one in which `faultsOfOrder` has found nothing
 */
export function newAction(
  { concern, number, point }: ActionPlace,
  order: ActionOrder,
  { staff }: ActionOwner,
  { actor, now, newId }: Context,
): NewAction {
  const [id, ref] = [newId(), refOf(action, yearOf(now), number)];
  const put = create(
    action,
    { id, school: concern.school, ref },
    {
      concernId: concern.id,
      concernRef: concern.ref ?? '',
      what: order.what,
      ...(order.whatOutside && { whatOutside: order.whatOutside }),
      ownerId: order.owner,
      ownerName: staff.find((place) => place.school === concern.school)?.name ?? '',
      dueOn: dueOf(order, now) ?? '',
      priority: order.priority,
      status: 'open',
      createdById: actor.person,
      createdByName: actor.name,
      createdAt: now,
      ...(point !== undefined && { pointId: point }),
    },
  );
  const told = order.owner !== actor.person;
  return { id, ref, put, effects: told ? [{ kind: 'action-given', to: order.owner, about: id }] : [] };
}
