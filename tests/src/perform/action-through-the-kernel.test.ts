import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptAction } from '../../../src/areas/actions/accept-action.ts';
import { cancelAction } from '../../../src/areas/actions/cancel-action.ts';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { reopenAction } from '../../../src/areas/actions/reopen-action.ts';
import { verifyAction } from '../../../src/areas/actions/verify-action.ts';
import {
  listActionOwners,
  listActionsOfConcern,
  listOpenActions,
  listOwnActions,
  readActionToVerify,
  readOwnAction,
} from '../../../src/areas/actions/views.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import type { MessagePayload } from '../../../src/ports/outbox.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

type Person = (typeof people)[keyof typeof people];
const secret = 'Ask Ellie’s aunt whether Uncle Ray has moved in.';
const outside = 'Please ring the parent of the pupil we spoke about.';

let kernel: Kernel;
let now: string;
let concern: string;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  kernel = await startKernel({ now: () => now });
  const report = { who: 'Ellie Marsden 7B', words: 'She said so.', safeNow: 'no', when: 'just now' };
  const reported = await kernel.perform(reportConcern, people.daniel, report, newForm());
  if (!reported.ok) throw new Error(reported.problem.code);
  concern = reported.answer.concern;
});
afterEach(() => kernel.close());

const order = (over: object = {}) => ({
  concern,
  what: secret,
  whatOutside: outside,
  owner: people.zoe.person,
  priority: 'today',
  ...over,
});
const set = (over: object = {}, who: Person = people.priya) =>
  kernel.perform(createAction, who, order(over), newForm());
async function given(over: object = {}, who: Person = people.priya) {
  const result = await set(over, who);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer;
}
const complete = (action: string, who: Person = people.zoe) =>
  kernel.perform(completeAction, who, { action, note: 'Rang at nine, spoke to mother.' }, newForm());
const answerOf = <O>(result: { ok: true; answer: { answer: O } } | { ok: false }): O => {
  if (!result.ok) throw new Error('refused');
  return result.answer.answer;
};
const ofConcern = async (who: Person = people.priya) =>
  answerOf(await kernel.read(listActionsOfConcern, who, { id: concern })).items;
const own = async (who: Person = people.zoe) => answerOf(await kernel.read(listOwnActions, who, {})).items;
const messages = () =>
  (
    kernel.database.sqlite
      .prepare(`select payload from outbox where channel = 'message' order by id`)
      .pluck()
      .all() as string[]
  ).map((payload) => JSON.parse(payload) as MessagePayload);
const code = (value: string) => ({ ok: false, problem: { code: value } });

describe('an action', () => {
  it('is set with a reference and a day, told to its owner, and written in the lane of its concern', async () => {
    const { action, ref } = await given();
    expect(ref).toMatch(/^A-2026-0001$/);
    expect((await ofConcern())[0]).toMatchObject({
      id: action,
      what: secret,
      ownerName: 'Zoe Lund',
      dueOn: '2026-12-10',
      status: 'open',
      overdue: false,
      mine: false,
      abilities: { accept: false, complete: false, verify: false, reopen: false, cancel: true },
    });
    expect(messages().at(-1)).toMatchObject({ kind: 'action-given', to: people.zoe.person, about: action });
    const lanes = kernel.database.sqlite
      .prepare(`select distinct lane from outbox where channel = 'sharepoint' and payload like '%' || ? || '%'`)
      .pluck()
      .all(action);
    expect(lanes).toEqual([concern]);
    expect((await given()).ref).toBe('A-2026-0002');
  });

  it('shows its owner outside the circle only what was written for them, and its name says nothing', async () => {
    const { action } = await given();
    const seen = await own();
    expect(seen).toEqual([
      {
        id: action,
        rev: 1,
        ref: 'A-2026-0001',
        whatOutside: outside,
        priority: 'today',
        status: 'open',
        dueOn: '2026-12-10',
        overdue: false,
        abilities: { accept: true, complete: true },
      },
    ]);
    expect(answerOf(await kernel.read(readOwnAction, people.zoe, { id: action }))).toEqual(seen[0]);
    expect(JSON.stringify(seen)).not.toContain(concern);
  });

  it('does not exist for anybody else: not for the reporter, nor for its owner as the circle sees it', async () => {
    const { action } = await given();
    for (const who of [people.daniel, people.stranger]) {
      expect(await own(who)).toEqual([]);
      expect(await kernel.read(readOwnAction, who, { id: action })).toMatchObject(code('not-found'));
      expect(await kernel.perform(acceptAction, who, { action }, newForm())).toMatchObject(code('not-found'));
      expect(await complete(action, who)).toMatchObject(code('not-found'));
    }
    for (const who of [people.daniel, people.zoe, people.stranger]) {
      expect(await kernel.read(listActionsOfConcern, who, { id: concern })).toMatchObject(code('not-found'));
      expect(await kernel.read(listOpenActions, who, {})).toMatchObject(code('not-found'));
      expect(await kernel.read(listActionOwners, who, { id: concern })).toMatchObject(code('not-found'));
      expect(await kernel.read(readActionToVerify, who, { id: action })).toMatchObject(code('not-found'));
      expect(await set({}, who)).toMatchObject(code('not-found'));
      for (const act of [verifyAction, reopenAction, cancelAction]) {
        const input = { action, ...(act === verifyAction ? {} : { reason: 'so' }) };
        expect(await kernel.perform(act as typeof cancelAction, who, input, newForm())).toMatchObject(
          code('not-found'),
        );
      }
    }
    // A lead is not its owner, so cannot say that it is done.
    expect(await complete(action, people.priya)).toMatchObject(code('not-found'));
  });

  it.each([
    ['no wording for an owner outside the circle', { whatOutside: undefined }, 'whatOutside'],
    ['an empty wording for them', { whatOutside: '  ' }, 'whatOutside'],
    ['nothing to do', { what: '   ' }, 'what'],
    ['an owner whom no staff list knows', { owner: people.stranger.person }, 'owner'],
    ['no day where the priority does not say it', { priority: 'planned' }, 'dueOn'],
    ['a day that has passed', { priority: 'planned', dueOn: '2026-12-09' }, 'dueOn'],
    ['a day that does not exist', { priority: 'planned', dueOn: '2026-02-30' }, 'dueOn'],
  ])('is not set with %s, and says which field', async (_what, over, name) => {
    const { whatOutside, ...rest } = { ...order(), ...over } as Record<string, unknown>;
    const input = { ...rest, ...(whatOutside !== undefined && { whatOutside }) };
    expect(await kernel.perform(createAction, people.priya, input, newForm())).toMatchObject({
      problem: { code: 'invalid-input', fields: [{ name }] },
    });
    expect(await ofConcern()).toEqual([]);
  });

  it('needs no other wording for a lead, who is not told of what they set themself', async () => {
    const before = messages().length;
    const { action } = await given({ owner: people.priya.person, whatOutside: '' });
    expect(messages()).toHaveLength(before);
    expect((await own(people.priya))[0]).toMatchObject({ id: action });
    expect((await own(people.priya))[0]).not.toHaveProperty('whatOutside');
  });

  it('for today is done when another lead has verified it, not before and not by whoever did it', async () => {
    const { action } = await given({ owner: people.tom.person, priority: 'now' });
    expect(await kernel.perform(acceptAction, people.tom, { action }, newForm())).toMatchObject({ ok: true });
    expect(await complete(action, people.tom)).toMatchObject({ answer: { status: 'done-unverified' } });
    expect(messages().at(-1)).toMatchObject({ kind: 'action-to-verify', to: people.priya.person, about: action });
    expect(await kernel.perform(verifyAction, people.tom, { action }, newForm())).toMatchObject(
      code('needs-another-person'),
    );
    expect((await ofConcern(people.tom))[0]?.abilities).toMatchObject({ verify: false, reopen: true });
    expect((await ofConcern(people.priya))[0]).toMatchObject({
      doneByName: 'Tom Whitlock',
      doneNote: 'Rang at nine, spoke to mother.',
      abilities: { verify: true },
    });
    expect(await kernel.perform(verifyAction, people.priya, { action }, newForm())).toMatchObject({
      answer: { status: 'verified' },
    });
    expect((await ofConcern())[0]).toMatchObject({ status: 'verified', verifiedByName: 'Priya Raman' });
    expect(await kernel.perform(verifyAction, people.priya, { action }, newForm())).toMatchObject(code('already-done'));
  });

  it('asks every other lead to verify what its own setter did', async () => {
    const { action } = await given({ owner: people.priya.person });
    await complete(action, people.priya);
    expect(messages().at(-1)).toMatchObject({ kind: 'action-to-verify', to: people.tom.person });
  });

  it('for later is done when its owner says so', async () => {
    const { action } = await given({ priority: 'this-week', dueOn: '2026-12-14' });
    expect(await complete(action)).toMatchObject({ answer: { status: 'verified' } });
    expect(messages().map(({ kind }) => kind)).not.toContain('action-to-verify');
    expect((await ofConcern())[0]).not.toHaveProperty('verifiedByName');
    expect(await complete(action)).toMatchObject(code('already-done'));
  });

  it('is not done without a word on what was done', async () => {
    const { action } = await given();
    const silent = await kernel.perform(completeAction, people.zoe, { action, note: ' ' }, newForm());
    expect(silent).toMatchObject({ problem: { code: 'invalid-input', fields: [{ name: 'note' }] } });
  });

  it('opens again with a reason, tells its owner, and its old verification counts no longer', async () => {
    const { action } = await given();
    await complete(action);
    await kernel.perform(verifyAction, people.priya, { action }, newForm());
    now = '2026-12-11T08:05:00.000Z';
    const reason = 'The number was wrong.';
    expect(await kernel.perform(reopenAction, people.tom, { action, reason }, newForm())).toMatchObject({ ok: true });
    expect(messages().at(-1)).toMatchObject({ kind: 'action-given', to: people.zoe.person });
    expect((await ofConcern())[0]).toMatchObject({ status: 'open', reason });
    expect((await ofConcern())[0]).not.toHaveProperty('doneNote');
    expect(await complete(action)).toMatchObject({ ok: true });
    expect((await ofConcern())[0]).not.toHaveProperty('verifiedByName');
    expect(JSON.stringify(await own())).not.toContain(reason);
  });

  it('is cancelled with a reason and then cannot be done', async () => {
    const { action } = await given();
    const cancel = (reason: string) => kernel.perform(cancelAction, people.tom, { action, reason }, newForm());
    expect(await cancel('')).toMatchObject(code('invalid-input'));
    expect(await cancel('Mother rang us.')).toMatchObject({ ok: true });
    expect(await complete(action)).toMatchObject(code('already-done'));
    expect(answerOf(await kernel.read(listOpenActions, people.priya, {})).items).toEqual([]);
  });

  it('is overdue when its day at the school has passed and it is not done', async () => {
    const { action } = await given();
    now = '2026-12-10T23:59:00.000Z';
    expect((await own())[0]?.overdue).toBe(false);
    now = '2026-12-11T00:00:30.000Z';
    expect((await own())[0]?.overdue).toBe(true);
    expect(answerOf(await kernel.read(listOpenActions, people.priya, {})).items[0]?.overdue).toBe(true);
    await complete(action);
    expect((await own())[0]?.overdue).toBe(false);
  });

  it('takes one act for one form, and refuses a revision that somebody else has changed', async () => {
    const form = newForm();
    const twice = [
      await kernel.perform(createAction, people.priya, order(), form),
      await kernel.perform(createAction, people.priya, order(), form),
    ];
    expect(twice[1]).toEqual(twice[0]);
    expect(await ofConcern()).toHaveLength(1);
    const [one] = await own();
    await kernel.perform(acceptAction, people.zoe, { action: one?.id, rev: 1 }, newForm());
    const late = { action: one?.id, rev: 1, reason: 'no longer' };
    expect(await kernel.perform(cancelAction, people.tom, late, newForm())).toMatchObject(code('changed-meanwhile'));
  });
});

describe('who can own one', () => {
  it('is everybody of the school, and the leads are marked', async () => {
    const { items } = answerOf(await kernel.read(listActionOwners, people.priya, { id: concern }));
    expect(items.map(({ name, leads }) => [name, leads])).toEqual([
      ['Daniel Osei', false],
      ['Kayleigh Marsh', false],
      ['Priya Raman', true],
      ['Tom Whitlock', true],
      ['Zoe Lund', false],
    ]);
  });
});

describe('the journal', () => {
  it('has each act and look on an action, without a word of it', async () => {
    const { action } = await given();
    await own();
    await complete(action);
    await ofConcern();
    const entries = [...kernel.journalEntries(tenant)].slice(2);
    expect(entries.map(({ act, verb, outcome }) => `${act} ${verb} ${outcome}`)).toEqual([
      'create-action assign done',
      'list-own-actions list shown',
      'complete-action decide done',
      'list-actions-of-concern list shown',
    ]);
    expect(entries[1]?.fields).not.toContain('what');
    expect(JSON.stringify(entries)).not.toMatch(/Ellie|Uncle|Rang|parent|Zoe/);
  });
});
