import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { takeBackJournal } from '../jobs/take-back-journal.ts';
import { createSites } from '../sharepoint/sites.ts';
import type { Kernel } from './open-kernel.ts';

/** Brings the journal of a restored store up to what SharePoint holds; a store that cannot be is closed again. */
export async function takeBack(
  { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Config,
  { operational }: Pick<Kernel, 'operational'>,
  { patient: graph }: OpenGraph,
): Promise<number> {
  const sites = createSites({ graph, schools });
  try {
    return await takeBackJournal({ tenant, school: schools[0]?.id ?? '', operational, graph, sites });
  } catch (error) {
    await operational.close();
    throw error;
  }
}
