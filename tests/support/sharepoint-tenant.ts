import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { School } from '../../src/config.ts';
import { createBatch } from '../../src/graph/batch.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { createGraph } from '../../src/graph/client.ts';
import { createTokenSource } from '../../src/graph/token.ts';
import { demo } from '../../src/local/cast.ts';
import { startTenant, type StartOptions, type Tenant } from '../../src/local/tenant.ts';
import { localTransport } from '../../src/local/transport.ts';
import { recordTypes } from '../../src/areas/areas.ts';
import type { SiteKind } from '../../src/records/define-record.ts';
import type { Batch, Budget, Graph } from '../../src/ports/graph.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { systemClock } from '../../src/system/system-clock.ts';

export const school: School = { ...demo.school, host: demo.sharePointHost };

/** Batches over a Graph, with a budget that never runs out. */
export const batchOver = (graph: Graph): Batch =>
  createBatch({ graph, budget: createBudget({ licences: 100_000, clock: systemClock }), clock: systemClock });

/** Graph of a local tenant that runs somewhere, asked as one of its applications: Lantern's own when none is named. */
export function graphOf(origin: string, appId: string = demo.apiAppId): Graph {
  const transport = localTransport(origin);
  return createGraph({
    token: createTokenSource(
      { mode: 'local', tenantId: demo.tenantId, clientId: appId, localSecret: 'any' },
      transport,
    ),
    ...{ transport, userAgent: 'NONISV|Lantern|Tests/1.0' },
    budget: createBudget({ licences: 100_000, clock: systemClock }),
  });
}

export interface SharePointTenant {
  readonly tenant: Tenant;
  readonly transport: Transport;
  /** Lantern's own identity, which may write rows, or another of the tenant's applications. */
  graph(settings?: { appId?: string; transport?: Transport; timeoutMs?: number; budget?: Budget }): Graph;
  /** The identity that may make lists. */
  readonly provisioner: Graph;
  /** Address of a list by its display name: in the site where its record type has it, or in another of the school's sites. */
  listPath(list: string, site?: 'safeguarding' | SiteKind): string;
  /** The rows of a list, or of one record, as Graph shows them to another identity than Lantern's. */
  rows(list: string, key?: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface Row {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * A local Microsoft 365 tenant over real HTTP, on a free port, with its state in a folder that goes with it.
 * @param more e.g. a clock of its own
 */
export async function sharePointTenant(more: Pick<StartOptions, 'now' | 'ledgerFile'> = {}): Promise<SharePointTenant> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-tenant-'));
  const tenant = await startTenant({ port: 0, dataDir, ...more });
  const transport = localTransport(tenant.origin);
  const graph: SharePointTenant['graph'] = ({ appId = demo.apiAppId, ...settings } = {}) => {
    const token = tenant.core.graphToken(appId);
    return createGraph({
      token: async () => token,
      transport,
      userAgent: 'NONISV|Lantern|Tests/1.0',
      budget: createBudget({ licences: 100_000, clock: systemClock }),
      ...settings,
    });
  };
  const provisioner = graph({ appId: demo.provisionAppId });

  async function read(path: string): Promise<unknown> {
    const { status, body } = await provisioner.call({ method: 'GET', path });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  }
  const siteAt = async (path: string) => (await read(`/sites/${school.host}:${path}`)) as { id: string };
  const [children, staff] = [await siteAt(school.sitePath), await siteAt(school.staffSitePath)];
  const listPath: SharePointTenant['listPath'] = (list, site) => {
    const kind = site ?? recordTypes.find((type) => type.list === list)?.site;
    return `/sites/${(kind === 'staff-concerns' ? staff : children).id}/lists/${encodeURIComponent(list)}`;
  };

  return {
    tenant,
    transport,
    graph,
    provisioner,
    listPath,
    async rows(list, key) {
      const only = key === undefined ? '' : `&$filter=fields/RequestKey eq '${key}'`;
      const page = await read(`${listPath(list)}/items?$expand=fields&$top=5000${only}`);
      return (page as { value: Row[] }).value;
    },
    async close() {
      await tenant.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
