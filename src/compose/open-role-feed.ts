import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { createGroups } from '../graph/groups.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createFeedRoles, type LookAtGroupsParts } from '../jobs/feed-roles.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import type { Kernel } from './open-kernel.ts';

const minute = 60_000;
/** In the demonstration somebody watches. */
const everyMs = { production: 5 * minute, local: 5_000 } as const;
/** A call to Graph may take longer than a stop may. */
const graceMs = 15_000;

/** What looks at the groups, and what it holds them against. */
export const groupsOf = (
  { LANTERN_TENANT_ID: tenant, LANTERN_ROLE_GROUPS: roleGroups, LANTERN_SCHOOLS: schools }: Config,
  { store, clock }: Pick<Kernel, 'store' | 'clock'>,
  { patient }: Pick<OpenGraph, 'patient'>,
): LookAtGroupsParts => ({ ...{ tenant, roleGroups, schools, store, clock }, groups: createGroups(patient) });

/** The worker that gives and ends roles as groups in Entra say; none where the settings name no group. */
export function openRoleFeed(
  config: Config,
  kernel: Kernel,
  graph: Pick<OpenGraph, 'patient'>,
): Pick<Loop, 'start' | 'stop'> | undefined {
  if (config.LANTERN_ROLE_GROUPS.length === 0) return undefined;
  const { perform, log, telemetry } = kernel;
  const feed = createFeedRoles({ ...groupsOf(config, kernel, graph), perform, log });
  const loop = createLoop('roles', everyMs[config.LANTERN_MODE], feed, log, telemetry);
  return {
    start: loop.start,
    stop: () => Promise.race([loop.stop(), sleep(graceMs, undefined, { ref: false })]),
  };
}
