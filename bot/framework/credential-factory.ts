import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotCredentials } from './credentials.ts';

type Factory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

/** What botbuilder asks of a credentials factory; it never looks for the class. */
export type CredentialFactory = Pick<Factory, 'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'>;

/**
 * Hands Lantern's credentials to botbuilder, whose own factories neither use our transport nor insist on a bot:
 * with an empty app id they count authentication as switched off, and let anybody in.
 */
export const createCredentialFactory = (botAppId: string, credentials: BotCredentials): CredentialFactory => ({
  async isValidAppId(appId) {
    return appId === botAppId;
  },
  async isAuthenticationDisabled() {
    return false;
  },
  async createCredentials() {
    return {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await credentials.token()}`);
        return request;
      },
    };
  },
});
