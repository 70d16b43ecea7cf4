import { errors, jwtVerify } from 'jose';
import { demo } from '../cast.ts';
import { graphAudiences } from '../entra/resources.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { GraphFault } from './graph-fault.ts';

/** The application that calls, from its verified token. */
export interface Caller {
  readonly appId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const unauthenticated = (message: string) =>
  new GraphFault(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  });

function wording(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    return 'Access token validation failure. Invalid audience.';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return 'CompactToken parsing failed with error code: 80049217';
  return 'Access token validation failure.';
}

/**
 * Checks a call's bearer token: issued by the local Entra for Graph, to an application, not expired.
 * @param authorization the header as it came
 * @throws GraphFault 401 in Graph's words
 */
export async function authenticate(authorization: string | undefined, keys: SigningKeys): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated('Access token is empty.');
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.publicKey(kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      { algorithms: ['RS256'], audience: [...graphAudiences], issuer: `https://sts.windows.net/${demo.tenantId}/` },
    );
    const roles = Array.isArray(payload['roles']) ? payload['roles'].map(String) : [];
    return { appId: String(payload['appid']), name: String(payload['app_displayname']), roles };
  } catch (error) {
    throw unauthenticated(wording(error));
  }
}
