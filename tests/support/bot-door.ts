import { createServer } from 'node:http';
import express from 'express';
import type { JWTPayload } from 'jose';
import { createBotDoor, type BotDoorParts } from '../../bot/framework/door.ts';
import type { BotEvent, BotHandler, BotReply } from '../../bot/framework/events.ts';
import { localTransport } from '../../src/local/transport.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { ChannelReference, ChannelReferences, Channels, ChannelTeams } from '../../src/ports/channels.ts';
import type { ConversationReference, ConversationReferences } from '../../src/ports/references.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { serveBotFrameworkKeys, type BotFrameworkKeys } from './bot-framework-keys.ts';
import { listening } from './listening.ts';
import { recordedLog, type LogLine } from './recorded-log.ts';

export const ids = {
  bot: '6b1c7a1e-bbbb-4bbb-8bbb-000000000001',
  tenant: '6b1c7a1e-2222-4222-8222-000000000001',
  otherTenant: '99999999-9999-4999-8999-999999999999',
  person: '6b1c7a1e-1111-4111-8111-000000000001',
} as const;
export const serviceUrl = 'https://smba.trafficmanager.net/uk/';

/** What Lantern sent to the connector. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer of the connector; 201 with an id when a test names none. */
export interface ConnectorAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real door on a real port, with a key document and a connector of the test's own behind it. */
export interface OpenDoor {
  readonly messenger: Messenger;
  readonly channels: Channels & ChannelTeams;
  readonly channelReferences: ChannelReferences & { readonly known: Map<string, ChannelReference> };
  readonly keys: BotFrameworkKeys;
  readonly events: BotEvent[];
  readonly sent: Sent[];
  readonly lines: LogLine[];
  readonly references: ConversationReferences & { readonly known: Map<string, ConversationReference> };
  /** Taken one by one by the connector's next answers. */
  readonly answers: ConnectorAnswer[];
  reply(next: BotHandler | BotReply): void;
  /** Posts a body under an Authorization header, both as they are. */
  post(body: unknown, authorization?: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Posts an activity as Teams would, signed. */
  say(change?: object): Promise<{ readonly status: number; readonly text: string }>;
  close(): Promise<void>;
}

/** Seconds since 1970. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Claims of a genuine channel token. */
export const channelClaims = (): JWTPayload => ({
  iss: 'https://api.botframework.com',
  aud: ids.bot,
  serviceurl: serviceUrl,
  nbf: nowSeconds() - 10,
  exp: nowSeconds() + 600,
});

let counter = 0;
/** A message of a person in their own chat, as Teams writes it. */
export const activity = (change: object = {}): object => ({
  type: 'message',
  id: `activity-${++counter}`,
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:daniel', name: 'Daniel Osei', aadObjectId: ids.person },
  recipient: { id: `28:${ids.bot}`, name: 'Lantern' },
  conversation: { id: 'a:personal-daniel', tenantId: ids.tenant, conversationType: 'personal' },
  channelData: { tenant: { id: ids.tenant } },
  text: 'hello',
  ...change,
});

function rememberedReferences() {
  const known = new Map<string, ConversationReference>();
  return {
    known,
    async save(reference: ConversationReference) {
      const first = !known.has(reference.person);
      known.set(reference.person, reference);
      return { first };
    },
    find: async ({ person }: { readonly person: string }) => known.get(person),
  };
}

/** Where channels lie, kept in memory. */
export function rememberedChannels() {
  const known = new Map<string, ChannelReference>();
  return {
    known,
    save: async (reference: ChannelReference) => void known.set(reference.channel, reference),
    find: async ({ channel }: { readonly channel: string }) => known.get(channel),
    all: async () => [...known.values()],
    async forget(which: { readonly tenant: string } & ({ readonly channel: string } | { readonly team: string })) {
      const gone = [...known.values()].filter((one) =>
        'team' in which ? one.team === which.team : one.channel === which.channel,
      );
      for (const { channel } of gone) known.delete(channel);
      return gone.map(({ channel }) => channel);
    },
  };
}

export async function openBotDoor(parts: Partial<BotDoorParts> = {}): Promise<OpenDoor> {
  const keys = await serveBotFrameworkKeys();
  const references = rememberedReferences();
  const channelReferences = rememberedChannels();
  const { log, lines } = recordedLog();
  const events: BotEvent[] = [];
  const sent: Sent[] = [];
  const answers: ConnectorAnswer[] = [];
  let handle: BotHandler = async () => ({ kind: 'nothing' });

  const microsoft = await listening(
    createServer(
      express()
        .post('/:tenant/oauth2/v2.0/token', (_request, response) => {
          response.json({ token_type: 'Bearer', expires_in: 3600, access_token: 'token-of-the-bot' });
        })
        .use('/connector', express.json(), (request, response) => {
          const { method, path, headers, body } = request;
          sent.push({ method, path, authorization: headers.authorization, body: body as Sent['body'] });
          const answer = answers.shift() ?? { status: 201, body: { id: `sent-${sent.length}` } };
          response
            .status(answer.status)
            .set(answer.headers ?? {})
            .json(answer.body ?? {});
        }),
    ),
  );

  const door = createBotDoor({
    config: { LANTERN_MODE: 'local', LANTERN_TENANT_ID: ids.tenant, BOT_APP_ID: ids.bot },
    tenants: [ids.tenant],
    keyDocumentUrl: keys.keyDocumentUrl,
    transport: localTransport(microsoft.origin),
    clock: systemClock,
    references,
    channels: channelReferences,
    handle: (event) => {
      events.push(event);
      return handle(event);
    },
    log,
    ...parts,
  });
  const lantern = await listening(
    createServer(express().post('/api/messages', express.json({ limit: '1mb' }), door.handler)),
  );

  const post: OpenDoor['post'] = async (body, authorization) => {
    const response = await fetch(`${lantern.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };

  return {
    messenger: door.messenger,
    channels: door.channels,
    channelReferences,
    keys,
    events,
    sent,
    lines,
    references,
    answers,
    reply: (next) => {
      handle = typeof next === 'function' ? next : async () => next;
    },
    post,
    say: async (change = {}) => post(activity(change), `Bearer ${await keys.sign(channelClaims())}`),
    close: async () => {
      await Promise.all([lantern.close(), microsoft.close(), keys.close()]);
    },
  };
}
