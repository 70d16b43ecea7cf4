import { recordTypes } from '../areas/areas.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createTellOfStopped } from '../jobs/tell-of-stopped.ts';
import type { Changes } from '../live/changes.ts';
import { tellingOfFilings } from '../live/telling-of-filings.ts';
import { createFiling } from '../sharepoint/filing.ts';
import { steadyClock } from '../system/steady-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** The worker that brings what was committed into SharePoint. */
export const openFiling = (
  { LANTERN_SCHOOLS: schools }: Config,
  { operational, perform, log }: Kernel,
  { graph, budget }: OpenGraph,
  filed: Changes['filed'] = () => {},
) =>
  createFiling({
    queue: tellingOfFilings(operational.filingQueue, filed),
    graph,
    budget,
    types: new Map(recordTypes.map((type) => [type.name, type])),
    schools,
    stopped: createTellOfStopped(perform),
    clock: steadyClock,
    log,
  });
