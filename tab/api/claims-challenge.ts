/**
 * What a token must prove before the server goes on, as its answer asks for it.
 * @returns the claims request, JSON; undefined for an answer that asks for nothing
 */
export function claimsAskedFor({ status, headers }: Pick<Response, 'status' | 'headers'>): string | undefined {
  if (status !== 401) return undefined;
  const challenge = headers.get('WWW-Authenticate') ?? '';
  const claims = /error="insufficient_claims".*claims="([A-Za-z0-9+/=]+)"/.exec(challenge)?.[1];
  try {
    return claims === undefined ? undefined : atob(claims);
  } catch {
    return undefined;
  }
}
