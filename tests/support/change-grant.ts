import type { School } from '../../src/config.ts';
import { demo } from '../../src/local/cast.ts';
import type { Tenant } from '../../src/local/tenant.ts';
import type { SiteKind } from '../../src/records/define-record.ts';
import { siteByPath } from '../../src/sharepoint/sites.ts';

/**
 * Whoever may do everything changes what the API was granted on one of a school's sites.
 * @param role undefined takes it away; where there is none, one is made
 */
export async function changeGrant(
  tenant: Tenant,
  school: School,
  role: string | undefined,
  kind?: SiteKind,
): Promise<void> {
  const token = tenant.core.graphToken(demo.provisionAppId, ['Sites.FullControl.All']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = async (method: string, path: string, body?: object) => {
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${tenant.origin}/v1.0${path}`, sent);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.status === 204 ? {} : ((await answer.json()) as { id?: string; value?: { id: string }[] });
  };
  const { id } = await call('GET', siteByPath(school, kind));
  const [grant] = (await call('GET', `/sites/${id}/permissions`)).value ?? [];
  const path = `/sites/${id}/permissions`;
  if (role === undefined) await call('DELETE', `${path}/${grant?.id}`);
  else if (grant) await call('PATCH', `${path}/${grant.id}`, { roles: [role] });
  else
    await call('POST', path, {
      roles: [role],
      grantedToIdentities: [{ application: { id: demo.apiAppId, displayName: 'Lantern' } }],
    });
}
