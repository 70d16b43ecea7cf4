import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { addProcedure } from '../../../src/areas/briefings/add-procedure.ts';
import { chaseBriefing } from '../../../src/areas/briefings/chase-briefing.ts';
import { sendBriefing } from '../../../src/areas/briefings/send-briefing.ts';
import { listReceipts } from '../../../src/areas/briefings/views.ts';
import { withdrawBriefing } from '../../../src/areas/briefings/withdraw-briefing.ts';
import type { Identity } from '../../../src/access/types.ts';
import { deliverOnce } from '../../../src/jobs/deliver.ts';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { noPosts } from '../../support/no-posts.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let bot: Bot;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
});
afterEach(() => scene.close());

const hostile = '**Read** <script>alert(1)</script> [this](https://evil.example) \u202e now_';
async function send(over: Partial<Parameters<typeof sendBriefing.decide>[1]> = {}): Promise<string> {
  const asked = {
    ...{ school, heading: 'The *gate*', words: hostile, readBy: '2026-12-18', audience: 'everybody' as const },
    ...{ roles: [], people: [], policyUrl: 'https://harrowmere.example/gate.pdf' },
  };
  const sent = await scene.perform(sendBriefing, priya, { ...asked, ...over }, newForm());
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
  return sent.answer.briefing;
}
const text = (value: unknown) => JSON.stringify(value);
async function cardOf(who: Identity, about: string, kind = 'briefing-sent'): Promise<Card> {
  const card = await bot.render(kind, { ...who, door: 'lantern' }, about);
  if (!card) throw new Error('no card');
  return card;
}
const verbsOf = (card: Card) => (card.actions ?? []).flatMap((action) => ('verb' in action ? [action.verb] : []));
const linksOf = (card: Card) => (card.actions ?? []).flatMap((action) => ('url' in action ? [action.url] : []));
function presses(actor: Identity, verb: string, card: Card): Promise<BotReply> {
  const button = card.actions?.find((action) => 'verb' in action && action.verb === verb);
  const data = button && 'data' in button ? button.data : {};
  return bot.handle({ kind: 'action', actor, conversation: 'personal', verb, data, cardActivityId: 'card-1' });
}
const writes = (actor: Identity, words: string) =>
  bot.handle({ kind: 'message', actor, conversation: 'personal', text: words });
const shown = (reply: BotReply): Card => {
  if (reply.kind !== 'card') throw new Error(text(reply));
  return reply.card;
};
const stateOf = async (who: Identity, id: string) =>
  (await scene.look(listReceipts, priya, { id }))?.find(({ name }) => name === who.name)?.state;
const chatWith = ({ person }: Identity) =>
  scene.database.sqlite
    .prepare(
      `insert into reference (tenant, person, conversationId, serviceUrl, botId, teamsUserId)
       values (?, ?, 'a:1', 'https://smba.trafficmanager.net/uk/', '28:bot', '29:person')`,
    )
    .run(tenant, person);

describe('the card of a briefing', () => {
  it('says what is to be read, letter for letter, by when, from whom, and leads to policy and tab', async () => {
    const id = await send();
    const card = await cardOf(daniel, id);
    expect(text(card)).toContain(text(hostile).slice(1, -1));
    const written = card.body.filter(({ type }) => type === 'RichTextBlock');
    expect(text(written)).toContain('The *gate*');
    for (const words of ['Please read this', 'Fri 18 Dec 2026', priya.name]) expect(text(card)).toContain(words);
    expect(verbsOf(card)).toEqual(['confirm-read']);
    expect(linksOf(card)).toEqual(['https://harrowmere.example/gate.pdf', `https://lantern.example/briefing-${id}`]);
  });

  it('is nobody’s who was not asked', async () => {
    const id = await send({ audience: 'people', people: [daniel.person] });
    expect(await bot.render('briefing-sent', tom, id)).toBeUndefined();
  });

  it('of a long text shows the beginning, stays under the limit, and is confirmed where all of it stands', async () => {
    const id = await send({ words: '😀'.repeat(2_000) });
    const card = await cardOf(daniel, id);
    expect(Buffer.byteLength(text(card))).toBeLessThan(28_000);
    expect(text(card)).toContain('The whole text stands in Lantern.');
    expect(verbsOf(card)).toEqual([]);
  });

  it('is confirmed once by whoever it was made for, and by nobody else', async () => {
    const id = await send();
    const card = await cardOf(daniel, id);
    expect(await presses(zoe, 'confirm-read', card)).toEqual({ kind: 'text', text: problems['not-our-card'] });
    expect(await stateOf(daniel, id)).not.toBe('read');
    const after = shown(await presses(daniel, 'confirm-read', card));
    expect(text(after)).toContain('✓ You have read this');
    expect(verbsOf(after)).toEqual([]);
    expect(await stateOf(daniel, id)).toBe('read');
    expect(await stateOf(zoe, id)).not.toBe('read');
    expect(text(shown(await presses(daniel, 'confirm-read', card)))).toContain('✓ You have read this');
  });

  it('says that the day has passed, and that it is a reminder', async () => {
    const id = await send();
    expect(text(await cardOf(daniel, id, 'briefing-chased'))).toContain('A reminder');
    now = '2026-12-19T08:05:00.000Z';
    expect(text(await cardOf(daniel, id, 'briefing-chased'))).toContain('Not read yet: the day has passed');
  });

  it('says nothing but that it was withdrawn', async () => {
    const id = await send();
    const before = await cardOf(daniel, id);
    await scene.act(withdrawBriefing, priya, { briefing: id, rev: 1, reason: 'It was wrong about the gate.' });
    const card = await cardOf(daniel, id);
    expect(text(card)).toContain('was withdrawn');
    for (const words of ['gate', 'script', 'harrowmere.example']) expect(text(card)).not.toContain(words);
    expect([verbsOf(card), linksOf(card)]).toEqual([[], []]);
    expect(text(shown(await presses(daniel, 'confirm-read', before)))).toContain('was withdrawn');
  });
});

it('the list brings what is not read, and each opens', async () => {
  expect(text(shown(await writes(daniel, 'briefings')))).toContain('There is nothing for you to read');
  const id = await send();
  for (let i = 0; i < 6; i++) await send({ heading: `Number ${String(i)}`, readBy: '2026-12-20' });
  const list = shown(await writes(daniel, 'Briefings'));
  expect(text(list)).toContain('To read: 7');
  expect(text(list)).toContain('And 2 more in Lantern.');
  expect(verbsOf(list)).toEqual(Array.from({ length: 5 }, () => 'open-briefing'));
  const card = shown(await presses(daniel, 'open-briefing', list));
  expect(linksOf(card)).toContain(`https://lantern.example/briefing-${id}`);
  expect(await stateOf(daniel, id)).toBe('opened');
  await presses(daniel, 'confirm-read', card);
  expect(text(shown(await writes(daniel, 'briefings')))).toContain('To read: 6');
});

it('is delivered to who has a chat, is chased where it lies unread, and the ledger tells the list', async () => {
  chatWith(daniel);
  chatWith(tom);
  const id = await send();
  const went: string[] = [];
  const { log } = recordedLog();
  const deliver = async () => {
    const messenger = {
      send: (to: { person: string }, card: Card) => {
        went.push(`${to.person} ${text(card).includes('reminder') ? 'chased' : 'sent'}`);
        return Promise.resolve({ outcome: 'delivered' as const, activityId: `a-${String(went.length)}` });
      },
      update: () => Promise.resolve({ outcome: 'delivered' as const, activityId: 'a' }),
    };
    const parts = { queue: scene.messages, messenger, render: bot.render, gone: bot.gone, posts: noPosts, log };
    while ((await deliverOnce(parts)) > 0);
  };
  await deliver();
  expect(went.sort()).toEqual([`${daniel.person} sent`, `${tom.person} sent`].sort());
  expect([await stateOf(daniel, id), await stateOf(zoe, id)]).toEqual(['delivered', 'unreachable']);
  await presses(tom, 'confirm-read', await cardOf(tom, id));
  now = '2026-12-11T08:05:00.000Z';
  went.length = 0;
  expect(await scene.act(chaseBriefing, tom, { briefing: id, rev: 1 })).toBe('done');
  await deliver();
  expect(went).toEqual([`${daniel.person} chased`]);
});

describe('the help', () => {
  const number = (heading: string, over: object = {}) => ({
    ...{ school, heading, kind: 'number' as const, partnership: 'Westmarch', phone: '01632 960801' },
    ...{ reviewOn: '2027-01-10', inHelp: true, ...over },
  });

  it('names whom to ring here, four at most and without what is retired or not meant for it', async () => {
    const without = text(shown(await writes(daniel, 'help')));
    expect(without).not.toContain('Whom to ring here');
    for (const n of ['1', '2', '3', '4', '5']) await scene.act(addProcedure, priya, number(`Door *${n}*`));
    await scene.act(addProcedure, priya, number('Another', { inHelp: false }));
    const help = text(shown(await writes(daniel, 'help')));
    expect(help).toContain('Whom to ring here');
    expect(help).toContain(text('Door \\*1\\*: [01632 960801](tel:01632960801)').slice(1, -1));
    expect(help).toContain('Door');
    expect(help).not.toContain('5\\\\*');
    expect(help).not.toContain('Another');
  });

  it('tells whoever keeps the procedures that a review is overdue, and nobody else', async () => {
    await scene.act(addProcedure, priya, number('Front door'));
    expect(text(shown(await writes(priya, 'help')))).not.toContain('day of its review');
    now = '2027-01-11T08:05:00.000Z';
    expect(text(shown(await writes(priya, 'help')))).toContain('One local procedure is past the day of its review.');
    expect(text(shown(await writes(daniel, 'help')))).not.toContain('day of its review');
  });
});
