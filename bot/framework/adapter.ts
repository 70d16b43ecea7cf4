import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference as Whereabouts,
  type TurnContext,
} from 'botbuilder';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { ChannelReference } from '../../src/ports/channels.ts';
import type { ConversationReference } from '../../src/ports/references.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { TeamsActivity } from './activity.ts';
import type { ChannelKeys } from './channel-keys.ts';
import { createConnectorClient } from './connector-client.ts';
import { createCredentialFactory } from './credential-factory.ts';
import type { BotCredentials } from './credentials.ts';
import { channelIssuer } from './gate.ts';

/** Nothing answers there: keys for emulator and skill tokens are never found, so no such token is ever good. */
const nowhere = 'http://127.0.0.1:9/none';

export interface AdapterParts {
  readonly botAppId: string;
  readonly tenantId: string;
  /** OpenID document of the channel's signing keys. */
  readonly keyDocumentUrl: string;
  readonly keys: ChannelKeys;
  readonly credentials: BotCredentials;
  readonly transport: Transport;
}

export type Turn = (context: TurnContext) => Promise<void>;

/** botbuilder, with its full checks, as Lantern uses it: verify what comes in, answer it, write first. */
export function createAdapter({ botAppId, tenantId, keyDocumentUrl, keys, credentials, transport }: AdapterParts) {
  takeKeysFrom(keys, keyDocumentUrl);
  // All of these or none: with one missing, botbuilder takes the issuer for undefined and refuses everybody.
  const options = {
    MicrosoftAppId: botAppId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: 'SingleTenant',
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: channelIssuer,
    ToBotFromChannelTokenIssuer: channelIssuer,
    OAuthUrl: channelIssuer,
    ToBotFromChannelOpenIdMetadataUrl: keyDocumentUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: nowhere,
    CallerId: 'urn:botframework:azure',
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(
    options,
    createCredentialFactory(botAppId, credentials),
    undefined,
    undefined,
    { httpClient: createConnectorClient(transport) },
  );
  const adapter = new CloudAdapter(authentication);

  return {
    /**
     * Verifies signature, lifetime, issuer, audience, service URL and endorsement of the token.
     * @returns the way to answer the activity
     * @throws KeysUnreachable when nothing can be verified just now; any other error when something is not right
     */
    async verify(activity: TeamsActivity, token: string): Promise<(turn: Turn) => Promise<void>> {
      const verified = await authentication.authenticateRequest(activity as Activity, `Bearer ${token}`);
      return (turn) => adapter.processActivityDirect(verified, activity as Activity, turn);
    },

    /** Opens a turn in a person's own chat without an activity of theirs. */
    reach(reference: ConversationReference, turn: Turn): Promise<void> {
      return adapter.continueConversationAsync(botAppId, toWhereabouts(reference), async (context) => {
        // botbuilder makes an id up for this turn and would send everything as a reply to it.
        context.activity.id = '';
        await turn(context);
      });
    },

    /** Opens a turn in a channel without an activity from there; with `replyTo` in the thread of that post. */
    reachChannel(reference: ChannelReference, turn: Turn, replyTo?: string): Promise<void> {
      return adapter.continueConversationAsync(botAppId, toChannel(reference, replyTo), async (context) => {
        context.activity.id = '';
        await turn(context);
      });
    },
  };
}

/**
 * Has botbuilder ask Lantern for the channel's keys. By itself it would fetch them once for each request that waits, again and
 * again while they cannot be read, and would forget those it has as soon as a day is over.
 */
function takeKeysFrom(keys: ChannelKeys, keyDocumentUrl: string): void {
  // One for each address in this process: the one that every check of the channel's tokens uses.
  const { openIdMetadata } = new JwtTokenExtractor({}, keyDocumentUrl, ['RS256']);
  openIdMetadata.getKey = (keyId) => keys.find(keyId);
}

export type Adapter = ReturnType<typeof createAdapter>;

/** Teams refuses a first word with 403 where tenant or person is missing. */
const toWhereabouts = (reference: ConversationReference): Partial<Whereabouts> => ({
  channelId: 'msteams',
  serviceUrl: reference.serviceUrl,
  conversation: {
    id: reference.conversationId,
    tenantId: reference.tenant,
    conversationType: 'personal',
    isGroup: false,
    name: '',
  },
  bot: { id: reference.botId, name: '' },
  user: { id: reference.teamsUserId, aadObjectId: reference.person, name: '' },
});

/** A message to the channel itself begins a thread; one to a post of it goes into that post's thread. */
const toChannel = (reference: ChannelReference, replyTo?: string): Partial<Whereabouts> => ({
  channelId: 'msteams',
  serviceUrl: reference.serviceUrl,
  conversation: {
    id: replyTo === undefined ? reference.channel : `${reference.channel};messageid=${replyTo}`,
    tenantId: reference.tenant,
    conversationType: 'channel',
    isGroup: true,
    name: '',
  },
  bot: { id: reference.botId, name: '' },
});
