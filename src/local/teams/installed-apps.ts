import type { TeamsAppInstallation } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import type { Person } from '../directory/person.ts';
import { ok, type Answer } from '../graph/answer.ts';
import { GraphFault, notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { expansions, option } from '../graph/query-option.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { catalogue, type TeamsApp } from './teams-apps.ts';
import { teamOf } from './teams.ts';
import { teamsBadRequest, teamsForbidden, teamsNotFound } from './teams-fault.ts';

/** Whom the path names. @throws GraphFault 404 */
export function recipientOf(call: TenantCall, { directory }: Workloads): Person {
  const person = directory.person(call.params['user'] ?? '');
  if (!person) throw teamsNotFound('The user could not be found.');
  return person;
}

/** Opaque, though anybody can read it: so are Microsoft's. */
export const installationId = (where: string, app: string) => Buffer.from(`${where}##${app}`).toString('base64');

/** https://learn.microsoft.com/graph/api/resources/teamsappinstallation: the id alone, unless more is expanded. */
function present(where: string, app: TeamsApp, expand: ReadonlyMap<string, unknown>): TeamsAppInstallation {
  const { id, externalId, displayName, version } = app;
  return {
    id: installationId(where, id),
    ...(expand.has('teamsApp') && {
      teamsApp: { id, externalId, displayName, distributionMethod: 'organization' as const },
    }),
    ...(expand.has('teamsAppDefinition') && {
      teamsAppDefinition: {
        id: Buffer.from(`${id}##${version}`).toString('base64'),
        teamsAppId: id,
        displayName,
        version,
        publishingState: 'published' as const,
      },
    }),
  };
}

/** `teamsApp/externalId eq '…'` and `teamsApp/id eq '…'`: what the pages show. */
function filterOf(call: TenantCall): (app: TeamsApp) => boolean {
  const filter = option(call.query, 'filter');
  if (filter === undefined) return () => true;
  const [, name, id] = /^teamsApp\/(externalId|id)\s+eq\s+'([^']*)'$/.exec(filter.trim()) ?? [];
  if (id === undefined) throw notModelled(`this filter on installed apps: ${filter}`);
  return (app) => app[name as 'externalId' | 'id'].toLowerCase() === id.toLowerCase();
}

function answer(call: TenantCall, where: string, apps: readonly TeamsApp[], context: string) {
  onlyOptions(call.query, ['expand', 'filter']);
  const expand = expansions(option(call.query, 'expand'));
  const other = [...expand].find(([name, select]) => !['teamsApp', 'teamsAppDefinition'].includes(name) || select);
  if (other) throw notModelled(`$expand=${other[0]} on installed apps`);
  const found = apps.filter(filterOf(call));
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
    '@odata.count': found.length,
    value: found.map((app) => present(where, app, expand)),
  });
}

const readsAll = ['TeamsAppInstallation.ReadForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'];

/**
 * `GET /users/{id}/teamwork/installedApps`: https://learn.microsoft.com/graph/api/userteamwork-list-installedapps.
 * With a permission for itself an application sees itself only.
 */
export const getUserApps: TenantHandler = (call, tenant) => {
  const { id } = recipientOf(call, tenant);
  const own = ({ entraAppId }: TeamsApp) => holdsAny(call, readsAll) || entraAppId === call.caller.appId;
  return answer(call, id, tenant.installs.in(id).filter(own), `users('${id}')/teamwork/installedApps`);
};

/** `GET /teams/{id}/installedApps`: https://learn.microsoft.com/graph/api/team-list-installedapps */
export const getTeamApps: TenantHandler = (call, tenant) => {
  const { id } = teamOf(call);
  return answer(call, id, tenant.installs.in(id), `teams('${id}')/installedApps`);
};

const request = z.strictObject({ 'teamsApp@odata.bind': z.string() });

/**
 * Installs the app that the body names.
 * @param writesAll the permission without which an application installs itself only
 * @param list where what is installed there is listed, relative to `/v1.0`
 */
function install(call: TenantCall, { installs }: Workloads, where: string, writesAll: string, list: string): Answer {
  onlyOptions(call.query, []);
  const parsed = request.safeParse(call.body);
  const bound = /^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\/appCatalogs\/teamsApps\/([0-9a-f-]{36})$/i;
  const wanted = parsed.success ? bound.exec(parsed.data['teamsApp@odata.bind'])?.[1]?.toLowerCase() : undefined;
  if (wanted === undefined) throw teamsBadRequest('Invalid bind property name teamsApp in request.');
  const app = catalogue.find(({ id }) => id === wanted);
  if (!app) throw teamsNotFound(`App with id '${wanted}' was not found in the tenant's catalogue.`);
  if (!holdsAny(call, [writesAll]) && app.entraAppId !== call.caller.appId)
    throw teamsForbidden('The application may install itself only.');
  if (!installs.add(where, app.id))
    throw new GraphFault(409, 'Conflict', `App with id '${app.id}' is already installed in '${where}'.`);
  const installation = encodeURIComponent(installationId(where, app.id));
  return { status: 201, headers: { location: `https://graph.microsoft.com/v1.0${list}/${installation}` } };
}

/** `POST /users/{id}/teamwork/installedApps`: https://learn.microsoft.com/graph/api/userteamwork-post-installedapps */
export const installForUser: TenantHandler = (call, tenant) => {
  const { id } = recipientOf(call, tenant);
  return install(call, tenant, id, 'TeamsAppInstallation.ReadWriteForUser.All', `/users/${id}/teamwork/installedApps`);
};

/** `POST /teams/{id}/installedApps`: https://learn.microsoft.com/graph/api/team-post-installedapps */
export const installInTeam: TenantHandler = (call, tenant) => {
  const { id } = teamOf(call);
  return install(call, tenant, id, 'TeamsAppInstallation.ReadWriteForTeam.All', `/teams/${id}/installedApps`);
};
