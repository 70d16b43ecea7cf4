import { parseArgs } from 'node:util';
import { processEnvironment, readLocalSettings } from '../config.ts';
import { demo } from './cast.ts';
import { siteId, siteUrl } from './graph/site.ts';
import { startLocalTeams } from './local-teams.ts';
import { startTenant } from './tenant.ts';

/**
 * `npm run local [-- --port N --data FOLDER --ledger FILE --teams --lantern ORIGIN --chats PORT]`: the local Microsoft 365 tenant alone, until Ctrl+C, for any
 * client that can be pointed at it. With `--teams` also what stands in for Teams, for a Lantern that is started by hand.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5300' },
    data: { type: 'string', default: '.lantern/tenant' },
    ledger: { type: 'string' },
    teams: { type: 'boolean', default: false },
    lantern: { type: 'string', default: 'http://localhost:3978' },
    chats: { type: 'string', default: '56150' },
  },
});

const ledgerFile = values.ledger ?? readLocalSettings().ledgerFile;
const start = {
  port: Number(values.port),
  dataDir: values.data,
  ...(ledgerFile !== undefined && { ledgerFile }),
};
const teams = values.teams ? await startLocalTeams({ ...start, lanternOrigin: values.lantern }) : undefined;
const tenant = teams?.tenant ?? (await startTenant({ ...start, licences: demo.licences }));
await teams?.openChats({
  ...{ port: Number(values.chats), dataDir: `${values.data}-chats`, env: processEnvironment() },
  say: (step) => console.log(`  ${step} …`),
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
  ...(teams ? [['the desk, as in Teams', teams.hostOrigin] as const] : []),
  ...(teams?.chats ?? []).map(({ key, url }) => [`chat of ${key}`, url] as const),
];
process.stdout.write(
  'A local Microsoft 365 tenant. It is a demonstration: nothing in it is real, and nothing leaves this machine.\n\n',
);
process.stdout.write(`${lines.map(([name, value]) => `${name.padEnd(23)}${value}`).join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void (teams ? teams.stop() : tenant.close()));
