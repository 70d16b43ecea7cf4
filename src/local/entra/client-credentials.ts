import { decodeJwt, type JWTPayload } from 'jose';
import { z } from 'zod';
import { demo } from '../cast.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { appToken, appTokenSeconds } from './app-token.ts';
import { OAuthError } from './oauth-error.ts';
import { findRegistration } from './registrations.ts';
import { resourceOf } from './resources.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const form = z.looseObject({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  scope: z.string().default(''),
  client_secret: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
});
type Form = z.output<typeof form>;

const badAssertion = (why: string) =>
  new OAuthError(401, 'invalid_client', 700027, `Client assertion failed validation: ${why}.`);

/** Everything but the signature: local applications have no certificate on file to check it against. */
function checkAssertion(assertion: string, clientId: string): void {
  let claims: JWTPayload;
  try {
    claims = decodeJwt(assertion);
  } catch {
    throw new OAuthError(401, 'invalid_client', 50027, 'JWT token is invalid or malformed.');
  }
  if (claims.iss !== clientId || claims.sub !== clientId) throw badAssertion('issuer and subject must be the client');
  const audience = `https://login.microsoftonline.com/${demo.tenantId}/`;
  if (!String(claims.aud).startsWith(audience)) throw badAssertion('the audience is not this tenant');
  if ((claims.exp ?? 0) * 1000 <= Date.now()) throw badAssertion('it is not within its valid time range');
}

function checkCredential(request: Form): void {
  if (request.client_assertion && request.client_assertion_type === assertionType) {
    checkAssertion(request.client_assertion, request.client_id);
  } else if (!request.client_secret) {
    throw new OAuthError(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
}

/**
 * An application's token for Graph or the Bot Connector, by the client-credentials grant. Any client secret will do.
 * @param tenant the first segment of the endpoint's path
 * @throws OAuthError with the code that Entra gives for the same mistake
 */
export function clientCredentials(keys: SigningKeys, tenant: string, body: unknown) {
  const request = form.parse(body ?? {});
  if (tenant.toLowerCase() !== demo.tenantId) {
    throw new OAuthError(400, 'invalid_request', 90002, `Tenant '${tenant}' not found.`);
  }
  if (request.grant_type !== 'client_credentials') {
    throw new OAuthError(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${request.grant_type}'.`,
    );
  }
  const app = findRegistration(request.client_id);
  if (!app) {
    throw new OAuthError(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${request.client_id}' was not found in the directory '${demo.tenantName}'.`,
    );
  }
  checkCredential(request);
  const resource = resourceOf(request.scope);
  if (resource === undefined) {
    throw new OAuthError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${request.scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    );
  }
  return {
    token_type: 'Bearer',
    expires_in: appTokenSeconds - 1,
    ext_expires_in: appTokenSeconds - 1,
    access_token: appToken(keys, app.appId, resource),
  };
}
