/**
 * Asks the caller to come back with a token that proves an authentication context (learn.microsoft.com, identity-platform,
 * claims challenges, claims requests and client capabilities).
 * @param context its name in Entra: `c1` to `c99`
 */
export function claimsChallenge(context: string): string {
  const claims = { access_token: { acrs: { essential: true, value: context } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  return `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
}
