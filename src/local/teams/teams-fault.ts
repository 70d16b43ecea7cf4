import { GraphFault } from '../graph/graph-fault.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { Gate } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { lanternApp } from './teams-apps.ts';

const missing = (call: TenantCall, wanted: readonly string[]) =>
  new GraphFault(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${wanted.join(', ')}'. Roles on the request '${call.caller.roles.join(', ')}'.`,
  );

/**
 * A permission that the tenant's administrator gave the application, or one that its package asks for and that holds where
 * the app is installed. https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent
 * @param specific resource-specific permissions: `….Group` for the team that the path names, `….User` for the person
 */
export const needsTeams =
  (wanted: readonly string[], specific: readonly string[] = []): Gate =>
  (call, tenant) => {
    const consented = specific.some((name) => tenant.teamsApps.resourceSpecific.includes(name));
    if (holdsAny(call, wanted) || (consented && isInstalledThere(call, tenant))) return;
    throw missing(call, [...wanted, ...specific]);
  };

function isInstalledThere(call: TenantCall, { directory, installs }: Workloads): boolean {
  const { team, user } = call.params;
  const where = team ?? (user === undefined ? undefined : directory.person(user)?.id);
  return where !== undefined && call.caller.appId === lanternApp.entraAppId && installs.has(where, lanternApp.id);
}

export const teamsNotFound = (message: string) => new GraphFault(404, 'NotFound', message);

export const teamsBadRequest = (message: string) => new GraphFault(400, 'BadRequest', message);

export const teamsForbidden = (message: string) => new GraphFault(403, 'Forbidden', message);
