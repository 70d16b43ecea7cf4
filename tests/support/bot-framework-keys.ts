import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { listening } from './listening.ts';

/** A stand-in for the Bot Framework's key document, with keys of its own, so that a test can sign activities. */
export interface BotFrameworkKeys {
  readonly keyDocumentUrl: string;
  readonly publicKey: CryptoKey;
  /** A compact token exactly as given, signed with the published key unless `key` says otherwise. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>, key?: CryptoKey | Uint8Array): Promise<string>;
  /** Publishes the key under these ids in place of those before. */
  publish(...ids: readonly string[]): void;
  /** Every fetch fails so until it is told otherwise; undefined: none does. */
  failWith(status: number | undefined): void;
  /** How often the key document was fetched or asked for in vain. */
  fetches(): number;
  close(): Promise<void>;
}

const rsa = () => generateKeyPair('RS256', { extractable: true });
// One for all servers of a test file: making one takes long.
const channelKey = rsa();

/**
 * Serves one key on a free port.
 * @param endorsements channels that the key may speak for; null: it says none
 */
export async function serveBotFrameworkKeys(
  endorsements: readonly string[] | null = ['msteams'],
): Promise<BotFrameworkKeys> {
  const { publicKey, privateKey } = await channelKey;
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', alg: 'RS256', ...(endorsements && { endorsements }) };
  let published: readonly string[] = ['channel-1'];
  let failing: number | undefined;
  let fetches = 0;
  let origin = '';
  const server = createServer((request, response) => {
    if (request.url !== '/keys') fetches++;
    if (failing !== undefined) {
      response.writeHead(failing).end();
      return;
    }
    const document =
      request.url === '/keys'
        ? { keys: published.map((kid) => ({ ...jwk, kid })) }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  const { origin: found, close } = await listening(server);
  origin = found;
  return {
    keyDocumentUrl: `${origin}/openid`,
    publicKey,
    publish: (...ids) => (published = ids),
    failWith: (status) => (failing = status),
    fetches: () => fetches,
    sign: (claims, header = {}, key = privateKey) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'channel-1', ...header }).sign(key),
    close,
  };
}

/** A key that no document knows. */
export const unknownKey = async (): Promise<CryptoKey> => (await rsa()).privateKey;
