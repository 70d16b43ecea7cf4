import { hash } from 'node:crypto';
import type { Identity } from '../access/types.ts';

/** Tokens that were verified and have not expired, so that a screen with ten calls costs one signature check. */
export interface VerifiedTokens {
  /** @param now milliseconds since 1970 */
  find(token: string, now: number): Identity | undefined;
  /** @param expires milliseconds since 1970 */
  keep(token: string, identity: Identity, expires: number): void;
}

/** Remembers the hashes of tokens, never a token itself. Holds at most `limit`; beyond that the oldest is forgotten. */
export function createVerifiedTokens(limit = 10_000): VerifiedTokens {
  const kept = new Map<string, { readonly identity: Identity; readonly expires: number }>();
  const digest = (token: string) => hash('sha256', token);

  return {
    find(token, now) {
      const key = digest(token);
      const found = kept.get(key);
      if (!found) return undefined;
      if (now < found.expires) return found.identity;
      kept.delete(key);
      return undefined;
    },
    keep(token, identity, expires) {
      for (const oldest of kept.keys()) {
        if (kept.size < limit) break;
        kept.delete(oldest);
      }
      kept.set(digest(token), { identity, expires });
    },
  };
}
