import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { managedIdentity } from './managed-identity.ts';
import type { AppIdentity } from './token.ts';

/** Who one of Lantern's registrations is to Entra, by the settings. */
export function appIdentity(config: Config, clientId: string): AppIdentity {
  const who = { tenantId: config.LANTERN_TENANT_ID, clientId };
  const assertion = managedIdentity(config);
  if (assertion) return { ...who, mode: 'production', assertion };
  const assertionFile = config.API_FEDERATED_TOKEN_FILE;
  if (assertionFile) return { ...who, mode: 'production', assertionFile };
  return config.API_CERTIFICATE_FILE
    ? { ...who, mode: 'production', certificatePem: readFileSync(config.API_CERTIFICATE_FILE, 'utf8') }
    : { ...who, mode: 'local', localSecret: 'known-to-the-local-tenant-only' };
}
