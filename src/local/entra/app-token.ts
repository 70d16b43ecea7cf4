import { randomUUID } from 'node:crypto';
import { demo } from '../cast.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { stableGuid } from '../stable-guid.ts';
import { findRegistration } from './registrations.ts';
import { graphAudiences } from './resources.ts';

/** Entra's usual life of an application's token. */
export const appTokenSeconds = 3_600;

/**
 * An application's own access token. Graph and the Bot Connector take tokens of version 1.0 (issuer `sts.windows.net`,
 * the application in `appid`), also when they come from the v2.0 endpoint; clients must treat them as opaque.
 * @param resource the audience, as the scope named it
 * @param granted Graph's application permissions; those of the registration when absent
 * @throws Error when no application has this id
 */
export function appToken(keys: SigningKeys, appId: string, resource: string, granted?: readonly string[]): string {
  const app = findRegistration(appId);
  if (!app) throw new Error(`no application ${appId} in the local tenant`);
  const now = Math.floor(Date.now() / 1000);
  const servicePrincipal = stableGuid(`service principal ${app.appId}`);
  const roles = graphAudiences.some((audience) => audience === resource) ? (granted ?? app.graphRoles) : [];
  return keys.sign({
    aud: resource,
    iss: `https://sts.windows.net/${demo.tenantId}/`,
    iat: now,
    nbf: now,
    exp: now + appTokenSeconds,
    app_displayname: app.name,
    appid: app.appId,
    appidacr: '2',
    idp: `https://sts.windows.net/${demo.tenantId}/`,
    idtyp: 'app',
    oid: servicePrincipal,
    sub: servicePrincipal,
    ...(roles.length > 0 && { roles }),
    tid: demo.tenantId,
    uti: randomUUID(),
    ver: '1.0',
  });
}
