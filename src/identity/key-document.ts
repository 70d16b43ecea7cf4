import { createLocalJWKSet, type JSONWebKeySet, type LocalJWKSet } from 'jose';
import type { Transport } from '../ports/transport.ts';

/** Longest wait for Microsoft's answer, in milliseconds: a person is waiting behind it. */
const PATIENCE = 5_000;

export interface KeyDocument {
  readonly keys: LocalJWKSet;
  readonly ids: ReadonlySet<string>;
}

/**
 * Fetches the public keys with which Entra signs a tenant's tokens.
 * @throws Error when there is no answer in time, a status other than 200, or a document without keys
 */
export async function fetchKeyDocument(transport: Transport, tenant: string): Promise<KeyDocument> {
  const answer = await transport(`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`key document answered ${answer.status}`);
  const keys = createLocalJWKSet((await answer.json()) as JSONWebKeySet);
  const ids = new Set(keys.jwks().keys.flatMap((key) => key.kid ?? []));
  if (ids.size === 0) throw new Error('key document holds no key');
  return { keys, ids };
}
