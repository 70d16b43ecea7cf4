import { demo } from '../cast.ts';

const login = 'https://login.microsoftonline.com';

/** First path segments that mean "whichever tenant the person belongs to". */
const anyTenant = ['common', 'organizations'];

/** True for a first path segment that Entra has documents for. */
export const isTenant = (segment: string) => anyTenant.includes(segment) || segment.toLowerCase() === demo.tenantId;

/**
 * The OpenID configuration under `/{tenant}/v2.0`. For `common` the issuer is a pattern, `{tenantid}` written out,
 * and must not be compared as it stands.
 */
export function openIdConfiguration(tenant: string) {
  const base = `${login}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${login}/${anyTenant.includes(tenant) ? '{tenantid}' : tenant}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  };
}
