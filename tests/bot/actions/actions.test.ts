import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { commands } from '../../../bot/commands.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { cancelAction } from '../../../src/areas/actions/cancel-action.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { verifyAction } from '../../../src/areas/actions/verify-action.ts';
import { listOpenActions } from '../../../src/areas/actions/views.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { newForm, people, startKernel, type Kernel } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';

type Person = (typeof people)[keyof typeof people];
const secret = 'Ask Ellie’s aunt whether Uncle Ray has moved in.';
const outside = 'Please stay with the pupil at your door until Priya comes.';

let kernel: Kernel;
let bot: Bot;
let concern: string;
beforeEach(async () => {
  kernel = await startKernel({ now: () => '2026-12-10T08:05:00.000Z' });
  const { perform, read, ids, clock } = kernel;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  const report = { who: 'Ellie Marsden 7B', words: 'She said so.', safeNow: 'no', when: 'just now' };
  const reported = await perform(reportConcern, people.daniel, report, newForm());
  if (!reported.ok) throw new Error(reported.problem.code);
  concern = reported.answer.concern;
});
afterEach(() => kernel.close());

async function given(over: object = {}): Promise<string> {
  const order = { concern, what: secret, whatOutside: outside, owner: people.zoe.person, priority: 'now', ...over };
  const set = await kernel.perform(createAction, people.priya, order, newForm());
  if (!set.ok) throw new Error(set.problem.code);
  return set.answer.action;
}
async function cardOf(kind: string, who: Person, about: string): Promise<Card> {
  const card = await bot.render(kind, who, about);
  if (!card) throw new Error('no card');
  return card;
}
const says = (actor: Person, text: string) => bot.handle({ kind: 'message', actor, conversation: 'personal', text });
const buttonOf = (card: Card, verb: string) => {
  const button = card.actions?.find((action) => 'verb' in action && action.verb === verb);
  if (!button || !('data' in button)) throw new Error(`no button ${verb}`);
  return button.data;
};
const presses = (actor: Person, verb: string, card: Card, more: object = {}) =>
  bot.handle({
    kind: 'action',
    actor,
    conversation: 'personal',
    verb,
    data: { ...buttonOf(card, verb), ...more },
    cardActivityId: 'card-1',
  });
const shown = (reply: BotReply): Card => {
  if (reply.kind !== 'card') throw new Error(JSON.stringify(reply));
  return reply.card;
};
const text = (value: unknown) => JSON.stringify(value);
const stands = async () => {
  const open = await kernel.read(listOpenActions, people.priya, {});
  return open.ok ? open.answer.answer.items.map(({ status, doneNote }) => ({ status, doneNote })) : [];
};

it.each([
  ['report', 'Report a concern'],
  ['my reports', 'My reports'],
  ['my actions', 'My actions'],
  ['help', 'What Lantern does for you'],
])('the command “%s” brings its own card', async (command, title) => {
  expect(commands).toContain(command);
  expect(text(await says(people.zoe, `${command.toUpperCase()}!`))).toContain(title);
});

describe('the card of an action', () => {
  it('says what was written for people outside the circle, and no name or word of the concern', async () => {
    const card = await cardOf('action-given', people.zoe, await given());
    expect(text(card)).toContain(outside);
    expect(text(card)).not.toMatch(/Ellie|Marsden|Uncle|aunt|C-2026/);
    expect(text(card)).not.toContain(concern);
  });

  it('is accepted and done, with what was done, and then keeps neither words nor buttons', async () => {
    const card = await cardOf('action-given', people.zoe, await given());
    const accepted = shown(await presses(people.zoe, 'accept-action', card));
    expect(text(accepted)).toContain('You have accepted this');
    expect(() => buttonOf(accepted, 'accept-action')).toThrow();
    const done = shown(await presses(people.zoe, 'complete-action', accepted, { note: 'Stayed until nine.' }));
    expect(text(done)).toContain('A safeguarding lead now makes sure');
    expect(text(done)).not.toMatch(/Stayed|pupil at your door|Action\.Execute/);
    expect(await stands()).toEqual([{ status: 'done-unverified', doneNote: 'Stayed until nine.' }]);
  });

  it('is not done without a word on what was done, and says so', async () => {
    const card = await cardOf('action-given', people.zoe, await given());
    for (const more of [{}, { note: ' ' }, { note: 7 }])
      expect(text(await presses(people.zoe, 'complete-action', card, more))).toContain('Write in a few words');
    expect(await stands()).toMatchObject([{ status: 'open' }]);
  });

  it('does nothing for anybody but its owner, and is rendered for nobody else', async () => {
    const action = await given();
    const card = await cardOf('action-given', people.zoe, action);
    const note = { note: 'x' };
    expect(text(await presses(people.daniel, 'complete-action', card, note))).toContain(problems['not-our-card']);
    const forged = { seal: { ...(buttonOf(card, 'complete-action')['seal'] as object), about: 'x' }, ...note };
    expect(text(await presses(people.zoe, 'complete-action', card, forged))).toContain(problems['not-our-card']);
    for (const who of [people.daniel, people.priya])
      expect(await bot.render('action-given', who, action)).toBe(undefined);
    expect(await stands()).toMatchObject([{ status: 'open' }]);
  });

  it('says that it is no longer needed when it was cancelled meanwhile', async () => {
    const action = await given();
    const card = await cardOf('action-given', people.zoe, action);
    await kernel.perform(cancelAction, people.tom, { action, reason: 'Mother came.' }, newForm());
    const reply = text(await presses(people.zoe, 'complete-action', card, { note: 'x' }));
    expect(reply).toContain('No longer needed');
    expect(reply).not.toContain('Mother');
  });

  it('of a lead without other words holds none of the circle’s', async () => {
    const action = await given({ owner: people.tom.person, whatOutside: '' });
    const card = text(await cardOf('action-given', people.tom, action));
    expect(card).not.toMatch(/Ellie|Uncle/);
    expect(card).toContain('stands in Lantern');
  });
});

describe('“my actions”', () => {
  it('lists what is to do and opens one of them', async () => {
    await given();
    const list = shown(await says(people.zoe, 'my actions'));
    expect(text(list)).toContain(outside);
    expect(text(shown(await presses(people.zoe, 'open-action', list)))).toContain('You are asked to do something');
  });

  it('says so when there is nothing to do', async () => {
    expect(text(await says(people.daniel, 'my actions'))).toContain('You have nothing to do here');
  });
});

describe('the card that asks a lead to verify', () => {
  it('names who did it and not what, and says who has verified it once that is so', async () => {
    const action = await given();
    const owners = await cardOf('action-given', people.zoe, action);
    await presses(people.zoe, 'complete-action', owners, { note: 'Stayed until nine.' });
    const card = text(await cardOf('action-to-verify', people.priya, action));
    expect(card).toContain('Please verify');
    expect(card).toContain('Zoe Lund');
    expect(card).not.toMatch(/Ellie|Stayed|pupil at/);
    expect(await bot.render('action-to-verify', people.zoe, action)).toBeUndefined();
    await kernel.perform(verifyAction, people.priya, { action }, newForm());
    expect(text(await cardOf('action-to-verify', people.tom, action))).toContain('Priya Raman');
  });
});
