import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference as Whereabouts,
  type TurnContext,
} from 'botbuilder';
import type { ConversationReference } from '../../src/ports/references.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { TeamsActivity } from './activity.ts';
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
  readonly credentials: BotCredentials;
  readonly transport: Transport;
}

export type Turn = (context: TurnContext) => Promise<void>;

/** botbuilder, with its full checks, as Lantern uses it: verify what comes in, answer it, write first. */
export function createAdapter({ botAppId, tenantId, keyDocumentUrl, credentials, transport }: AdapterParts) {
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
      try {
        const verified = await authentication.authenticateRequest(activity as Activity, `Bearer ${token}`);
        return (turn) => adapter.processActivityDirect(verified, activity as Activity, turn);
      } catch (error) {
        throw isAboutKeys(error) ? new KeysUnreachable() : error;
      }
    },

    /** Opens a turn in a person's own chat without an activity of theirs. */
    reach(reference: ConversationReference, turn: Turn): Promise<void> {
      return adapter.continueConversationAsync(botAppId, toWhereabouts(reference), async (context) => {
        // botbuilder makes an id up for this turn and would send everything as a reply to it.
        context.activity.id = '';
        await turn(context);
      });
    },
  };
}

/** The channel's signing keys could not be read: the activity may well be genuine, and Teams may try it again. */
export class KeysUnreachable extends Error {}

/** How botbuilder 4.23 says that the key document gave no answer, or not a good one. */
const isAboutKeys = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500));

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
