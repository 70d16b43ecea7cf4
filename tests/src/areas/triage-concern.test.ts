import { describe, expect, it } from 'vitest';
import { noCases } from '../../../src/access/actor.ts';
import type { Actor } from '../../../src/access/types.ts';
import {
  concernStatus,
  lowLevelFiling,
  parentContactState,
  team,
  triageOutcome,
} from '../../../src/areas/concerns/fields.ts';
import { fileLowLevel } from '../../../src/areas/concerns/file-low-level.ts';
import type { ActionOrder } from '../../../src/areas/actions/rules.ts';
import type { Judgement } from '../../../src/areas/concerns/judgement.ts';
import type { Concern } from '../../../src/areas/concerns/record.ts';
import { isOpenTo, stateForReporter, type ConcernAct } from '../../../src/areas/concerns/rules.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { people } from '../../support/kernel.ts';

type Outcome = keyof typeof triageOutcome;
type Status = keyof typeof concernStatus;

const subject: Concern = {
  id: 'c1',
  school: 'a',
  ref: 'C-2026-0142',
  rev: 2,
  filed: true,
  status: 'acknowledged',
  urgency: 'within-24h',
  source: 'staff-observation',
  childAsTyped: 'Ellie',
  childState: 'resolved',
  childName: 'Ellie Marsden',
  yearGroup: 'Year 7',
  words: 'She had no coat.',
  safeNow: 'yes',
  whenAsTyped: 'just now',
  reportedAt: '2026-12-10T08:05:00.000Z',
  reporterId: people.daniel.person,
  reporterName: 'Daniel Osei',
  reporterRecognised: true,
  takenById: people.tom.person,
  takenByName: 'Tom Whitlock',
  takenAt: '2026-12-10T08:09:00.000Z',
};
const holders = Object.keys(team).map((role, i) => ({
  personId: `team-${i}`,
  personName: `Team ${i}`,
  role: role as keyof typeof team,
}));
const actor: Actor = {
  ...people.priya,
  grants: [{ role: 'dsl', school: 'a' }],
  school: 'a',
  recognised: true,
  given: noCases,
  circle: [],
  kept: noCases,
};
let n = 0;
const context = { actor, now: '2026-12-10T09:00:00.000Z', newId: () => `new-${++n}` };

const whole = {
  levelOfNeed: '2-additional',
  action: { what: 'Ring home.', owner: people.tom.person, priority: 'today' },
  nextStep: 'Tom speaks with her form tutor today.',
  line: 'Ellie may come in upset this week.',
  childVoice: 'She says that she is fine.',
} as const;
type Part = keyof typeof whole;

/** What each outcome asks for and leads to, written a second time and by hand. */
const expected: Readonly<
  Record<Outcome, { readonly asks: readonly Part[]; readonly status: Status; readonly to?: string }>
> = {
  'immediate-referral': { asks: ['levelOfNeed', 'action'], status: 'in-action' },
  referral: { asks: ['levelOfNeed', 'action'], status: 'in-action' },
  'early-help': { asks: ['levelOfNeed', 'action'], status: 'in-action' },
  'in-school-support': { asks: ['levelOfNeed', 'action'], status: 'in-action' },
  monitor: { asks: ['levelOfNeed', 'action'], status: 'monitoring' },
  'route-pastoral': { asks: ['levelOfNeed', 'line'], status: 'routed-elsewhere', to: 'pastoral-lead' },
  'route-behaviour': { asks: ['levelOfNeed', 'line'], status: 'routed-elsewhere', to: 'behaviour-lead' },
  'route-send': { asks: ['levelOfNeed', 'line'], status: 'routed-elsewhere', to: 'senco' },
  'route-attendance': { asks: ['levelOfNeed', 'line'], status: 'routed-elsewhere', to: 'attendance-lead' },
  'route-online-safety': { asks: ['levelOfNeed', 'line'], status: 'routed-elsewhere', to: 'online-safety-lead' },
  'staff-concern-register': { asks: ['nextStep'], status: 'routed-elsewhere' },
  'no-further-action-reasoned': { asks: ['levelOfNeed', 'childVoice'], status: 'closed' },
};
const outcomes = Object.keys(triageOutcome) as Outcome[];

type Said = Omit<Judgement, 'actionRef'> & { readonly action?: ActionOrder };
const said = (outcome: Outcome, parts: readonly Part[] = expected[outcome].asks): Said => ({
  outcome,
  urgency: 'routine',
  reason: 'It is the third time this month.',
  parents: 'informed',
  ...Object.fromEntries(parts.map((part) => [part, whole[part]])),
});
/** Tom, who leads at the school, and the number of the next action. */
const owner = { staff: [{ school: 'a', name: 'Tom Whitlock' }], roles: [{ school: 'a', role: 'deputy' }], number: 7 };
const nothing: readonly { readonly status: 'open' | 'verified' }[] = [];
const decide = (judgement: Said, of: Concern = subject, known = holders, actions = nothing) =>
  triageConcern.decide(
    { subject: of, holders: known, actions, ...(judgement.action && owner) },
    { concern: of.id, rev: of.rev, ...judgement },
    context,
  );

function change(judgement: Said, of?: Concern) {
  const decision = decide(judgement, of);
  if (!decision.ok) throw new Error(JSON.stringify(decision.problem));
  return decision.change;
}
const faults = (judgement: Said, known = holders, actions = nothing) => {
  const decision = decide(judgement, subject, known, actions);
  return decision.ok ? [] : (decision.problem.fields ?? []).map(({ name }) => name);
};
const concernPatch = (judgement: Said, of?: Concern) =>
  change(judgement, of).put.find(({ type }) => type.name === 'concern')?.values ?? {};

describe.each(outcomes)('the judgement %s', (outcome) => {
  it('puts the concern where it belongs, and keeps the decision with its reason beside it', () => {
    const { put } = change(said(outcome));
    expect(put.at(-1)).toMatchObject({ kind: 'update', id: 'c1', values: { status: expected[outcome].status } });
    const decision = put.find(({ type }) => type.name === 'concernDecision');
    expect(decision?.values).toMatchObject({
      what: 'judged',
      outcome,
      reason: 'It is the third time this month.',
      decidedByName: 'Priya Raman',
      decidedAt: context.now,
    });
    expect(decision?.values).not.toHaveProperty('line');
  });

  it('asks for exactly what belongs to it', () => {
    for (const part of Object.keys(whole) as Part[]) {
      const without = expected[outcome].asks.filter((other) => other !== part);
      expect(faults(said(outcome, without))).toEqual(expected[outcome].asks.includes(part) ? [part] : []);
    }
  });

  it('gives a line to the team that it names and to nobody else', () => {
    const { put, effects } = change(said(outcome));
    const lines = put.filter(({ type }) => type.name === 'routedLine').map(({ values }) => values);
    const { to } = expected[outcome];
    expect(lines.map(({ toRole }) => toRole)).toEqual(to ? [to] : []);
    const told = effects.filter(({ kind }) => kind === 'line-routed').map((effect) => effect.to);
    expect(told).toEqual(holders.filter(({ role }) => role === to).map(({ personId }) => personId));
    if (to) expect(lines[0]).toMatchObject({ line: whole.line, childName: 'Ellie Marsden', yearGroup: 'Year 7' });
    else expect(faults({ ...said(outcome), line: 'For nobody' })).toEqual(['line']);
  });

  it('tells the reporter no judgement and no end', () => {
    const { status } = expected[outcome];
    const words = stateForReporter({ status, triageOutcome: outcome, takenByName: 'Priya Raman' });
    expect(words).not.toMatch(/closed|no further|judg|refer|monitor/i);
    if (outcome === 'staff-concern-register') expect(words).not.toContain('Priya');
  });
});

describe('a judgement', () => {
  it('needs a reason where parents or carers were not told', () => {
    for (const parents of Object.keys(parentContactState) as (keyof typeof parentContactState)[]) {
      expect(faults({ ...said('monitor'), parents })).toEqual(parents === 'informed' ? [] : ['parentsReason']);
      expect(faults({ ...said('monitor'), parents, parentsReason: 'It would put her at risk.' })).toEqual([]);
    }
  });

  it('sets its action in the same act, and names it in the decision', () => {
    const { put, effects } = change(said('referral'));
    expect(put[0]).toMatchObject({
      ...{ kind: 'create', ref: 'A-2026-0007' },
      values: { concernId: 'c1', ownerName: 'Tom Whitlock', status: 'open', what: 'Ring home.' },
    });
    expect(put.find(({ type }) => type.name === 'concernDecision')?.values).toMatchObject({ actionRef: 'A-2026-0007' });
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'action-given', to: people.tom.person }));
  });

  it('asks for no other action while one is open, and for one when all are closed', () => {
    const without = said('referral', ['levelOfNeed']);
    expect(faults(without, holders, [{ status: 'open' }])).toEqual([]);
    expect(faults(without, holders, [{ status: 'verified' }])).toEqual(['action']);
  });

  it('says at once what the judgement lacks and what its action lacks', () => {
    const action = { what: 'Ring home.', owner: people.zoe.person, priority: 'planned' } as const;
    const { levelOfNeed: _none, ...lacking } = { ...said('referral'), action };
    const outsider = {
      staff: [{ school: 'a', name: 'Zoe Lund' }],
      roles: [],
      number: 7,
      actions: [],
      subject,
      holders,
    };
    const decision = triageConcern.decide(outsider, { concern: 'c1', rev: 2, ...lacking }, context);
    const names = decision.ok ? [] : (decision.problem.fields ?? []).map(({ name }) => name);
    expect(names).toEqual(['whatOutside', 'dueOn', 'levelOfNeed']);
  });

  it('is refused where nobody would read the line', () => {
    expect(
      faults(
        said('route-send'),
        holders.filter(({ role }) => role !== 'senco'),
      ),
    ).toEqual(['outcome']);
  });

  it('takes what nobody had taken, and leaves who had and when', () => {
    const { takenById: _id, takenByName: _name, takenAt: _at, ...untaken } = subject;
    const taken = { takenById: people.priya.person, takenByName: 'Priya Raman', takenAt: context.now };
    expect(concernPatch(said('monitor'), { ...untaken, status: 'submitted' })).toMatchObject(taken);
    expect(concernPatch(said('monitor'))).not.toHaveProperty('takenAt');
  });

  it('does not move the time of the first one, nor keep a next step that it does not name', () => {
    const again: Concern = {
      ...subject,
      status: 'monitoring',
      triagedAt: '2026-12-09T09:00:00.000Z',
      nextStep: 'Watch.',
    };
    expect(concernPatch(said('no-further-action-reasoned'), again)).toMatchObject({ status: 'closed', nextStep: '' });
    expect(concernPatch(said('no-further-action-reasoned'), again)).not.toHaveProperty('triagedAt');
    expect(concernPatch(said('monitor'))).toMatchObject({ triagedAt: context.now });
  });

  it('rests on what the person saw', () => {
    expect(
      triageConcern.decide(
        { subject, holders, actions: [], ...owner },
        { concern: 'c1', rev: 1, ...said('monitor') },
        context,
      ),
    ).toMatchObject({ problem: { code: 'changed-meanwhile' } });
  });
});

describe('filing as low-level', () => {
  const file = (as: keyof typeof lowLevelFiling, of: Concern = subject) =>
    fileLowLevel.decide({ subject: of, holders }, { concern: of.id, rev: of.rev, as }, context);

  it.each(['monitor', 'no-further-action'] as const)('as %s is a whole judgement, prepared', (as) => {
    const decision = file(as);
    if (!decision.ok) throw new Error(JSON.stringify(decision.problem));
    expect(decision.change.put[0]?.values).toMatchObject({ what: 'judged', ...lowLevelFiling[as] });
  });

  it('is refused where the child may not be safe, or somebody is in danger', () => {
    expect(file('monitor', { ...subject, safeNow: 'no' })).toMatchObject({ problem: { code: 'invalid-input' } });
    expect(file('monitor', { ...subject, urgency: 'immediate-danger' })).toMatchObject({ ok: false });
  });

  it('is done once: what has been judged is judged anew in full', () => {
    expect(file('monitor', { ...subject, status: 'monitoring' })).toMatchObject({ problem: { code: 'already-done' } });
  });
});

/** Which acts each status admits, written a second time and by hand. */
const open: Readonly<Record<Status, readonly ConcernAct[]>> = {
  submitted: ['take-concern', 'triage-concern', 'file-low-level', 'escalate-concern', 'mark-misfiled'],
  acknowledged: ['triage-concern', 'file-low-level', 'hand-over-concern', 'escalate-concern', 'mark-misfiled'],
  'in-action': ['triage-concern', 'hand-over-concern', 'escalate-concern', 'mark-misfiled'],
  monitoring: ['triage-concern', 'hand-over-concern', 'escalate-concern', 'mark-misfiled'],
  'routed-elsewhere': ['triage-concern', 'hand-over-concern', 'escalate-concern', 'mark-misfiled'],
  closed: ['triage-concern', 'mark-misfiled'],
  misfiled: [],
};
const acts = [
  'take-concern',
  'triage-concern',
  'file-low-level',
  'hand-over-concern',
  'escalate-concern',
  'mark-misfiled',
] as const;

it.each(Object.keys(concernStatus) as Status[])('the status %s admits the acts that it should', (status) => {
  expect(acts.filter((act) => isOpenTo(status, act))).toEqual(acts.filter((act) => open[status].includes(act)));
});

it('a status that this version does not know admits nothing', () => {
  expect(acts.filter((act) => isOpenTo('constructor', act) || isOpenTo('With the police', act))).toEqual([]);
});

it('every status is reached by some act', () => {
  const reached = new Set([
    'submitted',
    'acknowledged',
    'misfiled',
    ...outcomes.map((outcome) => expected[outcome].status),
  ]);
  expect([...reached].sort()).toEqual(Object.keys(concernStatus).sort());
});
