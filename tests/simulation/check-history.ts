import { judgeActs } from '../crash/judge-acts.ts';
import type { CallMade, History, Remains } from './history.ts';

export const rules = [
  'effect',
  'order',
  'retry-after',
  'ceiling',
  'projection',
  'journal',
  'chain',
  'tenant',
  'told',
  'stopped-told',
  'drained',
] as const;
export type Rule = (typeof rules)[number];

export interface Violation {
  readonly rule: Rule;
  readonly what: string;
}

/** Holds a history against every rule. Pure: what is found is found again. */
export function checkHistory(history: History): readonly Violation[] {
  return [
    ...history.remains.flatMap((remains) => ofTenant(history, remains)),
    ...[...new Set(history.calls.map(({ tenant }) => tenant))].flatMap((tenant) => {
      const calls = history.calls.filter((call) => call.tenant === tenant);
      return [...insideRests(calls), ...overCeiling(calls, history.ceiling)];
    }),
  ];
}

const all = (rule: Rule, found: readonly string[]): readonly Violation[] => found.map((what) => ({ rule, what }));

function ofTenant({ acts }: History, remains: Remains): readonly Violation[] {
  const { tenant, stopped, delivered } = remains;
  const ours = acts.filter((act) => act.tenant === tenant);
  const { lost, doubled, disordered, journal } = judgeActs(ours, remains);
  // What waits behind a conflict is not lost: a person has been told, and decides.
  const standing = new Set(ours.filter((act) => stopped.includes(act.case)).flatMap((act) => act.traces));
  const reached = new Set(delivered);
  return [
    ...all('effect', [
      ...lost.filter((trace) => !standing.has(trace)).map((trace) => `lost: ${trace}`),
      ...doubled.map((trace) => `doubled: ${trace}`),
    ]),
    ...all('order', disordered),
    ...all('journal', journal),
    ...all('chain', remains.chainIntact ? [] : [`of tenant ${tenant}`]),
    ...all(
      'projection',
      remains.apart
        .filter(({ id }) => !stopped.includes(id))
        .map(({ record, id, column }) => `${column} of ${record} ${id}`),
    ),
    ...all(
      'tenant',
      remains.marks.filter((mark) => mark !== markOf(tenant)).map((mark) => `${mark} in tenant ${tenant}`),
    ),
    ...all(
      'told',
      ours.flatMap((act) => act.tells.map((person) => `${person} ${act.case}`)).filter((card) => !reached.has(card)),
    ),
    ...all(
      'stopped-told',
      stopped.filter((id) => !remains.toldOfStopped.includes(id)),
    ),
    ...all('drained', remains.waiting > 0 ? [`${remains.waiting} wait in tenant ${tenant}`] : []),
  ];
}

/** What every text of a tenant bears in a run. */
export const markOf = (tenant: number): string => `tenant-${tenant}`;

/** Calls that left while an answer that had come asked to be left alone. */
function insideRests(calls: readonly CallMade[]): readonly Violation[] {
  const rests = calls.flatMap(({ heard, heardAt, asked }) =>
    heard === undefined || heardAt === undefined || asked === undefined ? [] : [{ heard, until: heardAt + asked }],
  );
  return calls
    .filter(({ sent, sentAt }) => rests.some(({ heard, until }) => sent > heard && sentAt < until))
    .map(({ sentAt }) => ({ rule: 'retry-after', what: `a call at ${sentAt} s` }));
}

const minute = 60;

/** Minutes in which more was spent than the ceiling allows. */
function overCeiling(calls: readonly CallMade[], ceiling: number): readonly Violation[] {
  const inOrder = calls.toSorted((a, b) => a.sentAt - b.sentAt);
  return inOrder.flatMap(({ sentAt }, n): readonly Violation[] => {
    const window = inOrder.slice(n).filter((call) => call.sentAt < sentAt + minute);
    const spent = window.reduce((sum, { units }) => sum + units, 0);
    return spent > ceiling ? [{ rule: 'ceiling', what: `${spent} units in the minute from ${sentAt} s` }] : [];
  });
}
