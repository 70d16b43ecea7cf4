import { createAbilities } from '../access/abilities.ts';
import type { Rules } from '../access/rules.ts';
import type { Config } from '../config.ts';
import { createEducation } from '../graph/education.ts';
import type { ActorOf } from '../perform/actors.ts';
import type { Graph } from '../ports/graph.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { createHeldRosters } from './held-rosters.ts';
import { createImportOrder } from './import-order.ts';
import type { ImportParts } from './import-roster.ts';
import { createImportRuns } from './import-runs.ts';
import { createRosterDesk } from './roster-desk.ts';

export interface OpenRosterParts extends ImportParts {
  readonly rules: Rules;
  readonly actorOf: ActorOf;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * The roster's two doors, the tab's and that of the command at the machine: each knows of the other's imports.
 * @param graph one that asks again after a passing fault
 */
export function openRoster(
  { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Pick<Config, 'LANTERN_TENANT_ID' | 'LANTERN_SCHOOLS'>,
  parts: OpenRosterParts,
  graph: Graph,
) {
  const shared = { ...parts, schools, education: createEducation(graph), runs: createImportRuns(parts.clock) };
  const rightsOf = createAbilities(parts.rules, parts.actorOf);
  return {
    order: createImportOrder({ ...shared, tenant }),
    desk: createRosterDesk({ ...shared, rightsOf, held: createHeldRosters() }),
  };
}
