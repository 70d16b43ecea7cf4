import type { Clock } from '../ports/clock.ts';
import type { DataKey, KeyRing } from './key-ring.ts';
import type { KeyStore } from './key-store.ts';
import type { KeyVault, Wrapped } from './key-vault.ts';
import type { WrappedPlace } from './wrapped-place.ts';
import { wrappedRing, type WrappedRing } from './wrapped-ring.ts';

export interface WrappedKeyStore extends KeyStore {
  /** Addresses of the versions that what is kept needs; empty when nothing is kept. */
  versions(): Promise<readonly string[]>;
}

/**
 * The data keys, each wrapped by a key in Key Vault.
 * Everything is wrapped with the newest version whenever it is written, and opened again before it takes the old one's place:
 * until then the old text, and the versions that it names, are what counts.
 */
export function createWrappedKeyStore(vault: KeyVault, place: WrappedPlace, clock: Clock): WrappedKeyStore {
  function parse(text: string): WrappedRing {
    try {
      return wrappedRing.parse(JSON.parse(text));
    } catch {
      throw new Error(`${place.name} is damaged. Put your copy of it back.`);
    }
  }

  async function seal(ring: KeyRing): Promise<string> {
    const kid = await vault.newest();
    const wrap = async (key: DataKey, at: string) => ({ ...(await vault.wrap(kid, key)), at });
    const text: WrappedRing = {
      current: await wrap(ring.current, clock.now()),
      ...(ring.next && { next: await wrap(ring.next.key, ring.next.at) }),
      retired: await Promise.all(ring.retired.map(({ key, at }) => wrap(key, at))),
    };
    const again = await open(text);
    if (!sameRing(again, ring)) throw new Error('Key Vault did not give back what it wrapped; nothing was changed.');
    return `${JSON.stringify(text, undefined, 2)}\n`;
  }

  async function open({ current, next, retired }: WrappedRing): Promise<KeyRing> {
    const unwrap = ({ kid, alg, value }: Wrapped) => vault.unwrap({ kid, alg, value });
    return {
      current: await unwrap(current),
      ...(next && { next: { key: await unwrap(next), at: next.at } }),
      retired: await Promise.all(retired.map(async (each) => ({ key: await unwrap(each), at: each.at }))),
    };
  }

  const kept = async () => {
    const text = await place.read();
    return text === undefined ? undefined : parse(text);
  };

  return {
    place: place.name,
    async read() {
      const ring = await kept();
      return ring && open(ring);
    },
    begin: async (ring) => open(parse(await place.begin(await seal(ring)))),
    replace: async (ring) => place.replace(await seal(ring)),
    async versions() {
      const ring = await kept();
      const all = ring ? [ring.current, ...(ring.next ? [ring.next] : []), ...ring.retired] : [];
      return [...new Set(all.map(({ kid }) => kid))];
    },
  };
}

const sameRing = (a: KeyRing, b: KeyRing): boolean =>
  a.current.equals(b.current) &&
  (a.next?.key.toString('hex') ?? '') === (b.next?.key.toString('hex') ?? '') &&
  a.retired.length === b.retired.length &&
  a.retired.every(({ key }, n) => b.retired[n]?.key.equals(key));
