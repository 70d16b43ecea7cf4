import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { listActionsOfConcern } from '../../../src/areas/actions/views.ts';
import { acknowledgeRouted } from '../../../src/areas/concerns/acknowledge-routed.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { escalateConcern } from '../../../src/areas/concerns/escalate-concern.ts';
import { fileLowLevel } from '../../../src/areas/concerns/file-low-level.ts';
import { handOverConcern } from '../../../src/areas/concerns/hand-over-concern.ts';
import { listOtherLeads } from '../../../src/areas/concerns/list-other-leads.ts';
import { listRelatedConcerns } from '../../../src/areas/concerns/list-related-concerns.ts';
import { readHistory } from '../../../src/areas/concerns/read-history.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { listRouted, readRouted } from '../../../src/areas/concerns/routed-views.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { listOwnReports, readConcern } from '../../../src/areas/concerns/views.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, zoe } = people;
let now = '2026-12-10T08:05:00.000Z';
let kernel: Kernel;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  kernel = await startKernel({ now: () => now });
});
afterEach(() => kernel.close());

const answerOf = <O>(result: { ok: true; answer: { answer: O } } | { ok: false }): O => {
  if (!result.ok) throw new Error('refused');
  return result.answer.answer;
};
const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());

async function reported(over: object = {}, by = daniel) {
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now', ...over };
  const result = await act(reportConcern, by, typed);
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer.concern;
}
const detail = async (id: string) => answerOf(await kernel.read(readConcern, priya, { id }));
const history = async (id: string) => answerOf(await kernel.read(readHistory, priya, { id })).items;
const stateOf = async () => answerOf(await kernel.read(listOwnReports, daniel, {})).items[0]?.state;

/** Whom messages go to, and of which kind. */
async function told(kind: string): Promise<readonly string[]> {
  const rows = kernel.database.sqlite
    .prepare<[], { payload: string }>(`select payload from outbox where channel = 'message'`)
    .all()
    .map(({ payload }) => JSON.parse(payload) as { kind: string; to: string });
  return rows.filter((row) => row.kind === kind).map(({ to }) => to);
}

const judgement = {
  urgency: 'routine',
  reason: 'Seen twice.',
  parents: 'informed',
  levelOfNeed: '2-additional',
} as const;
const line = 'Please keep an eye on lunchtimes.';
const passOn = async (concern: string) =>
  act(triageConcern, priya, { concern, rev: 1, outcome: 'route-pastoral', ...judgement, line });

describe('a concern that is passed to a team', () => {
  it('gives its lead one line, and never itself', async () => {
    const concern = await reported();
    expect(await passOn(concern)).toMatchObject({ ok: true });
    const [item] = answerOf(await kernel.read(listRouted, kayleigh, {})).items;
    expect(item).toMatchObject({ line, child: 'Ellie Marsden', team: 'pastoral-lead', by: 'Priya Raman' });
    expect(JSON.stringify(item)).not.toMatch(/coat|Daniel|Seen twice/);
    for (const view of [readConcern, readHistory])
      expect(await kernel.read(view as typeof readConcern, kayleigh, { id: concern })).toMatchObject({ ok: false });
    expect(await told('line-routed')).toEqual([kayleigh.person]);
  });

  it('is no business of anybody else’s, leads of other roles and the reporter included', async () => {
    await passOn(await reported());
    const [item] = answerOf(await kernel.read(listRouted, kayleigh, {})).items;
    for (const who of [daniel, zoe, priya]) {
      expect(await kernel.read(listRouted, who, {})).toMatchObject({ problem: { code: 'not-found' } });
      expect(await kernel.read(readRouted, who, { id: item?.id })).toMatchObject({ ok: false });
      expect(await act(acknowledgeRouted, who, { line: item?.id })).toMatchObject({ problem: { code: 'not-found' } });
    }
  });

  it('tells the reporter which team, and the lead who of it has seen the line', async () => {
    const concern = await reported();
    await passOn(concern);
    expect(await stateOf()).toBe('Passed to the pastoral team');
    const [item] = answerOf(await kernel.read(listRouted, kayleigh, {})).items;
    expect(await act(acknowledgeRouted, kayleigh, { line: item?.id })).toMatchObject({ ok: true });
    expect(await history(concern)).toMatchObject([{ line, toRole: 'pastoral-lead', seenByName: 'Kayleigh Marsh' }]);
    expect(await act(acknowledgeRouted, kayleigh, { line: item?.id })).toMatchObject({
      problem: { code: 'already-done' },
    });
  });
});

describe('judging', () => {
  it('is measured: when it was taken, when it was first judged; and the earlier judgement stays', async () => {
    const concern = await reported();
    now = '2026-12-10T08:09:00.000Z';
    await act(takeConcern, priya, { concern });
    now = '2026-12-10T09:30:00.000Z';
    const action = { what: 'Look again.', owner: tom.person, priority: 'planned', dueOn: '2026-12-11' };
    const first = { outcome: 'monitor', ...judgement, nextStep: 'Tom looks again on Friday.', action };
    expect(await act(triageConcern, priya, { concern, rev: 2, ...first })).toMatchObject({ ok: true });
    now = '2026-12-11T12:00:00.000Z';
    const second = { outcome: 'no-further-action-reasoned', ...judgement, childVoice: 'She says it was the bus.' };
    expect(await act(triageConcern, tom, { concern, rev: 3, ...second })).toMatchObject({ ok: true });
    const shown = await detail(concern);
    expect(shown).toMatchObject({
      status: 'closed',
      takenAt: '2026-12-10T08:09:00.000Z',
      triagedAt: '2026-12-10T09:30:00.000Z',
      decisions: 2,
      abilities: { triage: true, handOver: false, escalate: false, addAddendum: true },
    });
    expect(shown).not.toHaveProperty('nextStep');
    expect(await history(concern)).toMatchObject([
      { outcome: 'no-further-action-reasoned', by: 'Tom Whitlock', childVoice: 'She says it was the bus.' },
      { outcome: 'monitor', by: 'Priya Raman', nextStep: 'Tom looks again on Friday.', actionRef: 'A-2026-0001' },
    ]);
    expect(await stateOf()).toBe('Finished for now. Tell us if anything changes');
    const { items } = answerOf(await kernel.read(listActionsOfConcern, priya, { id: concern }));
    expect(items).toMatchObject([{ ref: 'A-2026-0001', what: 'Look again.', ownerName: tom.name, status: 'open' }]);
    expect(await told('action-given')).toEqual([tom.person]);
  });

  it('burns no number of an action where none is set', async () => {
    const concern = await reported();
    expect(await act(triageConcern, priya, { concern, rev: 1, outcome: 'referral', ...judgement })).toMatchObject({
      problem: { code: 'invalid-input', fields: [{ name: 'action' }] },
    });
    await passOn(concern);
    const action = { what: 'Look again.', owner: tom.person, priority: 'today' };
    await act(triageConcern, priya, { concern, rev: 2, outcome: 'referral', ...judgement, action });
    expect((await history(concern)).flatMap(({ actionRef = [] }) => actionRef)).toEqual(['A-2026-0001']);
  });

  it('is for leads: for anybody else there is no such concern', async () => {
    const concern = await reported();
    const input = { concern, rev: 1, outcome: 'monitor', ...judgement, nextStep: 'Watch.' };
    for (const who of [daniel, zoe, kayleigh, people.stranger])
      expect(await act(triageConcern, who, input)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await detail(concern)).toMatchObject({ status: 'submitted', decisions: 0 });
    expect(await history(concern)).toEqual([]);
  });

  it('journals it without a word of the reason', async () => {
    const concern = await reported();
    await passOn(concern);
    const entries = JSON.stringify([...kernel.journalEntries(tenant)]);
    expect(entries).toContain('triage-concern');
    expect(entries).not.toMatch(/Seen twice|lunchtimes|Ellie/);
  });

  it('files several entries about one child, each by itself', async () => {
    const [older, newer] = [await reported(), await reported({ words: 'No coat again.' })];
    await reported({ who: 'Jakub O’Brien-Łukasz' });
    const related = answerOf(await kernel.read(listRelatedConcerns, priya, { id: newer })).items;
    expect(related).toMatchObject([{ id: older, rev: 1, lowLevel: true }]);
    for (const concern of [newer, older])
      expect(await act(fileLowLevel, priya, { concern, rev: 1, as: 'no-further-action' })).toMatchObject({ ok: true });
    expect(await detail(older)).toMatchObject({
      status: 'closed',
      takenByName: 'Priya Raman',
      parents: 'not-appropriate',
    });
    expect(answerOf(await kernel.read(listRelatedConcerns, priya, { id: newer })).items).toEqual([]);
  });
});

describe('handing over', () => {
  it('gives it to another lead, who is told; who took it first stays', async () => {
    const concern = await reported();
    await act(takeConcern, priya, { concern });
    const { items } = answerOf(await kernel.read(listOtherLeads, priya, { id: concern }));
    expect(items).toEqual([{ id: tom.person, name: 'Tom Whitlock' }]);
    now = '2026-12-10T12:00:00.000Z';
    const input = { concern, rev: 2, to: tom.person, reason: 'I am in court this afternoon.' };
    expect(await act(handOverConcern, priya, input)).toMatchObject({ ok: true });
    expect(await detail(concern)).toMatchObject({
      takenByName: 'Tom Whitlock',
      takenAt: '2026-12-10T08:05:00.000Z',
      handedOverAt: now,
    });
    expect(await told('concern-handed-over')).toEqual([tom.person]);
    expect(await history(concern)).toMatchObject([
      { what: 'handed-over', toName: 'Tom Whitlock', reason: input.reason },
    ]);
    expect(await stateOf()).toBe('With Tom Whitlock');
  });

  it('goes to nobody who does not lead, and not before somebody has taken it', async () => {
    const concern = await reported();
    expect(await act(handOverConcern, priya, { concern, rev: 1, to: tom.person })).toMatchObject({ ok: false });
    await act(takeConcern, priya, { concern });
    for (const to of [daniel.person, kayleigh.person, 'nobody'])
      expect(await act(handOverConcern, priya, { concern, rev: 2, to })).toMatchObject({
        problem: { code: 'invalid-input', fields: [{ name: 'to' }] },
      });
  });
});

it('escalating tells every other lead, keeps the reason, and changes nothing else', async () => {
  const concern = await reported();
  const reason = 'The father is at the gate.';
  expect(await act(escalateConcern, tom, { concern, rev: 1, reason: ' ' })).toMatchObject({ ok: false });
  expect(await act(escalateConcern, tom, { concern, rev: 1, reason })).toEqual({ ok: true, answer: { told: 1 } });
  expect(await told('concern-escalated')).toEqual([priya.person]);
  expect(await detail(concern)).toMatchObject({ status: 'submitted', escalatedAt: now, abilities: { take: true } });
  expect(await history(concern)).toMatchObject([{ what: 'escalated', reason, by: 'Tom Whitlock' }]);
});

describe('an addendum', () => {
  it('stands beside the report with its time and author; the overflow of a long report stays part of it', async () => {
    const long = 'ab'.repeat(40_000);
    const concern = await reported({ words: long });
    now = '2026-12-10T10:00:00.000Z';
    const words = 'He said more at break:\n“It was the dog.”';
    expect(await act(addAddendum, daniel, { concern, words })).toEqual({ ok: true, answer: { number: 1 } });
    expect(await act(addAddendum, priya, { concern, words: 'Seen by the nurse.' })).toMatchObject({
      answer: { number: 2 },
    });
    const shown = await detail(concern);
    expect(shown.words).toBe(long);
    expect(shown.addenda).toEqual([
      { at: now, by: 'Daniel Osei', words, filed: 'received' },
      { at: now, by: 'Priya Raman', words: 'Seen by the nurse.', filed: 'received' },
    ]);
  });

  it('by the reporter tells whoever has it in hand, or the lead on duty; after closing too', async () => {
    const concern = await reported();
    await act(addAddendum, daniel, { concern, words: 'One more thing.' });
    expect(await told('addendum-added')).toEqual([priya.person]);
    await act(fileLowLevel, tom, { concern, rev: 1, as: 'no-further-action' });
    expect(await act(addAddendum, daniel, { concern, words: 'It has changed.' })).toMatchObject({ ok: true });
    expect(await told('addendum-added')).toEqual([priya.person, tom.person]);
  });

  it('is not for somebody else’s report', async () => {
    const concern = await reported();
    for (const who of [zoe, kayleigh, people.stranger])
      expect(await act(addAddendum, who, { concern, words: 'Me too.' })).toMatchObject({
        problem: { code: 'not-found' },
      });
    expect((await detail(concern)).addenda).toEqual([]);
  });
});
