import { setTimeout as pause } from 'node:timers/promises';
import { recordTypes } from '../areas/areas.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createRebuildOrder } from '../jobs/rebuild-order.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** What carries out the rebuild command. */
export const rebuildOrderOf = (
  { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Config,
  { operational, clock }: Kernel,
  { graph, budget }: OpenGraph,
) =>
  createRebuildOrder({
    ...{ generation: operational.nextGeneration, account: operational.account },
    ...{ tenant, schools, types: recordTypes, graph, budget },
    ...{ clock: systemClock, schoolClock: clock },
    sleep: (seconds) => pause(seconds * 1_000),
  });
