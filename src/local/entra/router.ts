import express, { Router, type Request, type Response } from 'express';
import type { SigningKeys } from '../signing-keys.ts';
import { clientCredentials } from './client-credentials.ts';
import { isTenant, openIdConfiguration } from './discovery.ts';
import { OAuthError, oauthErrorBody } from './oauth-error.ts';

type TenantRequest = Request<{ tenant: string }>;

/** Entra as `login.microsoftonline.com` serves it: OpenID configuration, key document, token endpoint. */
export function entraRouter(keys: SigningKeys): Router {
  const forTenant = (document: (tenant: string) => unknown) => (request: TenantRequest, response: Response) => {
    if (isTenant(request.params.tenant)) return void response.json(document(request.params.tenant));
    const error = new OAuthError(400, 'invalid_tenant', 90002, `Tenant '${request.params.tenant}' not found.`);
    response.status(error.status).json(oauthErrorBody(error));
  };
  const router = Router();
  router.get('/:tenant/v2.0/.well-known/openid-configuration', forTenant(openIdConfiguration));
  router.get(
    '/:tenant/discovery/v2.0/keys',
    forTenant(() => keys.document()),
  );
  router.post(
    '/:tenant/oauth2/v2.0/token',
    express.urlencoded({ extended: false }),
    (request: TenantRequest, response) => {
      response.set('cache-control', 'no-store, no-cache').set('pragma', 'no-cache');
      try {
        response.json(clientCredentials(keys, request.params.tenant, request.body));
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error;
        response.status(error.status).json(oauthErrorBody(error, request.get('client-request-id')));
      }
    },
  );
  return router;
}
