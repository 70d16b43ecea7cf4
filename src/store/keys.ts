import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Keys {
  /** Encrypts the operational database: 32 bytes as hexadecimal digits. */
  readonly database: string;
  /** Seals the cards of one tenant: 32 bytes. */
  cardsOf(tenant: string): Buffer;
  /** What Microsoft Graph gives back with each hint, so that it can be told from anybody else's. */
  readonly subscriptions: string;
}

/**
 * Keys from `<folder>/data.key`, made at the first start. Whoever loses this file loses what was not yet filed in SharePoint.
 * @throws Error when others than the owner may read it: a key that leaked is no key
 */
export function readKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'data.key');
  const root = read(file) ?? make(file);
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', purpose, 32));
  return {
    database: derive('database').toString('hex'),
    cardsOf: (tenant) => derive(`cards:${tenant}`),
    subscriptions: derive('subscriptions').toString('hex'),
  };
}

function read(file: string): Buffer | undefined {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new Error(`${file} can be read by others: chmod 600 it, and change the key if it may have leaked`);
    }
    return Buffer.from(readFileSync(file, 'utf8'), 'hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(file: string): Buffer {
  const key = randomBytes(32);
  writeFileSync(file, key.toString('hex'), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return key;
}
