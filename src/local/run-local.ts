import { parseArgs } from 'node:util';
import { readLocalSettings } from '../config.ts';
import { demo } from './cast.ts';
import { siteId, siteUrl } from './graph/site.ts';
import { startTenant } from './tenant.ts';

/**
 * `npm run local [-- --port N --data FOLDER --ledger FILE]`: the local Microsoft 365 tenant alone, until Ctrl+C, for any
 * client that can be pointed at it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5300' },
    data: { type: 'string', default: '.lantern/tenant' },
    ledger: { type: 'string' },
  },
});

const ledgerFile = values.ledger ?? readLocalSettings().ledgerFile;
const tenant = await startTenant({
  port: Number(values.port),
  dataDir: values.data,
  licences: demo.licences,
  ...(ledgerFile !== undefined && { ledgerFile }),
});
const { core, origin } = tenant;

const lines: readonly (readonly [string, string])[] = [
  ['origin', origin],
  ['graph', `${origin}/v1.0 for https://graph.microsoft.com/v1.0`],
  ['sharepoint', `${origin}/sharepoint for https://${demo.sharePointHost}`],
  ['login', `${origin}/${demo.tenantId} for https://login.microsoftonline.com/${demo.tenantId}`],
  ['tenant', demo.tenantId],
  ['app (API)', demo.apiAppId],
  ['app (bot)', demo.botAppId],
  ['app (provisioning)', demo.provisionAppId],
  ...core.sites.flatMap((site) => [['site', siteUrl(site)] as const, ['site id', siteId(site)] as const]),
  ['ledger', ledgerFile ?? `${origin}/local/ledger`],
  ['Graph token', core.graphToken(demo.apiAppId)],
  ['provisioning token', core.graphToken(demo.provisionAppId)],
  ['other permissions', `POST ${origin}/local/tokens {"roles": ["User.Read.All"]}`],
  ['token of daniel', core.userToken('daniel')],
  ['token of priya', core.userToken('priya')],
];
process.stdout.write(
  'A local Microsoft 365 tenant. It is a demonstration: nothing in it is real, and nothing leaves this machine.\n\n',
);
process.stdout.write(`${lines.map(([name, value]) => `${name.padEnd(20)}${value}`).join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void tenant.close());
