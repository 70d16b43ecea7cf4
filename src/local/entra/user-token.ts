import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { castMember, demo } from '../cast.ts';
import type { SigningKeys, TokenPart } from '../signing-keys.ts';

/** Teams on the web: the client application that asks for the tab's token. */
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Entra gives 60 to 90 minutes. */
const lifeSeconds = 4_500;

/**
 * What a claims request asks of an access token, and this tenant can give: an authentication context (`acrs`).
 * Its policies ask nothing more of anybody; whoever lets a person ask does.
 * @param claims the request, JSON as the challenge had it
 */
export function grantedClaims(claims: string): TokenPart {
  const asked = claimsRequest.safeParse(JSON.parse(claims));
  return asked.success ? { acrs: [asked.data.access_token.acrs.value] } : {};
}

const claimsRequest = z.object({
  access_token: z.object({ acrs: z.object({ value: z.string().regex(/^c[1-9]\d?$/) }) }),
});

export interface UserTokenRequest {
  /** Key of the cast; Daniel when absent. */
  readonly who?: string;
  /** Claims in place of the usual ones; undefined takes one away. */
  readonly claims?: TokenPart;
  readonly header?: TokenPart;
}

/**
 * A person's access token for the tab API, with the claims of version 2.0 (the registration's
 * `requestedAccessTokenVersion` is 2).
 * @throws Error when nobody of the cast bears the key
 */
export function userToken(keys: SigningKeys, { who = 'daniel', claims, header }: UserTokenRequest): string {
  const person = castMember(who);
  const now = Math.floor(Date.now() / 1000);
  return keys.sign(
    {
      aud: demo.apiAppId,
      iss: `https://login.microsoftonline.com/${demo.tenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + lifeSeconds,
      azp: teamsWeb,
      azpacr: '0',
      name: person.name,
      oid: person.id,
      preferred_username: person.userPrincipalName,
      scp: 'access_as_user',
      sub: createHash('sha256').update(`${demo.apiAppId} ${person.id}`).digest('base64url'),
      tid: demo.tenantId,
      uti: randomUUID(),
      ver: '2.0',
      ...claims,
    },
    header,
  );
}
