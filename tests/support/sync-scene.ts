import { recordTypes } from '../../src/areas/areas.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { demo } from '../../src/local/cast.ts';
import type { SyncedChange } from '../../src/ports/sync.ts';
import { createFiling } from '../../src/sharepoint/filing.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { createSync, type SyncSettings } from '../../src/sharepoint/sync.ts';
import { createSyncStore } from '../../src/store/sqlite/sync-store.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { faultyTransport } from './faulty-transport.ts';
import { handSetClock } from './hand-set-clock.ts';
import { newForm, people, startKernel, tenant, type KernelOptions } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from './sharepoint-tenant.ts';

/** A local tenant with every list made. */
export async function tenantWithAllLists(): Promise<SharePointTenant> {
  const sharePoint = await sharePointTenant();
  const { provisioner: graph } = sharePoint;
  const { log } = recordedLog();
  await provision({ graph, batch: batchOver(graph), schools: [school], types: recordTypes, log });
  return sharePoint;
}

/** Takes away what an earlier test left: a new store would give its references again. */
export async function emptyLists(sharePoint: SharePointTenant): Promise<void> {
  for (const { list } of recordTypes)
    for (const { id } of await sharePoint.rows(list))
      await sharePoint.provisioner.call({ method: 'DELETE', path: `${sharePoint.listPath(list)}/items/${id}` });
}

/** An encrypted store with the school of the tests, filing and sync between it and the tenant, and somebody who edits there. */
export async function syncScene(
  sharePoint: SharePointTenant,
  {
    kernel: kernelOptions = {},
    pageSize,
    ...settings
  }: Partial<SyncSettings> & { kernel?: KernelOptions; pageSize?: number } = {},
) {
  const kernel = await startKernel(kernelOptions);
  const clock = handSetClock();
  const budget = createBudget({ licences: 1, clock });
  const wire = faultyTransport(sharePoint.transport);
  const { log, lines } = recordedLog();
  const store = settings.store ?? createSyncStore(kernel.database.sqlite, recordTypes);
  const changed: (SyncedChange & { record: string })[] = [];
  const patient = sharePoint.graph();
  const filing = createFiling({
    queue: kernel.filing,
    graph: patient,
    budget: createBudget({ licences: 100_000, clock: systemClock }),
    types: new Map(recordTypes.map((type) => [type.name, type])),
    schools: [school],
    clock: systemClock,
    log,
  });
  const graph = sharePoint.graph({ transport: wire.transport, budget, timeoutMs: 5_000 });
  const asked: string[] = [];
  const sync = createSync({
    store,
    tenant,
    graph: {
      call(request) {
        asked.push(request.path);
        // Small pages show what happens between them.
        const first = pageSize !== undefined && request.path.endsWith('/items/delta?$expand=fields');
        return graph.call(first ? { ...request, path: `${request.path}&$top=${pageSize}` } : request);
      },
    },
    budget,
    types: recordTypes,
    rights: ['roleGrant', 'staffMember'],
    alarming: ['roleGrant'],
    schools: [school],
    clock,
    schoolClock: systemClock,
    log,
    every: 60,
    changed: ({ record }, changes) => void changed.push(...changes.map((change) => ({ ...change, record }))),
    ...settings,
  });
  const outsider = sharePoint.graph({ appId: demo.provisionAppId });
  const itemPath = async (list: string, key: string) => {
    const [row] = await sharePoint.rows(list, key);
    if (!row) throw new Error(`no row ${key} in ${list}`);
    return `${sharePoint.listPath(list)}/items/${row.id}`;
  };
  const must = async (request: Parameters<typeof outsider.call>[0]) => {
    const answer = await outsider.call(request);
    if (answer.status >= 300) throw new Error(`${request.method} answered ${answer.status}`);
    return answer.body;
  };

  return {
    ...{ kernel, filing, sync, store, clock, budget, wire, lines, changed, asked },
    /** Files everything that waits. */
    async file(): Promise<void> {
      while ((await filing.runOnce()) > 0);
    },
    async report(words = 'She had no coat.', who = 'Ellie Marsden'): Promise<string> {
      const typed = { who, words, safeNow: 'yes', when: 'just now' };
      const result = await kernel.perform(reportConcern, people.daniel, typed, newForm());
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.concern;
    },
    /** Somebody writes in a row in SharePoint. */
    edit: async (list: string, key: string, fields: object) =>
      must({ method: 'PATCH', path: `${await itemPath(list, key)}/fields`, body: fields }),
    erase: async (list: string, key: string) => must({ method: 'DELETE', path: await itemPath(list, key) }),
    type: async (list: string, fields: object) =>
      must({ method: 'POST', path: `${sharePoint.listPath(list)}/items`, body: { fields } }),
    /** A row of the projection, as it lies there. */
    held: (record: string, id: string) =>
      kernel.database.sqlite.prepare(`select * from "${record}" where id = ?`).get(id) as Readonly<
        Record<string, unknown>
      >,
    untold: () => store.untold(1_000),
    close: (keep?: 'keep') => kernel.close(keep),
  };
}
export type SyncScene = Awaited<ReturnType<typeof syncScene>>;
