import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { VaultFault } from './vault-fault.ts';

interface Version {
  readonly version: string;
  readonly pem: string;
  readonly enabled: boolean;
}
type Stored = Readonly<Record<string, readonly Version[]>>;

/** Keys of a vault: each a list of versions, newest first. */
export interface VaultKeys {
  /** @returns the newest version, or the one that is named. @throws VaultFault when there is none */
  find(name: string, version: string | undefined): Version;
  /** RSA-OAEP with SHA-256, as the service does it. @throws VaultFault when the version is disabled */
  wrap(found: Version, secret: Buffer): Buffer;
  unwrap(found: Version, sealed: Buffer): Buffer;
  /** A new version, which is the newest from then on. Makes the key when there is none. */
  rotate(name: string): void;
  setEnabled(name: string, version: string, enabled: boolean): void;
}

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

const newVersion = (): Version => ({
  version: randomBytes(16).toString('hex'),
  pem: generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
  enabled: true,
});

/**
 * @param file where they are kept between starts
 * @param made names of the keys that an administrator has made; each gets its first version when it is first asked for
 */
export function openVaultKeys(file: string, made: readonly string[]): VaultKeys {
  let stored: Stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : {};
  function keep(name: string, versions: readonly Version[]): readonly Version[] {
    stored = { ...stored, [name]: versions };
    writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return versions;
  }
  const versionsOf = (name: string) => stored[name] ?? (made.includes(name) ? keep(name, [newVersion()]) : []);
  function enabled(found: Version): Version {
    if (!found.enabled)
      throw new VaultFault(403, 'Forbidden', 'The key is disabled for this operation.', 'KeyDisabled');
    return found;
  }
  return {
    find(name, version) {
      const all = versionsOf(name);
      const found = version === undefined ? all[0] : all.find((each) => each.version === version);
      if (!found)
        throw new VaultFault(404, 'KeyNotFound', `No key ${name} is in this vault; it may have been deleted.`);
      return found;
    },
    wrap: (found, secret) => publicEncrypt({ key: createPublicKey(enabled(found).pem), ...oaep }, secret),
    unwrap(found, sealed) {
      try {
        return privateDecrypt({ key: createPrivateKey(enabled(found).pem), ...oaep }, sealed);
      } catch (error) {
        if (error instanceof VaultFault) throw error;
        throw new VaultFault(400, 'BadParameter', 'The parameter is incorrect: value.');
      }
    },
    rotate: (name) => void keep(name, [newVersion(), ...(stored[name] ?? [])]),
    setEnabled: (name, version, to) =>
      void keep(
        name,
        versionsOf(name).map((each) => (each.version === version ? { ...each, enabled: to } : each)),
      ),
  };
}
