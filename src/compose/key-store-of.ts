import type { Config } from '../config.ts';
import { appIdentity } from '../graph/app-identity.ts';
import { createTokenSource } from '../graph/token.ts';
import { createKeyVault } from '../keys/key-vault.ts';
import { createWrappedKeyStore, type WrappedKeyStore } from '../keys/wrapped-key-store.ts';
import { wrappedFile } from '../keys/wrapped-file.ts';
import type { Transport } from '../ports/transport.ts';
import { wrappedRow } from '../store/postgres/wrapped-row.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { systemClock } from '../system/system-clock.ts';

/**
 * Where the wrapped data keys of this Lantern lie: in its data folder, or in the database that a fleet shares.
 * @returns undefined unless LANTERN_KEY_VAULT_KEY is set: then they lie in `data.key`, as they are
 */
export function keyStoreOf(config: Config, transport: Transport): WrappedKeyStore | undefined {
  const { LANTERN_KEY_VAULT_KEY: key, LANTERN_DATA: folder, DATABASE_URL: url } = config;
  if (key === undefined) return undefined;
  const token = createTokenSource(appIdentity(config, config.API_APP_ID), transport, 'https://vault.azure.net');
  const place = url === undefined ? wrappedFile(placesIn(folder).wrappedKey) : wrappedRow(url);
  return createWrappedKeyStore(createKeyVault({ key, token, transport }), place, systemClock);
}
