import { recordTypes } from '../areas/areas.ts';
import { ConfigFault, type Config } from '../config.ts';
import { createBatch } from '../graph/batch.ts';
import { openGraph } from '../graph/open-graph.ts';
import { journalLists } from '../journal/journal-lists.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { caseFiles } from '../sharepoint/case-library.ts';
import { provision, type ProvisionReport } from '../sharepoint/provision.ts';
import { systemClock } from '../system/system-clock.ts';

/** Makes what each school's site lacks, under the one-off identity that may. @throws ConfigFault when none is set */
export function provisionOf(config: Config, transport: Transport, log: Log): Promise<ProvisionReport> {
  if (!config.PROVISION_APP_ID) throw new ConfigFault(['PROVISION_APP_ID is needed to make lists']);
  const { budget, patient: graph } = openGraph(config.PROVISION_APP_ID, { config, transport, clock: systemClock, log });
  const batch = createBatch({ graph, budget, clock: systemClock });
  const lists = { types: recordTypes, once: journalLists, libraries: [caseFiles] };
  return provision({ graph, batch, schools: config.LANTERN_SCHOOLS, ...lists, log });
}
