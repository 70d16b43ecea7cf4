import type { Permission } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { created, noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler, type Stores } from './call.ts';
import type { Grant, Granted } from './grant-store.ts';
import { invalidRequest, notFound, notModelled } from './graph-fault.ts';
import { permissionId } from './permission-id.ts';
import { roles, type Role } from './role.ts';
import { siteId } from './site.ts';

const identity = z.strictObject({
  application: z.strictObject({ id: z.guid(), displayName: z.string().default('') }),
});
const oneRole = z.tuple([z.enum(roles)]);

/** The site's page names the application in a list, older and newer ones by itself. */
const onSite = z.strictObject({
  roles: oneRole,
  grantedTo: identity.optional(),
  grantedToV2: identity.optional(),
  grantedToIdentities: z.array(identity).optional(),
});
const onList = z.strictObject({ roles: oneRole, grantedToV2: identity });
const change = z.strictObject({ roles: oneRole });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw invalidRequest(`Invalid permission; one role for one application is expected: ${faults.join('; ')}`);
}

function placeOf(call: Call, stores: Stores): Granted {
  const list = call.params['list'] === undefined ? '' : listOf(call, stores).id;
  return { site: siteId(call.site), list };
}

const pathOf = ({ site, list }: Granted) => `/sites/${site}${list === '' ? '' : `/lists/${list}`}/permissions`;

function present(grant: Grant): Permission {
  const to = { application: { id: grant.app, displayName: grant.name } };
  const holder = grant.list === '' ? { grantedToIdentitiesV2: [to], grantedToIdentities: [to] } : { grantedToV2: to };
  return { id: permissionId(grant.app), roles: [grant.role], ...holder };
}

/** The grant that the path names. @throws GraphFault 404 */
function grantOf(call: Call, stores: Stores): Grant {
  const found = stores.grants.all(placeOf(call, stores)).find(({ app }) => permissionId(app) === call.params['grant']);
  if (!found) throw notFound('The specified permission');
  return found;
}

function granteeOf(call: Call, on: Granted) {
  if (on.list !== '') {
    const { roles, grantedToV2 } = parse(onList, call.body);
    return { role: roles[0], ...grantedToV2.application };
  }
  const { roles, grantedTo, grantedToV2, grantedToIdentities = [] } = parse(onSite, call.body);
  const named = [grantedTo, grantedToV2, ...grantedToIdentities].filter((one) => one !== undefined);
  if (named.length > 1) throw notModelled('a grant to several applications at once');
  if (!named[0]) throw invalidRequest('A permission names the application that it is granted to');
  return { role: roles[0], ...named[0].application };
}

/** Seen on sites: a first grant reads or writes, and only changing it makes it more. */
const tooMuchAtFirst = (role: Role, { list }: Granted, { siteGrantsBeginWith }: Call['quirks']) =>
  list === '' && siteGrantsBeginWith === 'read-or-write' && role !== 'read' && role !== 'write';

/** `POST …/permissions`: https://learn.microsoft.com/graph/api/site-post-permissions, list-post-permissions */
export const createPermission: Handler = (call, stores) => {
  const on = placeOf(call, stores);
  const { role, id, displayName } = granteeOf(call, on);
  if (tooMuchAtFirst(role, on, call.quirks)) throw invalidRequest(`The role '${role}' cannot be granted at first`);
  const grant = { ...on, app: id.toLowerCase(), name: displayName, role };
  if (!stores.grants.add(grant)) throw notModelled('a second grant to the same application in the same place');
  return created(`${pathOf(on)}/${permissionId(grant.app)}`, present(grant));
};

/** `GET …/permissions`. A site's are listed without their roles: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8902 */
export const getPermissions: Handler = (call, stores) => {
  const on = placeOf(call, stores);
  const shown = stores.grants.all(on).map((grant) => {
    const { roles: of, ...rest } = present(grant);
    return on.list === '' ? rest : { ...rest, roles: of };
  });
  return ok({ value: shown });
};

/** `GET …/permissions/{id}` */
export const getPermission: Handler = (call, stores) => ok(present(grantOf(call, stores)));

/** `PATCH …/permissions/{id}`: https://learn.microsoft.com/graph/api/site-update-permission. Only the roles change. */
export const updatePermission: Handler = (call, stores) => {
  const grant = { ...grantOf(call, stores), role: parse(change, call.body).roles[0] };
  stores.grants.replace(grant);
  return ok(present(grant));
};

/** `DELETE …/permissions/{id}`: from the next call on the application holds nothing here. */
export const deletePermission: Handler = (call, stores) => {
  stores.grants.remove(grantOf(call, stores));
  return noContent;
};
