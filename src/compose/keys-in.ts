import { existsSync } from 'node:fs';
import { readConfig, type Config } from '../config.ts';
import type { Transport } from '../ports/transport.ts';
import { readKeys, type Keys } from '../store/keys.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { openKeys } from './open-keys.ts';

/** The keys of a data folder, for a command that needs no settings unless Key Vault wraps them. */
export const keysIn =
  (transportOf: (config: Config) => Transport) =>
  (folder: string): Keys | Promise<Keys> => {
    if (!existsSync(placesIn(folder).wrappedKey)) return readKeys(folder);
    const config = readConfig();
    return openKeys({ ...config, LANTERN_DATA: folder }, transportOf(config));
  };
