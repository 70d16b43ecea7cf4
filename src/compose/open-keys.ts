import { existsSync, mkdirSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Transport } from '../ports/transport.ts';
import { firstRing, keysOf, readKeys, settled, type Keys } from '../store/keys.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { keyStoreOf } from './key-store-of.ts';

/**
 * The keys of this Lantern: from its data folder, or unwrapped by Key Vault; made at the very first start.
 * @throws Error in words for whoever starts it
 */
export async function openKeys(config: Config, transport: Transport): Promise<Keys> {
  const { LANTERN_DATA: folder } = config;
  const store = keyStoreOf(config, transport);
  if (!store) return readKeys(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = await store.read();
  if (found) return keysOf(settled(found, folder));
  const { key } = placesIn(folder);
  if (existsSync(key))
    throw new Error(
      `${key} is not wrapped by Key Vault yet. Run npm run rotate-key once: it wraps it and takes the file away.`,
    );
  return keysOf(await store.begin(firstRing(folder, store.place)));
}
