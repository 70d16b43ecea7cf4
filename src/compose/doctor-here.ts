import { mkdirSync } from 'node:fs';
import type { Config } from '../config.ts';
import { createDoctorOrder } from '../doctor/doctor-order.ts';
import { openGraph, type OpenGraph } from '../graph/open-graph.ts';
import { takeBackJournal } from '../jobs/take-back-journal.ts';
import type { OpenHere } from '../jobs/run-order.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createSites } from '../sharepoint/sites.ts';
import { steadyClock } from '../system/steady-clock.ts';
import { openDoctor, type OpenDoctorParts } from './open-doctor.ts';
import { openKernel, type Kernel } from './open-kernel.ts';

export interface DoctorHereParts extends Omit<OpenDoctorParts, 'kernel' | 'graph'> {
  /** What school matters run on. */
  readonly clock: Clock;
  readonly log: Log;
}

/** The doctor without a running Lantern. What does not open is told of, and the rest is looked at all the same. */
export function doctorHere(parts: DoctorHereParts): OpenHere {
  return async () => {
    const graph = graphOf(parts);
    const kernel = await kernelOf(parts, graph);
    return {
      handle: createDoctorOrder(openDoctor({ ...parts, kernel, graph })),
      close: async () => {
        if (!('why' in kernel)) await kernel.operational.close();
      },
    };
  };
}

function graphOf({ config, transport, log }: DoctorHereParts): OpenGraph | undefined {
  try {
    return openGraph(config.API_APP_ID, { config, transport, clock: steadyClock, log });
  } catch {
    // Its certificate; the doctor says which.
    return undefined;
  }
}

async function kernelOf({ config, transport, clock, log }: DoctorHereParts, graph: OpenGraph | undefined) {
  try {
    mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
    const kernel = await openKernel(config, { clock, log, transport });
    if (graph) await tryToTakeBack(config, kernel, graph);
    return kernel;
  } catch (error) {
    return { why: error instanceof Error ? error.message : 'unknown' };
  }
}

/** A new or restored store can be looked at before SharePoint gave back what it lacks of the journal. */
async function tryToTakeBack(config: Config, { operational }: Kernel, { patient: graph }: OpenGraph): Promise<void> {
  const { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools } = config;
  const school = schools[0]?.id ?? '';
  await takeBackJournal({ tenant, school, operational, graph, sites: createSites({ graph, schools }) }).catch(() => 0);
}
