import type { LocalJWKSet } from 'jose';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { fetchKeyDocument, type KeyDocument } from './key-document.ts';
import type { TokenRefusal } from './refusal.ts';

const SECOND = 1_000;
/** Microsoft asks for a refresh at least once a day (identity-platform/signing-key-rollover). */
const LONGEST_USE = 24 * 60 * 60 * SECOND;
/** Between two fetches for one tenant: made-up key ids must not hammer Microsoft. Without any keys nobody gets in, so try sooner. */
const COOL_DOWN = { holding: 60 * SECOND, empty: 5 * SECOND };

export type KeysFor =
  { readonly keys: LocalJWKSet } | { readonly refusal: Extract<TokenRefusal, 'unknown-key' | 'keys-unreachable'> };

export interface SigningKeys {
  /** Keys of a tenant that uses Lantern; fetches them when they are missing, a day old, or lack this key id. Never rejects. */
  find(tenant: string, keyId: string): Promise<KeysFor>;
  /** Keys that are held already for whichever tenant; never fetches. */
  held(keyId: string): KeysFor;
}

interface Held extends KeyDocument {
  readonly fetchedAt: number;
}

/** Entra's signing keys: one fetch at a time for each tenant, and the old ones stay in use when a fetch fails. */
export function createSigningKeys(transport: Transport, clock: Clock, log: Log): SigningKeys {
  const documents = new Map<string, Held>();
  const triedAt = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  const now = () => Date.parse(clock.now());

  async function refresh(tenant: string): Promise<void> {
    triedAt.set(tenant, now());
    try {
      documents.set(tenant, { ...(await fetchKeyDocument(transport, tenant)), fetchedAt: now() });
    } catch (error) {
      log.warn('identity.keys-unreachable', { tenant, error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  function refreshOnce(tenant: string): Promise<void> {
    const one = running.get(tenant) ?? refresh(tenant).finally(() => running.delete(tenant));
    running.set(tenant, one);
    return one;
  }

  const coolingDown = (tenant: string) => {
    const last = triedAt.get(tenant);
    return last !== undefined && now() - last < (documents.has(tenant) ? COOL_DOWN.holding : COOL_DOWN.empty);
  };

  return {
    async find(tenant, keyId) {
      const held = documents.get(tenant);
      const serves = held?.ids.has(keyId) && now() - held.fetchedAt < LONGEST_USE;
      if (!serves && (running.has(tenant) || !coolingDown(tenant))) await refreshOnce(tenant);
      const latest = documents.get(tenant);
      if (!latest) return { refusal: 'keys-unreachable' };
      return latest.ids.has(keyId) ? latest : { refusal: 'unknown-key' };
    },
    held(keyId) {
      return [...documents.values()].find((document) => document.ids.has(keyId)) ?? { refusal: 'unknown-key' };
    },
  };
}
