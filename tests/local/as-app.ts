import { demo } from '../../src/local/cast.ts';
import type { Asked, GraphReply, TestTenant } from './a-tenant.ts';

export interface AsApp {
  (method: string, path: string, asked?: Asked): Promise<GraphReply>;
}

/** Calls a tenant's Graph as Lantern's application, were it granted these permissions and no other. */
export function asApp(tenant: TestTenant, ...roles: readonly string[]): AsApp {
  const token = tenant.core.graphToken(demo.apiAppId, roles);
  return (method, path, asked = {}) => tenant.graph(method, path, { token, ...asked });
}
