import type { Group as GraphGroup } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import type { Group } from './directory-data.ts';
import { directoryBadRequest, resourceNotFound } from './directory-fault.ts';
import { groupsAround, groupsHolding, transitiveMembers } from './membership.ts';
import { presentPerson } from './present-person.ts';
import { directoryPage, userOf } from './users.ts';

/** https://learn.microsoft.com/graph/api/resources/group */
const presentGroup = ({ id, displayName, description, mailNickname, kind }: Group): GraphGroup => ({
  id,
  deletedDateTime: null,
  createdDateTime: '2026-09-01T08:00:00Z',
  description: description === '' ? null : description,
  displayName,
  groupTypes: kind === 'unified' ? ['Unified'] : [],
  mail: kind === 'unified' ? `${mailNickname}@kestrelvale.example` : null,
  mailEnabled: kind === 'unified',
  mailNickname,
  securityEnabled: kind === 'security',
  visibility: kind === 'unified' ? 'Private' : null,
});

function groupOf(call: TenantCall, { directory }: Workloads): Group {
  const group = directory.group(call.params['group'] ?? '');
  if (!group) throw resourceNotFound(call.params['group'] ?? '');
  return group;
}

/** `GET /groups/{id}`: https://learn.microsoft.com/graph/api/group-get */
export const getGroup: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['select']);
  const entity = {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#groups/$entity',
    ...presentGroup(groupOf(call, tenant)),
  };
  return ok(selectFrom(entity, option(call.query, 'select'), 'group'));
};

const readsPeople = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

/**
 * A member as the caller may see it: of people whom the application may not read, only that they are there.
 * https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects
 */
function presentMember(call: TenantCall, { directory }: Workloads, id: string): object {
  const group = directory.group(id);
  const select = option(call.query, 'select');
  if (group)
    return { '@odata.type': '#microsoft.graph.group', ...selectFrom({ ...presentGroup(group) }, select, 'group') };
  const person = directory.person(id);
  if (!person) throw resourceNotFound(id);
  const shown = Object.entries(presentPerson(person, select));
  const allowed = holdsAny(call, readsPeople);
  return {
    '@odata.type': '#microsoft.graph.user',
    ...Object.fromEntries(shown.map(([name, value]) => [name, allowed || name === 'id' ? value : null])),
  };
}

function answerMembers(call: TenantCall, tenant: Workloads, ids: readonly string[]) {
  onlyOptions(call.query, ['select', 'top', 'skiptoken']);
  const { items, link } = pageOf(call, ids, directoryPage);
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects',
    ...link,
    value: items.map((id) => presentMember(call, tenant, id)),
  });
}

/** `GET /groups/{id}/members`: https://learn.microsoft.com/graph/api/group-list-members */
export const getMembers: TenantHandler = (call, tenant) =>
  answerMembers(call, tenant, tenant.directory.members(groupOf(call, tenant)));

/** `GET /groups/{id}/transitiveMembers`: https://learn.microsoft.com/graph/api/group-list-transitivemembers */
export const getTransitiveMembers: TenantHandler = (call, tenant) =>
  answerMembers(call, tenant, transitiveMembers(tenant.directory, groupOf(call, tenant)));

/** `GET /users/{id}/memberOf`, direct only: https://learn.microsoft.com/graph/api/user-list-memberof */
export const getMemberOf: TenantHandler = (call, tenant) =>
  answerMembers(
    call,
    tenant,
    groupsHolding(tenant.directory, userOf(call, tenant).id).map(({ id }) => id),
  );

const someGroups = z.strictObject({ groupIds: z.array(z.guid()).min(1) });

/** `POST /users/{id}/checkMemberGroups`, transitive: https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups */
export const checkMemberGroups: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const parsed = someGroups.safeParse(call.body);
  if (!parsed.success) throw directoryBadRequest("Invalid value specified for property 'groupIds' of resource 'User'.");
  if (parsed.data.groupIds.length > 20) throw directoryBadRequest('The number of group ids exceeds the maximum of 20.');
  const around = groupsAround(tenant.directory, userOf(call, tenant).id).map(({ id }) => id);
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(Edm.String)',
    value: parsed.data.groupIds.filter((id) => around.includes(id.toLowerCase())),
  });
};

const whichGroups = z.strictObject({ securityEnabledOnly: z.boolean() });

/** `POST /users/{id}/getMemberGroups`, transitive: https://learn.microsoft.com/graph/api/directoryobject-getmembergroups */
export const getMemberGroups: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const parsed = whichGroups.safeParse(call.body);
  if (!parsed.success) throw directoryBadRequest("The parameter 'securityEnabledOnly' must be specified.");
  const around = groupsAround(tenant.directory, userOf(call, tenant).id);
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(Edm.String)',
    value: around.filter(({ kind }) => !parsed.data.securityEnabledOnly || kind === 'security').map(({ id }) => id),
  });
};
