import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { appIdentity } from '../graph/app-identity.ts';
import { createBatch } from '../graph/batch.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { collect } from '../graph/pages.ts';
import { createTokenSource, TokenUnavailable, type AppIdentity } from '../graph/token.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable } from '../ports/graph.ts';
import type { Transport } from '../ports/transport.ts';
import type { RecordType } from '../records/define-record.ts';
import { caseFiles } from '../sharepoint/case-library.ts';
import { lookAtSite } from '../sharepoint/look-at-site.ts';
import { siteByPath, sitesOfSchool } from '../sharepoint/sites.ts';
import { z } from 'zod';
import type { SiteFacts, SubscriptionFacts, TenantFacts, TokenFacts } from './facts.ts';
import { rolesIn } from './roles-in.ts';

export interface TenantParts {
  readonly config: Config;
  readonly transport: Transport;
  /** Of the API's registration; undefined when its certificate is of no use. */
  readonly graph: Pick<OpenGraph, 'budget' | 'patient'> | undefined;
  /** The machine's. */
  readonly machine: Clock;
  readonly types: readonly RecordType[];
  /** Lists that only the first school's safeguarding site has. */
  readonly once: readonly RecordType[];
}

/** What Entra and Graph say. A token is asked for anew: one that is kept tells what was granted an hour ago. */
export async function gatherTenant(parts: TenantParts): Promise<TenantFacts> {
  const { config, graph, machine, types, once } = parts;
  const api = await tokenOf(() => appIdentity(config, config.API_APP_ID), parts);
  const bot = await tokenOf(() => botIdentity(config), parts);
  const blind = { api, bot, sites: [], subscriptions: { kind: 'not-asked' } } as const;
  if (!('roles' in api) || !graph) return blind;
  const { patient, budget } = graph;
  const batch = createBatch({ graph: patient, budget, clock: machine });
  const aheadMs = await ahead(parts);
  const sites: SiteFacts[] = [];
  for (const [at, school] of config.LANTERN_SCHOOLS.entries()) {
    const all = at === 0 ? [...types, ...once] : types;
    for (const site of sitesOfSchool) {
      const wanted = all.filter((type) => type.site === site);
      const libraries = site === undefined ? [caseFiles] : [];
      const look = await lookAtSite({ graph: patient, batch }, school, wanted, libraries, site);
      sites.push({ school, look, ...(site && { site }) });
    }
  }
  const subscriptions = await subscriptionsOf(parts);
  return { ...{ api, bot, sites, subscriptions }, ...(aheadMs !== undefined && { aheadMs }) };
}

async function tokenOf(identityOf: () => AppIdentity, { transport }: TenantParts): Promise<TokenFacts> {
  let token: () => Promise<string>;
  try {
    token = createTokenSource(identityOf(), transport);
  } catch {
    return { code: 'no-certificate' };
  }
  try {
    return { roles: rolesIn(await token()) };
  } catch (error) {
    if (error instanceof TokenUnavailable) return { code: error.code };
    throw error;
  }
}

/** The bot asks Entra for the Connector's tokens; Graph's, asked for here, say besides what it was granted there. */
function botIdentity(config: Config): AppIdentity {
  if (config.LANTERN_MANAGED_IDENTITY_ID) return appIdentity(config, config.BOT_APP_ID);
  const who = { tenantId: config.LANTERN_TENANT_ID, clientId: config.BOT_APP_ID };
  return config.BOT_CERTIFICATE_FILE
    ? { ...who, mode: 'production', certificatePem: readFileSync(config.BOT_CERTIFICATE_FILE, 'utf8') }
    : { ...who, mode: 'local', localSecret: 'known-to-the-local-tenant-only' };
}

/** How far this machine's clock is ahead, by the time that stands on Graph's answer: it is told in whole seconds. */
async function ahead({ config, graph, machine }: TenantParts): Promise<number | undefined> {
  const [school] = config.LANTERN_SCHOOLS;
  if (!school || !graph) return undefined;
  try {
    const { headers } = await graph.patient.call({ method: 'GET', path: siteByPath(school) });
    const theirs = Date.parse(headers['date'] ?? '');
    return Number.isNaN(theirs) ? undefined : Date.parse(machine.now()) - theirs;
  } catch (error) {
    if (error instanceof GraphUnreachable) return undefined;
    throw error;
  }
}

const standing = z.object({ resource: z.string(), notificationUrl: z.string() });

async function subscriptionsOf({ config, graph, types }: TenantParts): Promise<SubscriptionFacts> {
  if (config.LANTERN_SUBSCRIPTIONS === 'off') return { kind: 'off' };
  if (!graph) return { kind: 'not-asked' };
  try {
    const found = await collect(graph.patient, '/subscriptions');
    if (!found.ok) return { kind: 'refused', status: found.answer.status };
    const ours = found.values.flatMap((value) => {
      const read = standing.safeParse(value);
      return read.success && read.data.notificationUrl.startsWith(`${config.LANTERN_PUBLIC_ORIGIN}/`)
        ? [read.data.resource.toLowerCase()]
        : [];
    });
    return { kind: 'standing', lists: new Set(ours).size, of: types.length * config.LANTERN_SCHOOLS.length };
  } catch (error) {
    if (error instanceof GraphUnreachable) return { kind: 'not-asked' };
    throw error;
  }
}
