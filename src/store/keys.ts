import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { keyFile } from '../keys/key-file.ts';
import { keyId } from '../keys/key-id.ts';
import type { DataKey, KeyRing } from '../keys/key-ring.ts';
import type { Instant } from '../ports/clock.ts';
import { opensWith } from './sqlite/opens-with.ts';
import { placesIn } from './sqlite/places-in.ts';

/** What is derived from one data key. */
export interface DerivedKeys {
  /** Names the data key and tells nothing of it. */
  readonly id: string;
  /** Encrypts the operational database: 32 bytes as hexadecimal digits. */
  readonly database: string;
  /** Seals the cards of one tenant: 32 bytes. */
  cardsOf(tenant: string): Buffer;
  /** Seals the bytes of files until they are filed: 32 bytes. */
  readonly spool: Buffer;
  /** What Microsoft Graph gives back with each hint, so that it can be told from anybody else's. */
  readonly subscriptions: string;
}

export interface Keys extends DerivedKeys {
  /** Of the data keys before this one, newest first: for what was sealed or copied while they counted. */
  readonly earlier: readonly (DerivedKeys & { readonly retiredAt: Instant })[];
}

/**
 * Keys from `<folder>/data.key`, made at the first start. Whoever loses this file loses what was not yet filed in SharePoint.
 * @throws Error when others than the owner may read it: a key that leaked is no key; when it is gone and its database is not;
 *   when Key Vault wraps the key here, and it must be asked
 */
export function readKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const places = placesIn(folder);
  const kept = keyFile(places.key);
  const found = kept.read();
  if (found) return keysOf(settled(found, folder));
  if (existsSync(places.wrappedKey))
    throw new Error(
      `${places.wrappedKey} is wrapped by Key Vault: set LANTERN_KEY_VAULT_KEY to the key that it names.`,
    );
  const ring = firstRing(folder, places.key);
  kept.write(ring);
  return keysOf(ring);
}

/**
 * @param place for people: where the key would have been
 * @throws Error when there is a database already, which a new key would not open
 */
export function firstRing(folder: string, place: string): KeyRing {
  const { database } = placesIn(folder);
  if (existsSync(database))
    throw new Error(
      `${place} is gone, and ${database} cannot be opened without it. Put your copy of the key back. If there is none: put ` +
        `${database} aside, start Lantern and run npm run rebuild; env/keys.md says what comes back from SharePoint and what does not.`,
    );
  return { current: randomBytes(32), retired: [] };
}

/**
 * What a rotation left when it was killed: the key that opens the database counts. Nothing is written here, for another process
 * may be rotating at this moment; the next rotation tidies up.
 */
export function settled({ next, ...ring }: KeyRing, folder: string): KeyRing {
  if (!next) return ring;
  const { database } = placesIn(folder);
  const opens = (key: DataKey) => opensWith(database, derive(key).database);
  if (!existsSync(database) || opens(ring.current) || !opens(next.key)) return ring;
  return { current: next.key, retired: [{ key: ring.current, at: next.at }, ...ring.retired] };
}

export const keysOf = ({ current, retired }: KeyRing): Keys => ({
  ...derive(current),
  earlier: retired.map(({ key, at }) => ({ ...derive(key), retiredAt: at })),
});

function derive(root: DataKey): DerivedKeys {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', purpose, 32));
  return {
    id: keyId(root),
    database: keyFor('database').toString('hex'),
    cardsOf: (tenant) => keyFor(`cards:${tenant}`),
    spool: keyFor('spool'),
    subscriptions: keyFor('subscriptions').toString('hex'),
  };
}
