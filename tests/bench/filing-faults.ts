import { concern } from '../../src/areas/concerns/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { faultyTransport } from '../support/faulty-transport.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { startKernel, type Kernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { batchOver, school, sharePointTenant } from '../support/sharepoint-tenant.ts';
import type { Measured } from './figure.ts';
import { fileUnderStorm } from './file-under-storm.ts';
import { filedRows } from './filed-rows.ts';
import { brokenBy, type FilingBreakage } from './filing-breakages.ts';
import { judgeRows } from './judge-rows.ts';

export interface FilingFaultsOptions {
  readonly acts?: number;
  readonly seed?: number;
  readonly breakage?: FilingBreakage;
  /** Breaks the store itself. */
  readonly sabotage?: (kernel: Kernel) => void;
}

/** A budget that is not what is measured here. */
const licences = 60_000;
/** Keeps a client's patience short, since what is too slow is only a call without an answer here. */
const timeoutMs = 250;
/** Below so many acts a rare fault may have had no chance. */
const enough = 2_000;

/**
 * Files acts on many cases under a storm of faults, with two workers that are killed and lose their leases, from the real
 * encrypted store through the real client over HTTP into the local tenant; then asks SharePoint what it holds.
 */
export async function measureFilingFaults(options: FilingFaultsOptions = {}): Promise<Measured> {
  const { acts: most = 20_000, seed = 20_261_125, breakage, sabotage } = options;
  const clock = handSetClock();
  const sharePoint = await sharePointTenant({ now: () => Date.parse(clock.now()) });
  const kernel = await startKernel({ now: clock.now });
  try {
    // A killed worker here is not a power cut, and sixty thousand syncs would measure the disk.
    kernel.database.sqlite.pragma('synchronous=OFF');
    kernel.database.sqlite.exec('delete from outbox');
    sabotage?.(kernel);
    const { provisioner } = sharePoint;
    await provision({
      graph: provisioner,
      batch: batchOver(provisioner),
      schools: [school],
      types: [concern],
      log: recordedLog().log,
    });
    const wire = faultyTransport(sharePoint.transport);
    const budget = createBudget({ licences, clock });
    const graph = sharePoint.graph({ transport: wire.transport, timeoutMs, budget });
    const world = brokenBy({ queue: kernel.filing, graph, budget, clock }, breakage);

    const { faults } = sharePoint.tenant.core;
    const { acts, struck, left } = await fileUnderStorm({ most, seed, kernel, clock, faults, wire, world });
    const { lost, doubled, disordered } = judgeRows(acts, await filedRows(sharePoint));

    const blows = Object.values(struck).reduce((sum, count) => sum + count, 0);
    const spared = Object.keys(struck).filter((kind) => struck[kind] === 0);
    const whys = [
      ...(left > 0 ? [`${left} acts still wait`] : []),
      ...(spared.length > 0 && most >= enough ? [`never struck: ${spared.join(', ')}`] : []),
    ];
    return {
      figures: [
        {
          metric: 'filing.faults',
          value: lost + doubled + disordered,
          unit: 'acts lost, doubled or out of order within their case',
          yardstick: `${acts.length} acts acknowledged, ${blows} faults, seed ${seed}`,
          ratio: null,
          ...(whys.length > 0 && { why: whys.join('; ') }),
        },
      ],
      rounds: { acts: acts.length, seed, lost, doubled, disordered, left, struck, calls: wire.calls.length },
    };
  } finally {
    kernel.close();
    await sharePoint.close();
  }
}
