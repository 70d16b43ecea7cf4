import { jwtVerify, type CryptoKey, type KeyObject } from 'jose';

export interface ConnectorTokenParts {
  /** Entra's key with this id. */
  readonly publicKey: (kid: string | undefined) => KeyObject | CryptoKey | undefined;
  readonly botAppId: string;
}

/**
 * Checks tokens as the Bot Connector does: from Entra, for the connector, and the bot's own.
 * @returns a function that says whether a token is good
 */
export function connectorTokenCheck({ publicKey, botAppId }: ConnectorTokenParts): (token: string) => Promise<boolean> {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const found = publicKey(kid);
          if (!found) throw new Error('unknown key');
          return found;
        },
        { audience: 'https://api.botframework.com', algorithms: ['RS256'] },
      );
      return payload['appid'] === botAppId;
    } catch {
      return false;
    }
  };
}
