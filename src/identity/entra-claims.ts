import type { JWTPayload } from 'jose';
import type { Identity } from '../access/types.ts';
import type { TokenRefusal } from './refusal.ts';

/** What a token must say to be let in. */
export interface Expected {
  /** Tenants (directory ids) that use Lantern here. */
  readonly tenants: ReadonlySet<string>;
  /** Application id of the tab API's registration. */
  readonly audience: string;
  /** Application ids of the clients that may call: Teams and, where offered, Outlook. */
  readonly clients: ReadonlySet<string>;
  /** Whether guests of those tenants may call; nobody's guest may when absent. */
  readonly guests?: boolean;
  /** Tenants of these that are let in no more for now. */
  readonly suspended?: ReadonlySet<string>;
}

/** Allowed difference between Entra's clock and ours, in seconds. */
export const SKEW = 60;

const authority = 'https://login.microsoftonline.com';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isGuid = (value: unknown): value is string => typeof value === 'string' && guid.test(value);

/** A member of the tenant has no `idp`, or one that names the tenant itself (v2 or v1 spelling). `acct` 0 is a member. */
const isMember = ({ acct, idp, iss, tid }: JWTPayload) =>
  (acct === undefined || acct === 0) &&
  (idp === undefined || idp === iss || idp === `https://sts.windows.net/${String(tid)}/`);

/**
 * The claims that Microsoft asks an API to check (learn.microsoft.com, identity-platform/claims-validation), in order; the first
 * that fails is the refusal. The tenant comes last, so that only a token that is genuine in all else learns that it is unknown here, or
 * suspended.
 */
const rules: readonly (readonly [TokenRefusal, (claims: JWTPayload, expected: Expected, now: number) => boolean])[] = [
  ['times', ({ iat, nbf, exp }, _, now) => [iat, nbf, exp].every(Number.isSafeInteger) && Number(iat) <= now + SKEW],
  ['version', ({ ver }) => ver === '2.0'],
  ['not-an-access-token', (claims) => !('nonce' in claims || 'at_hash' in claims || 'c_hash' in claims)],
  ['issuer', ({ iss, tid }) => isGuid(tid) && iss === `${authority}/${tid}/v2.0`],
  ['audience', ({ aud }, { audience }) => aud === audience],
  ['app-only', ({ idtyp }) => idtyp === undefined || idtyp === 'user'],
  ['scope', ({ scp }) => typeof scp === 'string' && scp.split(' ').includes('access_as_user')],
  ['client', ({ azp }, { clients }) => typeof azp === 'string' && clients.has(azp)],
  ['person', ({ oid }) => isGuid(oid)],
  ['guest', (claims, { guests = false }) => guests || isMember(claims)],
  ['tenant', ({ tid }, { tenants }) => tenants.has(String(tid))],
  ['suspended', ({ tid }, { suspended }) => suspended?.has(String(tid)) !== true],
];

const displayName = ({ name }: JWTPayload) =>
  typeof name === 'string' && name.trim() ? name.trim().slice(0, 255) : 'Name not given';

/** Entra writes one as text and several as a list. */
const contextsOf = ({ acrs }: JWTPayload): readonly string[] =>
  [acrs].flat().filter((context) => typeof context === 'string');

/**
 * Judges the claims of a token whose signature, `exp` and `nbf` hold.
 * @param now seconds since 1970
 * @returns who is calling, (tenant id, object id), or the first rule that fails. Never e-mail or UPN: both can change hands.
 */
export function judgeClaims(claims: JWTPayload, expected: Expected, now: number): Identity | TokenRefusal {
  const broken = rules.find(([, holds]) => !holds(claims, expected, now));
  if (broken) return broken[0];
  const contexts = contextsOf(claims);
  return {
    ...{ tenant: String(claims.tid), person: String(claims.oid), name: displayName(claims), door: 'tab' },
    ...(contexts.length > 0 && { contexts }),
  };
}
