import { join } from 'node:path';
import { recordTypes } from '../areas/areas.ts';
import type { Config } from '../config.ts';
import type { Facts, StoreFacts } from '../doctor/facts.ts';
import { gatherAddress } from '../doctor/gather-address.ts';
import { gatherCalendars } from '../doctor/gather-calendars.ts';
import { gatherMachine, type MachineParts } from '../doctor/gather-machine.ts';
import { gatherRoles } from '../doctor/gather-roles.ts';
import { gatherSchools } from '../doctor/gather-schools.ts';
import { gatherStore } from '../doctor/gather-store.ts';
import { gatherTenant } from '../doctor/gather-tenant.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { journalLists } from '../journal/journal-lists.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import type { Transport } from '../ports/transport.ts';
import { systemClock } from '../system/system-clock.ts';
import { builtTab } from './built-tab.ts';
import type { Kernel } from './open-kernel.ts';
import { calendarOf, calendarsOf } from './open-calendars.ts';
import { groupsOf } from './open-role-feed.ts';
import { verifyOrderOf } from './verify-order-of.ts';

export interface OpenDoctorParts extends Pick<MachineParts, 'freeFor' | 'node'> {
  readonly config: Config;
  readonly transport: Transport;
  /** Of a store that does not open: why. */
  readonly kernel: Kernel | { readonly why: string };
  /** Absent when the certificate of the API's registration is of no use. */
  readonly graph: OpenGraph | undefined;
  /** The machine's; another one in tests. */
  readonly machine?: Clock;
  readonly tabFile?: string;
}

/** In the place of a Graph for which there is no token. */
const silent: Graph = { call: () => Promise.reject(new GraphUnreachable('no-token')) };
const silentGraph: Pick<OpenGraph, 'graph' | 'patient'> = { graph: silent, patient: silent };

/** What gathers all that the doctor judges. It changes nothing, but that the journal says it was read. */
export function openDoctor(parts: OpenDoctorParts): () => Promise<Facts> {
  const { config, transport, kernel, graph, machine = systemClock, tabFile = join(builtTab, 'index.html') } = parts;
  const { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools, LANTERN_PUBLIC_ORIGIN: origin } = config;

  async function gatherKept(): Promise<StoreFacts> {
    if ('why' in kernel) return { open: false, why: kernel.why };
    const { operational, clock } = kernel;
    const verify = verifyOrderOf(config, kernel, graph ?? silentGraph);
    return gatherStore({ ...{ tenant, operational, clock }, verify });
  }

  return async () => ({
    at: machine.now(),
    demonstration: config.LANTERN_MODE === 'local',
    machine: gatherMachine({ ...parts, tabFile }),
    address: await gatherAddress(origin, fetch),
    tenant: await gatherTenant({ config, transport, graph, machine, types: recordTypes, once: journalLists }),
    schools: await gatherSchools(
      { tenant, schools, now: 'why' in kernel ? machine.now() : kernel.clock.now() },
      'why' in kernel ? undefined : kernel.store,
    ),
    roleGroups: await gatherRoles('why' in kernel ? undefined : groupsOf(config, kernel, graph ?? silentGraph)),
    calendars: await gatherCalendars(
      config.LANTERN_CALENDAR === 'on',
      'why' in kernel ? undefined : { ...calendarsOf(config, kernel), calendar: calendarOf(graph ?? silentGraph) },
    ),
    // Last, for it takes longest where the journal is long.
    store: await gatherKept(),
  });
}
