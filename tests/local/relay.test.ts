import { createServer } from 'node:http';
import express from 'express';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBotDoor, type BotDoor } from '../../bot/framework/door.ts';
import type { BotEvent, BotReply } from '../../bot/framework/events.ts';
import { connectorTokenCheck } from '../../src/local/relay/connector-token.ts';
import { createRelay, type Instances } from '../../src/local/relay/relay.ts';
import { localTransport } from '../../src/local/transport.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ConversationReference } from '../../src/ports/references.ts';
import { ids, nowSeconds, rememberedChannels } from '../support/bot-door.ts';
import { serveBotFrameworkKeys, type BotFrameworkKeys } from '../support/bot-framework-keys.ts';
import { listening } from '../support/listening.ts';
import { recordedLog, type LogLine } from '../support/recorded-log.ts';
import { systemClock } from '../../src/system/system-clock.ts';

const card: Card = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Received', wrap: true }],
};

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A chat window without the window: a connector that notes what it is sent. */
async function startWindow() {
  const heard: Heard[] = [];
  const server = await listening(
    createServer(
      express().use('/_connector', express.json(), (request, response) => {
        const { method, url, headers, body } = request;
        heard.push({ method, url, authorization: headers.authorization, body: body as Heard['body'] });
        response.status(201).json({ id: `shown-${heard.length}` });
      }),
    ),
  );
  return { heard, connectorUrl: `${server.origin}/_connector`, close: server.close };
}

let keys: BotFrameworkKeys;
let daniel: Awaited<ReturnType<typeof startWindow>>;
let priya: Awaited<ReturnType<typeof startWindow>>;
let tenant: Awaited<ReturnType<typeof listening>>;
let lantern: Awaited<ReturnType<typeof listening>>;
let door: BotDoor;
let lanternMessagesUrl = '';
const instances: Instances = new Map();
const known = new Map<string, ConversationReference>();
const events: BotEvent[] = [];
let lines: LogLine[];
let reply: BotReply = { kind: 'nothing' };

const entraToken = (change: object = {}) =>
  keys.sign({ aud: 'https://api.botframework.com', appid: ids.bot, exp: nowSeconds() + 600, ...change });

beforeAll(async () => {
  [keys, daniel, priya] = await Promise.all([serveBotFrameworkKeys(), startWindow(), startWindow()]);
  const relay = createRelay({
    signChannelToken: ({ serviceUrl, audience }) =>
      keys.sign({
        iss: 'https://api.botframework.com',
        aud: audience,
        serviceurl: serviceUrl,
        nbf: nowSeconds(),
        exp: nowSeconds() + 600,
      }),
    isConnectorToken: connectorTokenCheck({ publicKey: () => keys.publicKey, botAppId: ids.bot }),
    lanternMessagesUrl: () => lanternMessagesUrl,
    instances,
    botAppId: ids.bot,
  });
  tenant = await listening(
    createServer(
      express()
        .use(relay)
        .post('/:tenant/oauth2/v2.0/token', async (_request, response) => {
          response.json({ token_type: 'Bearer', expires_in: 3600, access_token: await entraToken() });
        }),
    ),
  );
  const recorded = recordedLog();
  lines = recorded.lines;
  door = createBotDoor({
    config: { LANTERN_MODE: 'local', LANTERN_TENANT_ID: ids.tenant, BOT_APP_ID: ids.bot },
    tenants: [ids.tenant],
    keyDocumentUrl: keys.keyDocumentUrl,
    transport: localTransport(tenant.origin),
    clock: systemClock,
    references: {
      save: async (reference) => ({ first: known.size < known.set(reference.person, reference).size }),
      find: async ({ person }) => known.get(person),
    },
    channels: rememberedChannels(),
    handle: async (event) => {
      events.push(event);
      return reply;
    },
    log: recorded.log,
  });
  lantern = await listening(createServer(express().post('/api/messages', express.json(), door.handler)));
});
beforeEach(() => {
  for (const list of [events, lines, daniel.heard, priya.heard]) list.length = 0;
  known.clear();
  reply = { kind: 'nothing' };
  lanternMessagesUrl = `${lantern.origin}/api/messages`;
  instances.set('daniel', 'http://localhost:9/_connector').set('priya', priya.connectorUrl);
});
afterAll(() => Promise.all([daniel, priya, tenant, lantern, keys].map((server) => server.close())));

let counter = 0;
/** What a Playground sends: unsigned, under a service URL of its own. */
const said = (change: object = {}) => ({
  type: 'message',
  id: `said-${++counter}`,
  channelId: 'msteams',
  serviceUrl: daniel.connectorUrl,
  from: { id: '29:daniel', name: 'Daniel Osei', aadObjectId: ids.person },
  recipient: { id: `28:${ids.bot}` },
  conversation: { id: 'personal-daniel', tenantId: ids.tenant, conversationType: 'personal' },
  text: 'hello',
  ...change,
});
const speak = (body: unknown, instance = 'daniel') =>
  fetch(`${tenant.origin}/playground/${instance}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const call = (path: string, headers: Record<string, string>, method = 'POST') =>
  fetch(`${tenant.origin}/connector${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

describe('what a Playground says', () => {
  it('passes Lantern’s whole gate, under the connector’s service URL', async () => {
    expect((await speak(said())).status).toBe(200);
    expect(events).toMatchObject([{ kind: 'message', text: 'hello', actor: { person: ids.person } }]);
    expect(known.get(ids.person)?.serviceUrl).toBe('https://smba.trafficmanager.net/daniel/');
    expect(lines).toEqual([]);
  });

  it('is answered in its own window, with the bot’s token on the way', async () => {
    reply = { kind: 'card', card };
    await speak(said({ id: 'said-a' }));
    expect(daniel.heard).toMatchObject([
      {
        method: 'POST',
        url: '/v3/conversations/personal-daniel/activities/said-a',
        body: { attachments: [{ content: card }] },
      },
    ]);
    expect(priya.heard).toEqual([]);
  });

  it('as a press of a button gets its answer back as it is', async () => {
    reply = { kind: 'card', card };
    const answer = await speak(
      said({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'take' } } }),
    );
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card,
    });
  });

  it('is refused by Lantern when it is not genuine in another way, and the refusal is handed back', async () => {
    const answer = await speak(
      said({ conversation: { id: 'c', tenantId: ids.otherTenant, conversationType: 'personal' } }),
    );
    expect([answer.status, await answer.text()]).toEqual([403, '']);
    expect(events).toEqual([]);
  });

  it.each(['nobody', 'Daniel', '..'])('under the unknown instance %j goes nowhere', async (instance) => {
    expect((await speak(said(), encodeURIComponent(instance))).status).toBe(404);
    expect(events).toEqual([]);
  });

  it('is 502 while Lantern is not up, and so is the question whether it is', async () => {
    const ask = () => fetch(`${tenant.origin}/playground/daniel/api/messages`, { method: 'HEAD' });
    expect((await ask()).status).toBe(200);
    lanternMessagesUrl = 'http://127.0.0.1:9/api/messages';
    expect((await ask()).status).toBe(502);
    expect((await speak(said())).status).toBe(502);
  });

  it('cannot lead the relay to another machine', async () => {
    await speak(said({ serviceUrl: 'http://evil.example/_connector' }));
    expect(instances.get('daniel')).toBe('http://localhost:9/_connector');
  });
});

describe('what Lantern says first', () => {
  it('crosses into the window of the person it is for', async () => {
    await speak(
      said({ from: { id: '29:priya', aadObjectId: ids.otherTenant }, serviceUrl: priya.connectorUrl }),
      'priya',
    );
    expect(await door.messenger.send({ tenant: ids.tenant, person: ids.otherTenant }, card)).toEqual({
      outcome: 'delivered',
      activityId: 'shown-1',
    });
    expect(priya.heard).toMatchObject([{ method: 'POST', url: '/v3/conversations/personal-daniel/activities' }]);
    expect(daniel.heard).toEqual([]);
  });

  it('replaces a card there', async () => {
    await speak(said());
    await door.messenger.update({ tenant: ids.tenant, person: ids.person }, 'shown-1', card);
    expect(daniel.heard).toMatchObject([
      { method: 'PUT', url: '/v3/conversations/personal-daniel/activities/shown-1' },
    ]);
  });

  it('does not hand the bot’s token on to the window', async () => {
    await speak(said());
    await door.messenger.send({ tenant: ids.tenant, person: ids.person }, card);
    expect(daniel.heard[0]?.authorization).toBeUndefined();
  });
});

describe('a call to the connector', () => {
  const path = '/priya/v3/conversations/personal-priya/activities';

  it('is taken with the bot’s token for the connector', async () => {
    expect((await call(path, { authorization: `Bearer ${await entraToken()}` })).status).toBe(201);
    expect(priya.heard).toHaveLength(1);
  });

  it.each<readonly [string, () => Promise<Record<string, string>>]>([
    ['without a token', async () => ({})],
    ['with an empty one', async () => ({ authorization: 'Bearer ' })],
    ['with nonsense', async () => ({ authorization: 'Bearer x' })],
    [
      'with a token for Graph',
      async () => ({ authorization: `Bearer ${await entraToken({ aud: 'https://graph.microsoft.com' })}` }),
    ],
    [
      'with another application’s',
      async () => ({ authorization: `Bearer ${await entraToken({ appid: ids.otherTenant })}` }),
    ],
    [
      'with one that has run out',
      async () => ({ authorization: `Bearer ${await entraToken({ exp: nowSeconds() - 10 })}` }),
    ],
  ])('%s is 401', async (_name, headers) => {
    expect((await call(path, await headers())).status).toBe(401);
    expect(priya.heard).toEqual([]);
  });

  it('for an unknown instance is 404', async () => {
    const headers = { authorization: `Bearer ${await entraToken()}` };
    expect((await call('/nobody/v3/conversations/c/activities', headers)).status).toBe(404);
  });

  it('is 502 when the window is closed', async () => {
    const headers = { authorization: `Bearer ${await entraToken()}` };
    expect((await call('/daniel/v3/conversations/c/activities', headers)).status).toBe(502);
  });
});

it('the channel token names the service URL of its instance and our bot', async () => {
  const tokens: string[] = [];
  const relay = createRelay({
    signChannelToken: async (token) => {
      const signed = await keys.sign({ ...token });
      tokens.push(signed);
      return signed;
    },
    isConnectorToken: async () => false,
    lanternMessagesUrl: () => lanternMessagesUrl,
    instances: new Map([['priya', priya.connectorUrl]]),
    botAppId: ids.bot,
  });
  const server = await listening(createServer(express().use(relay)));
  await fetch(`${server.origin}/playground/priya/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said()),
  });
  await server.close();
  expect(tokens.map((token) => decodeJwt(token))).toEqual([
    { serviceUrl: 'https://smba.trafficmanager.net/priya/', audience: ids.bot },
  ]);
});
