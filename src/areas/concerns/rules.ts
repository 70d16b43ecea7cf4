import type { ChoiceOf } from '../../records/fields.ts';
import { keptFrom, standIns, type Holder } from '../need-to-know/rules.ts';
import type { KeptRow } from '../need-to-know/queries.ts';
import { askedFirst, isLead, weekFrom, type WithDays } from '../people/rules.ts';
import { type concernFields, team, triageRules } from './fields.ts';

type Status = ChoiceOf<typeof concernFields.status>;
type SafeNow = ChoiceOf<typeof concernFields.safeNow>;
type Urgency = ChoiceOf<typeof concernFields.urgency>;

/** What is done to a concern as a whole. */
export type ConcernAct =
  'take-concern' | 'triage-concern' | 'file-low-level' | 'hand-over-concern' | 'escalate-concern' | 'mark-misfiled';

/** `as-judged`: the outcome says where it stands then (`triageRules`). `unchanged`: it stays where it is. */
type Transitions = Readonly<
  { 'take-concern'?: Status; 'mark-misfiled'?: Status } & Partial<
    Record<Exclude<ConcernAct, 'take-concern' | 'mark-misfiled'>, 'as-judged' | 'unchanged'>
  >
>;

/** A wrong child may be noticed at any time. */
const always = { 'mark-misfiled': 'misfiled' } as const;
const held = {
  ...always,
  'triage-concern': 'as-judged',
  'escalate-concern': 'unchanged',
  'hand-over-concern': 'unchanged',
} as const;

/**
 * State x act -> next state. An act that has no next state cannot be done in that state. Whoever judges a concern that nobody
 * has taken takes it by that. A judgement may be made anew whenever more is known, after closing too: the old one stays.
 */
export const concernTransitions: Readonly<Record<Status, Transitions>> = {
  submitted: {
    ...always,
    'take-concern': 'acknowledged',
    'triage-concern': 'as-judged',
    'file-low-level': 'as-judged',
    'escalate-concern': 'unchanged',
  },
  acknowledged: { ...held, 'file-low-level': 'as-judged' },
  'in-action': held,
  monitoring: held,
  'routed-elsewhere': held,
  closed: { ...always, 'triage-concern': 'as-judged' },
  // It goes on under the right child.
  misfiled: {},
};

/** Whether an act can be done to a concern as it stands; a status that this version does not know admits none. */
export const isOpenTo = (status: string, act: ConcernAct): boolean =>
  Object.hasOwn(concernTransitions, status) && concernTransitions[status as Status][act] !== undefined;

/** A child who may not be safe is never filed in two presses. */
export const isLowLevel = (concern: { readonly safeNow: SafeNow; readonly urgency: Urgency }): boolean =>
  concern.safeNow !== 'no' && concern.urgency !== 'immediate-danger';

/** An entry whose child is not settled yet is not under a wrong one: there the child is settled. */
export const isMisfilable = ({
  status,
  childState,
}: {
  readonly status: string;
  readonly childState: string;
}): boolean => isOpenTo(status, 'mark-misfiled') && childState !== 'unresolved';

/** How urgent a fresh report is until a lead has judged it: doubt counts as urgent today. */
export const urgencyOfReport: Readonly<Record<SafeNow, Urgency>> = {
  no: 'immediate-danger',
  'not-sure': 'urgent-today',
  yes: 'within-24h',
};

/** The reporter's words for a status: what happens with it, never a judgement; in a matter about staff no name. */
export function stateForReporter(concern: {
  readonly status: string;
  readonly triageOutcome?: ChoiceOf<typeof concernFields.triageOutcome> | null | undefined;
  readonly takenByName?: string | null | undefined;
  readonly continuedAsRef?: string | null | undefined;
}): string {
  switch (concern.status) {
    case 'misfiled':
      return `Goes on as ${concern.continuedAsRef ?? 'another entry'}`;
    case 'in-action':
    case 'monitoring':
      return 'Being acted on';
    case 'routed-elsewhere': {
      const role = concern.triageOutcome ? triageRules[concern.triageOutcome]?.routesTo : undefined;
      return role ? `Passed to the ${midSentence(team[role])}` : 'Passed on to be looked into';
    }
    case 'closed':
      return 'Finished for now. Tell us if anything changes';
    default:
      return concern.takenByName ? `With ${concern.takenByName}` : 'Received';
  }
}

/** `Pastoral team` inside a sentence; initials stay as they are. */
const midSentence = (words: string) =>
  /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/**
 * Whoever is on duty; if nobody is, or only somebody who may not see concerns and so would be told nothing, the leads whose day it
 * is, and on nobody's day all of them.
 * @param today the day at the school, `YYYY-MM-DD`
 * @param but somebody who knows, for it is their own doing
 */
export function toldOf(
  duty: readonly { readonly personId: string }[],
  leads: readonly WithDays[],
  today: string,
  but?: string,
): readonly string[] {
  const onDuty = duty.filter(({ personId }) => leads.some((lead) => lead.personId === personId));
  const others = leads.filter(({ personId }) => personId !== but);
  const told = onDuty.length > 0 ? onDuty : askedFirst(others, today);
  return [...new Set(told.map(({ personId }) => personId))].filter((person) => person !== but);
}

/** Who answers for the concerns of a school: who is on duty, who leads and who stands in, and who has a conflict with whom. */
export interface Answering {
  readonly duty: readonly { readonly personId: string }[];
  readonly holders: readonly Holder[];
  readonly conflicts: readonly KeptRow[];
}

/** Who is told of a concern; `given`: those of them who lead nothing and must be given the case, for no lead may see it. */
export interface Told {
  readonly told: readonly string[];
  readonly given: readonly Holder[];
}

/**
 * Who is told of a concern in which these children are: nobody whom a conflict of interest keeps from one of them.
 * @param today the day at the school, `YYYY-MM-DD`
 */
export function answeringFor(
  { duty, holders, conflicts }: Answering,
  children: readonly string[],
  today: string,
): Told {
  const kept = keptFrom(conflicts, children);
  const free = <T extends { readonly personId: string }>(all: readonly T[]) =>
    all.filter((one) => !kept.has(one.personId));
  const told = toldOf(free(duty), free(holders).filter(isLead), today);
  if (told.length > 0) return { told, given: [] };
  const given = standIns(holders, kept);
  return { told: given.map(({ personId }) => personId), given };
}

/**
 * Who is told when it turns out that more children are in a concern: nobody as long as whoever has it in hand may go on seeing it,
 * or, where nobody has, one of those who were told.
 * @param holder who has it in hand
 * @param today the day at the school, `YYYY-MM-DD`
 */
export function toldAnew(
  answering: Answering,
  before: readonly string[],
  after: readonly string[],
  holder: string | undefined,
  today: string,
): Told & { readonly released: boolean } {
  const kept = keptFrom(answering.conflicts, after);
  const goesOn = everyTelling(answering, before, holder, today).every((knew) => knew.some((one) => !kept.has(one)));
  const released = holder !== undefined && kept.has(holder);
  return goesOn ? { told: [], given: [], released } : { ...answeringFor(answering, after, today), released };
}

/** Who knows of a concern: whoever has it in hand; or, as it does not say on which day it was told, who is told on each day of a week. */
function everyTelling(
  answering: Answering,
  children: readonly string[],
  holder: string | undefined,
  today: string,
): readonly (readonly string[])[] {
  return holder === undefined ? weekFrom(today).map((day) => answeringFor(answering, children, day).told) : [[holder]];
}

/** A concern that is in nobody's hands any more, for whoever had it may not see it. */
export const released = ({ status }: { readonly status: string }) => ({
  ...{ takenById: null, takenByName: null, takenAt: null },
  ...(status === 'acknowledged' && { status: 'submitted' as const }),
});

/** When the newest thing was written that makes a concern worth opening again: the report, an addendum, a handing over. */
export const newestNote = ({
  reportedAt,
  handedOverAt = '',
  addenda,
}: {
  readonly reportedAt: string;
  readonly handedOverAt?: string;
  readonly addenda: readonly { readonly at: string }[];
}): string => [reportedAt, handedOverAt, ...addenda.map(({ at }) => at)].reduce((a, b) => (a > b ? a : b));
