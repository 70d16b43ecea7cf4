import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Identity } from '../access/types.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { judgeClaims, SKEW, type Expected } from './entra-claims.ts';
import type { TokenRefusal } from './refusal.ts';
import { createSigningKeys } from './signing-keys.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

export type Verified =
  { readonly ok: true; readonly identity: Identity } | { readonly ok: false; readonly why: TokenRefusal };

/** Takes the Authorization header of a request; says who is calling, or why nobody is let in. Never rejects. */
export type VerifyToken = (header: string | undefined) => Promise<Verified>;

export interface TokenVerifierParts extends Expected {
  readonly transport: Transport;
  /** The machine's clock, never the demonstration's. */
  readonly clock: Clock;
  readonly log: Log;
}

const refused = (why: TokenRefusal): Verified => ({ ok: false, why });
const bearer = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** What the token says of itself, before anything is proved: enough to choose the keys that can prove it. */
function readUnproved(token: string) {
  try {
    return { header: decodeProtectedHeader(token), tenant: decodeJwt(token)['tid'] };
  } catch {
    return undefined;
  }
}

function whyNotProved(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return 'times';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'unknown-key';
  return 'signature';
}

/**
 * The check of Entra access tokens at the tab API's door (RS256, version 2.0, delegated, from a member of a known tenant).
 * Keys come from the tenant's own key document and nowhere else: key addresses in a token's header are not looked at.
 */
export function createTokenVerifier({ transport, clock, log, ...expected }: TokenVerifierParts): VerifyToken {
  const signingKeys = createSigningKeys(transport, clock, log);
  const verified = createVerifiedTokens();

  async function prove(token: string, now: number): Promise<Verified> {
    const unproved = readUnproved(token);
    if (!unproved) return refused('malformed');
    const { header, tenant } = unproved;
    if (header.alg !== 'RS256') return refused('algorithm');
    if (typeof header.kid !== 'string') return refused('unknown-key');

    // An unknown tenant causes no fetch. Entra signs for many tenants with the same keys, so those held can still tell
    // a genuine stranger, who hears so, from a forger, who does not learn which tenants are known.
    const known = typeof tenant === 'string' && expected.tenants.has(tenant);
    const found = known ? await signingKeys.find(tenant, header.kid) : signingKeys.held(header.kid);
    if ('refusal' in found) return refused(found.refusal);

    try {
      const { payload } = await jwtVerify(token, found.keys, {
        algorithms: ['RS256'],
        currentDate: new Date(now),
        clockTolerance: SKEW,
      });
      const judged = judgeClaims(payload, expected, Math.floor(now / 1_000));
      if (typeof judged === 'string') return refused(judged);
      verified.keep(token, judged, Number(payload.exp) * 1_000);
      return { ok: true, identity: judged };
    } catch (error) {
      return refused(whyNotProved(error));
    }
  }

  return async (header) => {
    if (!header) return refused('no-token');
    const token = bearer.exec(header)?.[1];
    if (!token) return refused('malformed');
    const now = Date.parse(clock.now());
    const identity = verified.find(token, now);
    return identity ? { ok: true, identity } : prove(token, now);
  };
}
