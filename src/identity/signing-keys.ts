import type { LocalJWKSet } from 'jose';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { fetchKeyDocument, type KeyDocument } from './key-document.ts';
import { createRefreshed, type Refreshed } from './refreshed.ts';
import type { TokenRefusal } from './refusal.ts';

export type KeysFor =
  { readonly keys: LocalJWKSet } | { readonly refusal: Extract<TokenRefusal, 'unknown-key' | 'keys-unreachable'> };

export interface SigningKeys {
  /** Keys of a tenant that uses Lantern; fetches them when they are missing, a day old, or lack this key id. Never rejects. */
  find(tenant: string, keyId: string): Promise<KeysFor>;
  /** Keys that are held already for whichever tenant; never fetches. */
  held(keyId: string): KeysFor;
}

/** Entra's signing keys: one fetch at a time for each tenant, and the old ones stay in use when a fetch fails. */
export function createSigningKeys(transport: Transport, clock: Clock, log: Log): SigningKeys {
  const documents = new Map<string, Refreshed<KeyDocument>>();

  function documentOf(tenant: string): Refreshed<KeyDocument> {
    const known = documents.get(tenant);
    if (known) return known;
    const failed = (error: unknown) =>
      log.warn('identity.keys-unreachable', { tenant, error: error instanceof Error ? error.name : 'unknown' });
    const made = createRefreshed(() => fetchKeyDocument(transport, tenant), clock, failed);
    documents.set(tenant, made);
    return made;
  }

  return {
    async find(tenant, keyId) {
      const latest = await documentOf(tenant).find(({ ids }) => ids.has(keyId));
      if (!latest) return { refusal: 'keys-unreachable' };
      return latest.ids.has(keyId) ? latest : { refusal: 'unknown-key' };
    },
    held(keyId) {
      const found = [...documents.values()].map((document) => document.held()).find((held) => held?.ids.has(keyId));
      return found ?? { refusal: 'unknown-key' };
    },
  };
}
