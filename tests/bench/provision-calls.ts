import { recordTypes } from '../../src/areas/areas.ts';
import { journalLists } from '../../src/journal/journal-lists.ts';
import { demo, schools as demoSchools } from '../../src/local/cast.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { batchOver, sharePointTenant } from '../support/sharepoint-tenant.ts';
import type { Measured } from './figure.ts';

/**
 * A trust's lists made in an empty tenant, and made again: what the second run asks of Graph beside reads, by the tenant's own
 * ledger. A batch is an envelope; what lies in it is counted one by one.
 * @param around breaks the second run
 */
export async function measureProvisionCalls(around: (graph: Graph) => Graph = (graph) => graph): Promise<Measured> {
  const sharePoint = await sharePointTenant();
  try {
    const { log } = recordedLog();
    const { ledger } = sharePoint.tenant.core;
    const run = async (graph: Graph) => {
      const before = ledger.entries().at(-1)?.n ?? 0;
      const schools = demoSchools.map((school) => ({ ...school, host: demo.sharePointHost }));
      await provision({ graph, batch: batchOver(graph), schools, types: recordTypes, once: journalLists, log });
      const calls = ledger.entries(before).filter(({ url }) => !url.endsWith('/$batch'));
      return { reads: calls.filter(({ method }) => method === 'GET').length, calls: calls.length };
    };
    const first = await run(sharePoint.provisioner);
    const second = await run(around(sharePoint.provisioner));
    // Whoever reads nothing finds nothing missing.
    const lists = demoSchools.length * recordTypes.length + journalLists.length;
    const why =
      first.calls - first.reads < lists || second.reads < lists ? 'a run did not come to all the lists' : undefined;
    return {
      figures: [
        {
          metric: 'provision.calls_second_run',
          value: second.calls - second.reads,
          unit: `calls that are not reads, of ${second.calls}`,
          yardstick: 'none',
          ratio: null,
          ...(why !== undefined && { why }),
        },
      ],
      rounds: { lists, first, second },
    };
  } finally {
    await sharePoint.close();
  }
}
