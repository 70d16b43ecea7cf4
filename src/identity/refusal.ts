/**
 * Every way in which a token is refused, and what the caller is told. The code goes to the security log only:
 * whoever knocks with a bad token hears the same answer whatever is wrong with it.
 */
export const tokenRefusals = {
  'no-token': 'not-signed-in',
  malformed: 'not-signed-in',
  algorithm: 'not-signed-in',
  'unknown-key': 'not-signed-in',
  signature: 'not-signed-in',
  expired: 'not-signed-in',
  times: 'not-signed-in',
  'not-an-access-token': 'not-signed-in',
  version: 'not-signed-in',
  issuer: 'not-signed-in',
  audience: 'not-signed-in',
  'app-only': 'not-signed-in',
  scope: 'not-signed-in',
  client: 'not-signed-in',
  person: 'not-signed-in',
  guest: 'wrong-organisation',
  tenant: 'wrong-organisation',
  suspended: 'suspended',
  /** Microsoft's keys could not be fetched and none are held: nothing is wrong with the person's sign-in. */
  'keys-unreachable': 'busy',
} as const;

export type TokenRefusal = keyof typeof tokenRefusals;
