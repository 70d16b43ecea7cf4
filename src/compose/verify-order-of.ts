import type { Door } from '../access/types.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createVerifyOrder } from '../jobs/verify-order.ts';
import { createSites } from '../sharepoint/sites.ts';
import type { Kernel } from './open-kernel.ts';

/** What carries out the verify command, and the proof that the tab asks for. */
export const verifyOrderOf = (
  { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Config,
  { operational, store, clock }: Kernel,
  { patient: graph }: Pick<OpenGraph, 'patient'>,
  door: Door = 'command',
) =>
  createVerifyOrder({
    tenant,
    school: schools[0]?.id ?? '',
    operational,
    store,
    graph,
    sites: createSites({ graph, schools }),
    clock,
    door,
  });
