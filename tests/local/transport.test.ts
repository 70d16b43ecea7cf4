import { expect, it } from 'vitest';
import { localTransport } from '../../src/local/transport.ts';
import { aSharedTenant } from './a-tenant.ts';

const tenant = aSharedTenant();

it('leads the tenant’s SharePoint host to where files are handed out, and Graph to Graph', async () => {
  const transport = localTransport(tenant().origin);
  expect((await transport('https://kestrelvale.sharepoint.com/sites/x/_layouts/15/download.aspx')).status).toBe(401);
  expect((await transport('https://graph.microsoft.com/v1.0/sites')).status).toBe(401);
});

it.each([
  'https://contoso.sharepoint.com/x',
  'https://kestrelvale.sharepoint.com.evil.example/x',
  'https://example.org/',
])('reaches nobody at %s', async (url) => {
  await expect(localTransport(tenant().origin)(url)).rejects.toThrow('local mode does not reach');
});
