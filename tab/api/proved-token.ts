/** Before its end a token is asked for anew: a call that takes a while must not outlive it. */
const marginMs = 5 * 60_000;

/** The moment at which a token runs out, in milliseconds since 1970; 0 for what is no token. */
function endOf(token: string): number {
  try {
    const payload = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const { exp } = JSON.parse(payload) as { readonly exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : 0;
  } catch {
    return 0;
  }
}

/**
 * Asks for tokens, and keeps the one by which the person proved anew that it is them until shortly before it runs out: once
 * a session is enough. It lies in memory and nowhere else.
 * @param plain a token of an ordinary sign-in
 * @param proving a token for which the person proves what a claims request asks
 */
export function keepProof(
  plain: () => Promise<string>,
  proving: (claims: string) => Promise<string>,
  now: () => number = Date.now,
): (claims?: string) => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async (claims) => {
    if (claims !== undefined) {
      const token = await proving(claims);
      kept = { token, until: endOf(token) - marginMs };
      return token;
    }
    if (kept && now() < kept.until) return kept.token;
    kept = undefined;
    return plain();
  };
}
