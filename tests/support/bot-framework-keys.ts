import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { listening } from './listening.ts';

/** A stand-in for the Bot Framework's key document, with keys of its own, so that a test can sign activities. */
export interface BotFrameworkKeys {
  readonly keyDocumentUrl: string;
  readonly publicKey: CryptoKey;
  /** A compact token exactly as given, signed with the published key unless `key` says otherwise. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>, key?: CryptoKey | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

const rsa = () => generateKeyPair('RS256', { extractable: true });
// One for all servers of a test file: making one takes long.
const channelKey = rsa();

/**
 * Serves one key on a free port.
 * @param endorsements channels that the key may speak for
 */
export async function serveBotFrameworkKeys(endorsements: readonly string[] = ['msteams']): Promise<BotFrameworkKeys> {
  const { publicKey, privateKey } = await channelKey;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'channel-1', use: 'sig', alg: 'RS256', endorsements };
  let origin = '';
  const server = createServer((request, response) => {
    const document =
      request.url === '/keys'
        ? { keys: [jwk] }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  const { origin: found, close } = await listening(server);
  origin = found;
  return {
    keyDocumentUrl: `${origin}/openid`,
    publicKey,
    sign: (claims, header = {}, key = privateKey) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'channel-1', ...header }).sign(key),
    close,
  };
}

/** A key that no document knows. */
export const unknownKey = async (): Promise<CryptoKey> => (await rsa()).privateKey;
