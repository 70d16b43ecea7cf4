import { decodeJwt, type JWTPayload } from 'jose';

export interface Bearer {
  readonly token: string;
  /** Not yet verified: good for refusing, never for letting in. */
  readonly claims: JWTPayload;
}

// Exactly one token in one spelling, so that what the gate reads is what botbuilder verifies.
const form = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Reads the `Authorization` header of an activity.
 * @returns the token with its claims, or why there is none
 */
export function readBearer(header: string | undefined): Bearer | 'no-token' | 'not-a-token' {
  if (!header) return 'no-token';
  const token = form.exec(header)?.[1];
  if (!token) return 'not-a-token';
  try {
    return { token, claims: decodeJwt(token) };
  } catch {
    return 'not-a-token';
  }
}
