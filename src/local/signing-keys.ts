import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Claims or header members of a token, by name. A member set to undefined is left out. */
export type TokenPart = Readonly<Record<string, unknown>>;

/** An issuer's RSA keys. */
export interface SigningKeys {
  /**
   * A compact JWS under the newest key. It is always an RS256 signature, whatever `header` claims: a test can mint
   * a token that lies about itself.
   */
  sign(claims: TokenPart, header?: TokenPart): string;
  /** The public half of the key with this id; undefined when there is none. */
  publicKey(kid: string | undefined): KeyObject | undefined;
  /** The key document (RFC 7517), newest key first. */
  document(): { readonly keys: readonly TokenPart[] };
  /** Signs with a new key from now on. Older keys stay in the document. */
  rotate(): void;
}

interface StoredKey {
  readonly kid: string;
  readonly pem: string;
}

const newKey = (): StoredKey => ({
  kid: randomUUID().replaceAll('-', ''),
  pem: generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
});

const read = (file: string): readonly StoredKey[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly StoredKey[]) : [];

/** Written aside and renamed, so that a killed process leaves either the old keys or the new ones. */
function write(file: string, keys: readonly StoredKey[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const encode = (part: TokenPart) => Buffer.from(JSON.stringify(part)).toString('base64url');

const load = ({ kid, pem }: StoredKey) => {
  const privateKey = createPrivateKey(pem);
  return { kid, privateKey, publicKey: createPublicKey(privateKey) };
};

/**
 * Opens the keys kept in `file`, making the first one when there is none: tokens stay valid between starts.
 * @param members added to each key in the document, e.g. `endorsements`
 */
export function openSigningKeys(file: string, members: TokenPart = {}): SigningKeys {
  let stored = read(file);
  const add = (): StoredKey => {
    const made = newKey();
    stored = [made, ...stored];
    write(file, stored);
    return made;
  };
  let newest = load(stored[0] ?? add());
  let keys = stored.map(load);

  return {
    sign(claims, header = {}) {
      const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid: newest.kid, ...header })}.${encode(claims)}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), newest.privateKey).toString('base64url')}`;
    },
    publicKey: (kid) => keys.find((key) => key.kid === kid)?.publicKey,
    document: () => ({
      keys: keys.map(({ kid, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        use: 'sig',
        kid,
        x5t: kid,
        ...members,
      })),
    }),
    rotate() {
      newest = load(add());
      keys = [newest, ...keys];
    },
  };
}
