import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { activity, channelClaims, ids, openBotDoor, type OpenDoor } from '../../support/bot-door.ts';
import { listening } from '../../support/listening.ts';

const card: Card = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Received', wrap: true }],
};
const attached = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
const conversation = '/uk/v3/conversations/a%3Apersonal-daniel/activities';

let door: OpenDoor;
beforeAll(async () => {
  door = await openBotDoor();
});
beforeEach(() => {
  for (const list of [door.events, door.sent, door.lines, door.answers]) list.length = 0;
  door.references.known.clear();
  door.reply({ kind: 'nothing' });
});
afterAll(() => door.close());

const press = (change: object = {}) =>
  door.say({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { verb: 'report', data: {} } },
    ...change,
  });
const submit = () => door.say({ text: undefined, value: { verb: 'report' }, replyToId: 'old-card' });

describe('the answer to a message', () => {
  it('is a card in the same chat, sent with the bot’s token and without a second text', async () => {
    door.reply({ kind: 'card', card });
    expect(await door.say({ id: 'm-1' })).toEqual({ status: 200, text: '' });
    expect(door.sent).toHaveLength(1);
    expect(door.sent[0]).toMatchObject({
      method: 'POST',
      path: `${conversation}/m-1`,
      authorization: 'Bearer token-of-the-bot',
      body: { type: 'message', attachments: attached, replyToId: 'm-1' },
    });
    expect(door.sent[0]?.body).not.toHaveProperty('text');
  });

  it('is a line of text in which nothing is Markdown', async () => {
    door.reply({ kind: 'text', text: '**not bold**' });
    await door.say();
    expect(door.sent[0]?.body).toMatchObject({ type: 'message', text: '**not bold**', textFormat: 'plain' });
  });

  it('is nothing, where the handler says so', async () => {
    expect(await door.say()).toEqual({ status: 200, text: '' });
    expect(door.sent).toEqual([]);
  });

  it('takes 70,000 characters, emoji among them', async () => {
    const text = '🦆'.repeat(35_000);
    expect((await door.say({ text })).status).toBe(200);
    expect(door.events[0]).toMatchObject({ text });
  });

  it('is tried again when Teams is busy', async () => {
    door.reply({ kind: 'text', text: 'hello' });
    door.answers.push({ status: 429, headers: { 'retry-after': '0' } }, { status: 502 });
    expect((await door.say()).status).toBe(200);
    expect(door.sent).toHaveLength(3);
  });

  it('that Teams does not take is 502, so that Teams tries the message again; and the log names no word of it', async () => {
    door.reply({ kind: 'text', text: 'Uncle Ray' });
    door.answers.push({ status: 500, body: { error: { message: 'Uncle Ray' } } });
    expect((await door.say()).status).toBe(502);
    expect(door.lines).toEqual([
      { level: 'error', event: 'bot.reply-failed', kind: 'message', code: 'refused', status: 500 },
    ]);
  });

  it('does not follow a redirect: the token would go with it', async () => {
    door.reply({ kind: 'text', text: 'hello' });
    door.answers.push({ status: 307, headers: { location: '/connector/elsewhere' } });
    expect((await door.say()).status).toBe(502);
    expect(door.sent).toHaveLength(1);
  });
});

describe('the same message delivered again', () => {
  it('is answered once, five times at once', async () => {
    door.reply({ kind: 'card', card });
    const answers = await Promise.all(Array.from({ length: 5 }, () => door.say({ id: 'again' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(door.sent).toHaveLength(1);
  });

  it('is answered when the first answer was lost', async () => {
    door.reply({ kind: 'text', text: 'hello' });
    door.answers.push({ status: 500 });
    expect((await door.say({ id: 'lost' })).status).toBe(502);
    expect((await door.say({ id: 'lost' })).status).toBe(200);
    expect(door.sent).toHaveLength(2);
  });

  it('is another message in another chat', async () => {
    door.reply({ kind: 'text', text: 'hello' });
    await door.say({ id: 'shared' });
    await door.say({ id: 'shared', conversation: { id: 'other', tenantId: ids.tenant, conversationType: 'personal' } });
    expect(door.sent).toHaveLength(2);
  });

  it('as a press goes to the handler each time: the form key decides there', async () => {
    await press({ id: 'pressed' });
    await press({ id: 'pressed' });
    expect(door.events).toHaveLength(2);
  });
});

describe('the answer to a press of Action.Execute', () => {
  it('is the card that takes the old one’s place', async () => {
    door.reply({ kind: 'card', card });
    const { status, text } = await press();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
    expect(door.sent).toEqual([]);
  });

  it('is a note beside the card', async () => {
    door.reply({ kind: 'text', text: 'noted' });
    expect(JSON.parse((await press()).text)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'noted',
    });
  });

  it('is 501 for an invoke that Lantern does not know', async () => {
    expect(await press({ name: 'task/fetch' })).toEqual({ status: 501, text: '' });
    expect(door.events).toEqual([]);
  });
});

describe('the answer to a press of Action.Submit', () => {
  it('replaces the card that was pressed', async () => {
    door.reply({ kind: 'card', card });
    expect((await submit()).status).toBe(200);
    expect(door.sent).toHaveLength(1);
    expect(door.sent[0]).toMatchObject({
      method: 'PUT',
      path: `${conversation}/old-card`,
      body: { attachments: attached },
    });
  });

  it('comes as a new card when the old one cannot be replaced', async () => {
    door.reply({ kind: 'card', card });
    door.answers.push({ status: 404 });
    expect((await submit()).status).toBe(200);
    expect(door.sent.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  it('is a line of text', async () => {
    door.reply({ kind: 'text', text: 'noted' });
    await submit();
    expect(door.sent[0]).toMatchObject({ method: 'POST', body: { text: 'noted' } });
  });
});

describe('a handler that breaks', () => {
  const broken = async () => {
    throw Object.assign(new RangeError('Ellie Marsden: Uncle Ray'), { code: 'SQLITE_FULL' });
  };
  const shown = new RegExp(`^${problems.broken.replaceAll('.', '\\.')} Number: ([0-9a-f]{8})$`);

  it('is told to the person as a note on the card, with the number that stands in the log', async () => {
    door.reply(broken);
    const { status, text } = await press();
    const { type, value } = JSON.parse(text) as { type: string; value: string };
    expect([status, type]).toEqual([200, 'application/vnd.microsoft.activity.message']);
    expect(value).toMatch(shown);
    expect(door.lines).toEqual([
      {
        level: 'error',
        event: 'bot.handler-broken',
        number: shown.exec(value)?.[1],
        kind: 'action',
        error: 'RangeError',
        code: 'SQLITE_FULL',
        at: expect.stringMatching(/^door\.test\.ts:\d+$/),
      },
    ]);
  });

  it('is told to the person who typed, and the message may be tried again', async () => {
    door.reply(broken);
    expect((await door.say({ id: 'typed' })).status).toBe(200);
    expect(door.sent[0]?.body['text']).toMatch(shown);
    door.reply({ kind: 'text', text: 'well again' });
    await door.say({ id: 'typed' });
    expect(door.sent[1]?.body['text']).toBe('well again');
  });

  it('is told too when the person’s chat cannot be kept', async () => {
    const other = await openBotDoor({
      references: { save: () => Promise.reject(new Error('disk full')), find: async () => undefined },
    });
    expect((await other.say()).status).toBe(200);
    expect(other.events).toEqual([]);
    expect(other.sent[0]?.body['text']).toMatch(shown);
    await other.close();
  });
});

describe('a person’s own chat', () => {
  it('is kept before the handler runs, so that it can write to them at once', async () => {
    let known = false;
    door.reply(async () => {
      known = door.references.known.has(ids.person);
      return { kind: 'nothing' };
    });
    await door.say();
    expect(known).toBe(true);
  });

  it('is welcomed once', async () => {
    for (const _ of [1, 2]) await door.say({ type: 'installationUpdate', action: 'add', text: undefined });
    await door.say({ type: 'conversationUpdate', text: undefined });
    expect(door.events.map((event) => event.kind === 'installed' && event.first)).toEqual([true, false]);
  });
});

describe('when the channel’s keys cannot be read', () => {
  it('a genuine activity is 503, not refused for good; the handler is not called', async () => {
    const away = await listening(createServer((_request, response) => response.writeHead(500).end()));
    const other = await openBotDoor({ keyDocumentUrl: `${away.origin}/openid` });
    const token = `Bearer ${await other.keys.sign(channelClaims())}`;
    expect(await other.post(activity(), token)).toEqual({ status: 503, text: '' });
    await away.close();
    expect(await other.post(activity(), token)).toEqual({ status: 503, text: '' });
    expect(other.events).toEqual([]);
    expect(other.lines.map(({ event }) => event)).toEqual(['bot.keys-unreachable', 'bot.keys-unreachable']);
    await other.close();
  });
});
