import { z } from 'zod';
import type { Config } from '../config.ts';
import { TokenUnavailable } from './token.ts';

/** What Entra wants to be told when a managed identity vouches for an app registration (workload identity federation). */
const exchange = 'api://AzureADTokenExchange';
const timeoutMs = 10_000;
const answer = z.looseObject({ access_token: z.string().min(1) });

export type ManagedIdentitySettings = Pick<
  Config,
  'LANTERN_MANAGED_IDENTITY_ID' | 'IDENTITY_ENDPOINT' | 'IDENTITY_HEADER'
>;

/**
 * The platform's statement of who runs here, asked for at an address that only this container reaches: no key and no password
 * has to be kept anywhere. It does not go over the Transport, for it is the machine's own and stands in for nothing of Microsoft 365.
 * https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference
 * @returns undefined unless the settings name a managed identity; what it gives rejects with TokenUnavailable
 */
export function managedIdentity(settings: Partial<ManagedIdentitySettings>): (() => Promise<string>) | undefined {
  const { LANTERN_MANAGED_IDENTITY_ID: id, IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = settings;
  if (id === undefined || endpoint === undefined || header === undefined) return undefined;
  return async () => {
    const url = new URL(endpoint);
    url.search = new URLSearchParams({ 'api-version': '2019-08-01', resource: exchange, client_id: id }).toString();
    const response = await fetch(url, {
      headers: { 'x-identity-header': header },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => undefined);
    const parsed = answer.safeParse(await response?.json().catch(() => undefined));
    if (response?.status !== 200 || !parsed.success) throw new TokenUnavailable('no_managed_identity');
    return parsed.data.access_token;
  };
}
