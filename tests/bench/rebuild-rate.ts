import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTypes } from '../../src/areas/areas.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { demo } from '../../src/local/cast.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { rebuild } from '../../src/sharepoint/rebuild.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { databaseKey, tenant } from '../support/kernel.ts';
import { school } from '../support/sharepoint-tenant.ts';
import type { Measured } from './figure.ts';
import { pagedSharePoint } from './paged-sharepoint.ts';

export interface RebuildRateOptions {
  readonly rows?: number;
  /** Puts something between the rebuild and Graph, to break it. */
  readonly around?: (graph: Graph) => Graph;
}

/** How long SharePoint takes for a page. */
const latencySeconds = 0.5;

/**
 * How fast a lost projection comes back: on a virtual clock, against the time that the pages of the longest list take one after
 * the other, which no rebuild can go below; and how much less of the processor's time it takes than that.
 */
export async function measureRebuild({
  rows = 100_000,
  around = (graph) => graph,
}: RebuildRateOptions = {}): Promise<Measured> {
  const clock = handSetClock();
  const sharePoint = pagedSharePoint(clock, rows, latencySeconds);
  const folder = mkdtempSync(join(tmpdir(), 'lantern-rebuild-'));
  const operational = openSqlite(folder, databaseKey, recordTypes, clock);
  const began = { at: Date.parse(clock.now()), cpu: process.cpuUsage() };
  let readCpu = 0;
  try {
    const report = await sharePoint.until(
      rebuild(
        {
          ...{ generation: operational.nextGeneration, account: operational.account },
          ...{
            tenant,
            schools: [school],
            types: recordTypes,
            graph: around(sharePoint.graph),
            clock,
            schoolClock: clock,
          },
          budget: createBudget({ licences: demo.licences, clock }),
          sleep: async (seconds) => clock.forward(seconds),
        },
        ({ lists, of }) => {
          const { user, system } = process.cpuUsage(began.cpu);
          if (lists === of && readCpu === 0) readCpu = (user + system) / 1e6;
        },
      ),
    );
    const { user, system } = process.cpuUsage(began.cpu);
    const seconds = (Date.parse(clock.now()) - began.at) / 1_000;
    const least = sharePoint.longest * latencySeconds;
    const served = report.done ? report.served.reduce((sum, each) => sum + each.rows, 0) : 0;
    const why = served === rows ? {} : { why: `${served} of ${rows} rows came back` };
    const cpu = (user + system) / 1e6;
    return {
      figures: [
        {
          metric: 'rebuild.ratio',
          value: least / seconds,
          unit: `of the page ceiling, ${rows} rows in ${recordTypes.length} lists`,
          yardstick: `the longest list's pages one after the other, ${latencySeconds} s each`,
          ratio: least / seconds,
          ...why,
        },
        {
          metric: 'rebuild.cpu_headroom',
          value: least / cpu,
          unit: 'times the processor’s time of the whole rebuild, indexes and comparison included',
          yardstick: 'the same ceiling',
          ratio: least / cpu,
          ...why,
        },
      ],
      rounds: { seconds, least, cpu, readCpu },
    };
  } finally {
    await operational.close();
    rmSync(folder, { recursive: true });
  }
}
