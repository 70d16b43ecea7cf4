import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import type { Config } from '../../src/config.ts';
import { managedIdentity, type ManagedIdentitySettings } from '../../src/graph/managed-identity.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { ChannelReferences, Channels, ChannelTeams } from '../../src/ports/channels.ts';
import type { ConversationReferences } from '../../src/ports/references.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { createAdapter } from './adapter.ts';
import { createAnswered } from './answered.ts';
import { readBearer } from './bearer.ts';
import { createChannels } from './channels.ts';
import { createChannelKeys, isKeyAddress, KeysUnreachable } from './channel-keys.ts';
import { createBotCredentials, type BotProof } from './credentials.ts';
import type { BotHandler } from './events.ts';
import { faultOf } from './fault.ts';
import { gate, refusals, type RefusalCode } from './gate.ts';
import { createMessenger } from './messenger.ts';
import { takeTurn, type Outcome } from './turn.ts';

/** Microsoft's own document of the keys that sign activities: what `keyDocumentUrl` is outside local mode and tests. */
export const channelKeyDocument = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

export interface BotDoorParts {
  readonly config: Pick<Config, 'LANTERN_MODE' | 'LANTERN_TENANT_ID' | 'BOT_APP_ID' | 'BOT_CERTIFICATE_FILE'> &
    Partial<ManagedIdentitySettings>;
  /** Entra ids of the tenants that use this Lantern. */
  readonly tenants: readonly string[];
  readonly keyDocumentUrl: string;
  readonly transport: Transport;
  readonly references: ConversationReferences;
  readonly channels: ChannelReferences;
  readonly handle: BotHandler;
  /** The machine's clock, never the demonstration's. */
  readonly clock: Clock;
  readonly log: Log;
}

export interface BotDoor {
  /** For `POST /api/messages`, behind a JSON parser that takes at least 1 MB: a report may hold 70,000 characters. */
  readonly handler: RequestHandler;
  readonly messenger: Messenger;
  readonly channels: Channels & ChannelTeams;
}

interface Response {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The chat door. An activity is let in when the gate and then botbuilder have found it genuine; there is no other way to
 * `handle`. Whatever is refused is answered with a bare status and one line of codes in the security log.
 * @throws Error at start-up when the settings would leave the door open, or the bot without credentials
 */
export function createBotDoor({
  config,
  tenants,
  keyDocumentUrl,
  transport,
  references,
  channels,
  handle,
  clock,
  log,
}: BotDoorParts): BotDoor {
  checkSettings(config.BOT_APP_ID, tenants, keyDocumentUrl);
  const registration = { appId: config.BOT_APP_ID, tenantId: config.LANTERN_TENANT_ID };
  const credentials = createBotCredentials(registration, readProof(config), transport);
  const adapter = createAdapter({
    botAppId: registration.appId,
    tenantId: registration.tenantId,
    keyDocumentUrl,
    keys: createChannelKeys(keyDocumentUrl, clock, log),
    credentials,
    transport,
  });
  const answerOnce = createAnswered(2000);

  const refuse = (code: RefusalCode): Response => {
    const status = refusals[code];
    log.security('bot.refused', { code, status });
    return { status };
  };

  async function receive(authorization: string | undefined, body: unknown): Promise<Response> {
    const bearer = readBearer(authorization);
    if (typeof bearer === 'string') return refuse(bearer);
    const decision = gate(bearer.claims, body, { botAppId: registration.appId, tenants, now: Date.parse(clock.now()) });
    if (!decision.ok) return refuse(decision.code);
    const { activity, actor } = decision;

    let answer;
    try {
      answer = await adapter.verify(activity, bearer.token);
    } catch (thrown) {
      if (!(thrown instanceof KeysUnreachable)) return refuse('not-verified');
      log.error('bot.keys-unreachable');
      return { status: 503 };
    }

    let outcome: Outcome = { status: 200, well: true };
    const turn = async () => {
      await answer(async (context) => {
        outcome = await takeTurn(context, activity, actor, { references, channels, handle, log });
      });
      return outcome.well;
    };
    if (activity.type === 'message' && activity.id) {
      const key = JSON.stringify([actor.tenant, activity.conversation.id, activity.id]);
      if (!(await answerOnce(key, turn))) log.info('bot.message-repeated', { tenant: actor.tenant });
    } else await turn();
    return outcome;
  }

  return {
    handler: async (request, response) => {
      try {
        const { status, body } = await receive(request.headers.authorization, request.body);
        if (body === undefined) response.status(status).end();
        else response.status(status).json(body);
      } catch (thrown) {
        log.error('bot.door-broken', { ...faultOf(thrown) });
        response.status(500).end();
      }
    },
    messenger: createMessenger(adapter, references, log),
    channels: createChannels(adapter, channels, log),
  };
}

function checkSettings(botAppId: string, tenants: readonly string[], keyDocumentUrl: string): void {
  // botbuilder counts an empty app id as "authentication switched off".
  if (!botAppId.trim()) throw new Error('BOT_APP_ID is empty: anybody could speak to the bot');
  if (tenants.length === 0) throw new Error('no tenant is known: nobody could speak to the bot');
  if (!isKeyAddress(keyDocumentUrl)) throw new Error("the channel's keys must come over https, or from this machine");
}

function readProof(config: BotDoorParts['config']): BotProof {
  const assertion = managedIdentity(config);
  if (assertion) return { assertion };
  if (config.BOT_CERTIFICATE_FILE) return { certificatePem: readFileSync(config.BOT_CERTIFICATE_FILE, 'utf8') };
  if (config.LANTERN_MODE === 'local') return { secret: 'known-to-the-local-tenant-only' };
  throw new Error('BOT_CERTIFICATE_FILE is needed: Teams would take no message from the bot');
}
