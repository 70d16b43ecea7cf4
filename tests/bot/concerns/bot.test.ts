import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotEvent, BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

type Person = (typeof people)[keyof typeof people];
const words = 'He said “my dad’s new dog bites”.';

let kernel: Kernel;
let bot: Bot;
let lines: ReturnType<typeof recordedLog>['lines'];
beforeEach(async () => {
  kernel = await startKernel();
  const recorded = recordedLog();
  lines = recorded.lines;
  const { perform, read, ids, clock } = kernel;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  bot = createBot({
    perform,
    read,
    seals,
    ids,
    clock,
    log: recorded.log,
    linkTo: (id) => `https://lantern.example/${id}`,
  });
});
afterEach(() => kernel.close());

const says = (actor: Person, text: string, conversation: BotEvent['conversation'] = 'personal') =>
  bot.handle({ kind: 'message', actor, conversation, text });
const presses = (actor: Person, verb: string, data: object, cardActivityId = 'card-1') =>
  bot.handle({ kind: 'action', actor, conversation: 'personal', verb, data, cardActivityId });

function cardOf(reply: BotReply): Card {
  if (reply.kind !== 'card') throw new Error(`no card: ${JSON.stringify(reply)}`);
  return reply.card;
}
const buttonOf = (card: Card, verb: string) => {
  const button = card.actions?.find((action) => 'verb' in action && action.verb === verb);
  if (!button || !('data' in button)) throw new Error(`no button ${verb}`);
  return button.data;
};
const textOf = (reply: BotReply) => JSON.stringify(reply);
const filled = { who: 'Ellie Marsden 7B', words, safeNow: 'not-sure', when: 'just now' };
const formOf = async (actor: Person) => buttonOf(cardOf(await says(actor, 'report')), 'report-concern');
const send = async (actor: Person, over: object = {}) =>
  presses(actor, 'report-concern', { ...(await formOf(actor)), ...filled, ...over });

async function concerns() {
  const shown = await kernel.read(listConcerns, people.priya, {});
  return shown.ok ? shown.answer.answer.items : [];
}
async function alertOf(who: Person = people.priya) {
  const [newest] = await concerns();
  const card = await bot.render('alert-duty', who, newest?.id ?? '');
  if (!card || !newest) throw new Error('no alert');
  return { card, id: newest.id };
}
const verbs = () => [...kernel.journalEntries(tenant)].map(({ act, verb }) => `${act}:${verb}`);

describe('in one’s own chat', () => {
  it.each(['help', 'Help!', 'hi', 'HELLO'])('%j brings what Lantern can do', async (text) => {
    expect(textOf(await says(people.daniel, text))).toContain('What Lantern does for you');
  });

  it('any other text begins a report with those words', async () => {
    const card = cardOf(await says(people.daniel, words));
    expect(card.body.find((element) => element.id === 'words')).toMatchObject({ value: words });
    expect(JSON.stringify(card)).toContain('01632 960114');
  });

  it('a welcome comes with the first conversation only', async () => {
    const installed = (first: boolean) =>
      bot.handle({ kind: 'installed', actor: people.daniel, conversation: 'personal', first });
    expect(textOf(await installed(true))).toContain('Welcome to Lantern');
    expect(await installed(false)).toEqual({ kind: 'nothing' });
  });

  it('somebody whom no list knows can report, and the lead is told so', async () => {
    expect(textOf(await send(people.stranger))).toContain('received and safe');
    const [concern] = await concerns();
    const shown = await kernel.read(readConcern, people.priya, { id: concern?.id });
    expect(shown).toMatchObject({ answer: { answer: { reporterRecognised: false } } });
  });
});

describe('elsewhere', () => {
  it.each(['channel', 'groupChat'] as const)(
    'in a %s nothing is recorded, and nothing is repeated',
    async (conversation) => {
      const reply = await says(people.daniel, words, conversation);
      expect(reply).toMatchObject({ kind: 'text' });
      expect(textOf(reply)).not.toContain('dog');
      const form = await formOf(people.daniel);
      await bot.handle({
        kind: 'action',
        actor: people.daniel,
        conversation,
        verb: 'report-concern',
        data: { ...form, ...filled },
      });
      expect(await concerns()).toEqual([]);
    },
  );
});

describe('a report', () => {
  it('gives a receipt with reference, time and who is on duty, without a name or a word of it', async () => {
    const receipt = textOf(await send(people.daniel));
    expect(receipt).toContain('Priya Raman');
    expect(receipt).toMatch(/C\\\\-\d{4}\\\\-0001/);
    expect(receipt).not.toMatch(/Ellie|Marsden|dog/);
  });

  it('is refused only when it says nothing, and then says what to do', async () => {
    const reply = await send(people.daniel, { words: '  ' });
    expect(reply).toMatchObject({ kind: 'text' });
    expect(textOf(reply)).toContain('Write what you saw or heard');
    expect(await concerns()).toEqual([]);
  });

  it.each([
    ['no name', { who: '' }, { child: 'Not given', childState: 'unresolved' }],
    ['no answer on safety', { safeNow: undefined }, { safeNow: 'not-sure', urgency: 'urgent-today' }],
    ['an answer on safety that we do not know', { safeNow: 'maybe' }, { safeNow: 'not-sure' }],
    ['not safe', { safeNow: 'no' }, { urgency: 'immediate-danger' }],
  ])('is taken with %s', async (_what, over, expected) => {
    await send(people.daniel, over);
    expect((await concerns())[0]).toMatchObject(expected);
  });

  it('is taken even from a form that was tampered with or made for somebody else, once, as the sender’s own', async () => {
    const foreign = await formOf(people.zoe);
    const replies = [
      await presses(people.daniel, 'report-concern', { ...foreign, ...filled }),
      await presses(people.daniel, 'report-concern', { ...foreign, ...filled }),
      await presses(people.daniel, 'report-concern', { seal: { ...(foreign['seal'] as object), mac: '0' }, ...filled }),
      await presses(people.daniel, 'report-concern', filled),
    ];
    expect(new Set(replies.map(textOf)).size).toBe(1);
    expect(await concerns()).toMatchObject([{ reporterName: 'Daniel Osei' }]);
    expect(lines.filter(({ event }) => event === 'card.not-ours')).toHaveLength(4);
    // The form's owner is not hindered by it.
    expect(textOf(await presses(people.zoe, 'report-concern', { ...foreign, ...filled }, 'card-2'))).toContain(
      'received and safe',
    );
    expect(await concerns()).toHaveLength(2);
  });
});

describe('a lead’s card', () => {
  it('shows no name; “Show name” does, each time anew in the journal, and arranges that it goes away', async () => {
    await send(people.daniel);
    const { card } = await alertOf();
    expect(JSON.stringify(card)).not.toMatch(/Ellie|dog/);
    const show = buttonOf(card, 'show-child');
    for (let i = 0; i < 2; i++)
      expect(textOf(await presses(people.priya, 'show-child', show))).toContain('Ellie Marsden');
    expect(verbs().filter((verb) => verb === 'read-child-name:read')).toHaveLength(2);
    const waiting = kernel.database.sqlite
      .prepare(`select payload from outbox where payload like '%refresh%'`)
      .pluck()
      .all();
    expect(waiting).toHaveLength(2);
    expect(JSON.stringify(waiting)).not.toContain('Ellie');
    const inbox = JSON.stringify(kernel.database.sqlite.prepare('select * from inbox').all());
    expect(inbox).not.toMatch(/Ellie|dog/);
  });

  it('takes the concern; the other lead’s card then says who was quicker', async () => {
    await send(people.daniel);
    const [priyas, toms] = [await alertOf(people.priya), await alertOf(people.tom)];
    expect(textOf(await presses(people.priya, 'take-concern', buttonOf(priyas.card, 'take-concern')))).toContain(
      'Taken by Priya Raman',
    );
    expect(textOf(await presses(people.tom, 'take-concern', buttonOf(toms.card, 'take-concern')))).toContain(
      'Taken by Priya Raman',
    );
    expect(textOf(await says(people.daniel, 'my reports'))).toContain('With Priya Raman');
  });

  it('does nothing when it was forged, forwarded or altered, and says so', async () => {
    await send(people.daniel);
    const take = buttonOf((await alertOf()).card, 'take-concern');
    for (const [who, data] of [
      [people.tom, take],
      [people.priya, {}],
      [people.priya, { seal: { ...(take['seal'] as object), about: 'x' } }],
    ] as const) {
      expect(textOf(await presses(who, 'take-concern', data))).toContain(problems['not-our-card']);
    }
    expect((await concerns())[0]?.status).toBe('submitted');
  });

  it('does nothing for somebody who has lost the role since, and their card is rendered no more', async () => {
    await send(people.daniel);
    const { card, id } = await alertOf(people.tom);
    kernel.database.sqlite.exec(`delete from roleGrant where role = 'deputy'`);
    for (const verb of ['take-concern', 'show-child', 'hide-child']) {
      const reply = await presses(people.tom, verb, buttonOf(card, verb === 'hide-child' ? 'show-child' : verb));
      expect(reply.kind).toBe('text');
    }
    expect(await bot.render('alert-duty', people.tom, id)).toBeUndefined();
  });

  it('answers a button that Lantern does not know', async () => {
    expect(textOf(await presses(people.daniel, 'constructor', {}))).toContain(problems['not-our-card']);
    expect(textOf(await presses(people.daniel, 'drop-table', {}))).toContain(problems['not-our-card']);
  });
});

describe('the question which child', () => {
  it('is settled by the reporter once, and then thanks without a name', async () => {
    await send(people.daniel, { who: 'Mia Hughes' });
    const [concern] = await concerns();
    const card = await bot.render('ask-which-child', people.daniel, concern?.id ?? '');
    if (!card) throw new Error('no question');
    const choices = card.body.find((element) => element.type === 'Input.ChoiceSet');
    if (choices?.type !== 'Input.ChoiceSet') throw new Error('no choices');
    expect(choices.choices.map(({ title }) => title)).toEqual([
      'Mia Hughes, Year 9, 9A',
      'Mia Hughes, Year 9, 9D',
      'Not on our list',
    ]);
    const answer = { ...buttonOf(card, 'resolve-child'), child: choices.choices[1]?.value };
    const thanks = textOf(await presses(people.daniel, 'resolve-child', answer));
    expect(thanks).toContain('Thank you');
    expect(thanks).not.toContain('Mia');
    expect((await concerns())[0]).toMatchObject({ childState: 'resolved', yearGroup: 'Year 9' });
  });

  it('takes all of several who are named, the first as the child of the report', async () => {
    await send(people.daniel, { who: 'Mia Hughes 9D and Ellie Marsden' });
    const [concern] = await concerns();
    const card = await bot.render('ask-which-child', people.daniel, concern?.id ?? '');
    const choices = card?.body.find((element) => element.type === 'Input.ChoiceSet');
    if (!card || choices?.type !== 'Input.ChoiceSet') throw new Error('no choices');
    const [both] = choices.choices;
    expect(both?.title).toBe('Both of these: Mia Hughes and Ellie Marsden');
    const answer = { ...buttonOf(card, 'resolve-child'), child: both?.value };
    const thanks = textOf(await presses(people.daniel, 'resolve-child', answer));
    expect(thanks).toContain('Thank you');
    expect(thanks).not.toMatch(/Mia|Ellie/);
    expect((await concerns())[0]).toMatchObject({ child: 'Mia Hughes', childState: 'resolved', moreChildren: 1 });
  });

  it('is never refused by “Not on our list”', async () => {
    await send(people.daniel, { who: 'A boy in a red coat' });
    const [concern] = await concerns();
    const card = await bot.render('ask-which-child', people.daniel, concern?.id ?? '');
    if (!card) throw new Error('no question');
    await presses(people.daniel, 'resolve-child', { ...buttonOf(card, 'resolve-child'), child: 'not-on-list' });
    expect((await concerns())[0]).toMatchObject({ childState: 'not-on-list', child: 'A boy in a red coat' });
  });

  it('shows only thanks when a lead has settled or taken it meanwhile, and nothing to anybody else', async () => {
    await send(people.daniel, { who: 'Mia Hughes' });
    const [concern] = await concerns();
    await kernel.perform(takeConcern, people.priya, { concern: concern?.id }, newForm());
    expect(await bot.render('ask-which-child', people.zoe, concern?.id ?? '')).toBeUndefined();
    expect(await bot.render('receipt', people.zoe, concern?.id ?? '')).toBeUndefined();
    expect(JSON.stringify(await bot.render('receipt', people.daniel, concern?.id ?? ''))).toContain('With Priya Raman');
  });
});
