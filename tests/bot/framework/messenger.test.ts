import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/ports/card.ts';
import { ids, openBotDoor, type OpenDoor } from '../../support/bot-door.ts';

const card: Card = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'A concern needs you', wrap: true }],
};
const attached = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
const daniel = { tenant: ids.tenant, person: ids.person };
const reference = {
  ...daniel,
  conversationId: 'a:personal-daniel',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  botId: `28:${ids.bot}`,
  teamsUserId: '29:daniel',
};
const chat = '/uk/v3/conversations/a%3Apersonal-daniel/activities';

let door: OpenDoor;
beforeAll(async () => {
  door = await openBotDoor();
});
beforeEach(() => {
  for (const list of [door.sent, door.lines, door.answers]) list.length = 0;
  door.references.known.clear();
  door.references.known.set(ids.person, reference);
});
afterAll(() => door.close());

describe('a message to a person', () => {
  it('goes to their own chat, with the bot’s token, and names tenant and person as Teams wants it', async () => {
    door.answers.push({ status: 201, body: { id: 'in-teams' } });
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'delivered', activityId: 'in-teams' });
    expect(door.sent).toHaveLength(1);
    expect(door.sent[0]).toMatchObject({
      method: 'POST',
      path: chat,
      authorization: 'Bearer token-of-the-bot',
      body: {
        type: 'message',
        attachments: attached,
        from: { id: `28:${ids.bot}` },
        recipient: { id: '29:daniel', aadObjectId: ids.person },
        conversation: { id: 'a:personal-daniel', tenantId: ids.tenant },
      },
    });
    expect(door.sent[0]?.body).not.toHaveProperty('replyToId');
  });

  it('goes where the last genuine activity of theirs came from', async () => {
    door.references.known.clear();
    await door.say({ conversation: { id: 'new-chat', tenantId: ids.tenant, conversationType: 'personal' } });
    await door.messenger.send(daniel, card);
    expect(door.sent.at(-1)?.path).toBe('/uk/v3/conversations/new-chat/activities');
  });

  it('replaces a card that lies in their chat', async () => {
    expect(await door.messenger.update(daniel, 'old', card)).toEqual({ outcome: 'delivered', activityId: 'old' });
    expect(door.sent[0]).toMatchObject({
      method: 'PUT',
      path: `${chat}/old`,
      body: { id: 'old', attachments: attached },
    });
  });

  it('finds nobody who never spoke to Lantern', async () => {
    const nobody = { tenant: ids.tenant, person: ids.otherTenant };
    expect(await door.messenger.send(nobody, card)).toEqual({ outcome: 'unreachable', why: 'no-conversation' });
    expect(door.sent).toEqual([]);
  });

  it('is tried again when Teams is busy, within seconds', async () => {
    door.answers.push({ status: 429 }, { status: 412 }, { status: 504 });
    expect(await door.messenger.send(daniel, card)).toMatchObject({ outcome: 'delivered' });
    expect(door.sent).toHaveLength(4);
  });

  it('has failed when Teams stays busy', async () => {
    door.answers.push(...Array.from({ length: 9 }, () => ({ status: 502 })));
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'failed', status: 502 });
    expect(door.sent).toHaveLength(4);
  });

  it('has failed at once when Teams asks for a minute: the outbox has the time', async () => {
    door.answers.push({ status: 429, headers: { 'retry-after': '60' } });
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'failed', status: 429 });
    expect(door.sent).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 413, 500, 503])('has failed at once on %i', async (status) => {
    door.answers.push({ status });
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'failed', status });
    expect(door.sent).toHaveLength(1);
  });

  it.each([
    { error: { code: 'MessageWritesBlocked', message: 'Thread is blocked from message writes.' } },
    { errorCode: 209, message: '{\r\n "subCode": "MessageWritesBlocked",\r\n "errorCode": null\r\n}' },
    { error: { code: 'ConversationBlockedByUser', message: 'User blocked the conversation with the bot.' } },
    { error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' } },
  ])('cannot reach a person who blocked or removed Lantern: %j', async (body) => {
    door.answers.push({ status: 403, body });
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'unreachable', why: 'blocked' });
  });
});

describe('an address that is not the connector’s', () => {
  it.each([
    'https://evil.trafficmanager.net/uk/',
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net@evil.example/',
  ])('gets no message and no token, though a reference names it: %s', async (serviceUrl) => {
    door.references.known.set(ids.person, { ...reference, serviceUrl });
    expect(await door.messenger.send(daniel, card)).toEqual({ outcome: 'failed' });
    expect(door.sent).toEqual([]);
    expect(door.lines).toMatchObject([{ level: 'security', event: 'bot.reference-refused' }]);
  });
});

describe('trouble of our own', () => {
  it('is a failure like any other, with codes in the log', async () => {
    const other = await openBotDoor({
      references: { save: async () => ({ first: true }), find: () => Promise.reject(new Error('Ellie')) },
    });
    expect(await other.messenger.send(daniel, card)).toEqual({ outcome: 'failed' });
    expect(other.lines).toMatchObject([{ level: 'error', event: 'bot.send-broken', error: 'Error' }]);
    expect(JSON.stringify(other.lines)).not.toContain('Ellie');
    await other.close();
  });

  it('with the token is a failure, and nothing is sent without one', async () => {
    const other = await openBotDoor({ transport: () => Promise.reject(new TypeError('fetch failed')) });
    other.references.known.set(ids.person, reference);
    expect(await other.messenger.send(daniel, card)).toEqual({ outcome: 'failed' });
    expect(other.sent).toEqual([]);
    await other.close();
  });
});
