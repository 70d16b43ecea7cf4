import { afterAll } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { graphContract } from './graph-contract.ts';
import { graphTarget } from './graph-target.ts';

let tenant: SharePointTenant | undefined;
afterAll(() => tenant?.close());

graphContract({
  name: 'the local tenant',
  site: { host: school.host, path: school.sitePath },
  patienceMs: 30_000,
  async open() {
    tenant = await sharePointTenant();
    const token = tenant.tenant.core.graphToken(demo.provisionAppId);
    return graphTarget(tenant.transport, async () => token);
  },
});
