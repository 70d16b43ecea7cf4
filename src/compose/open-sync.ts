import { setTimeout as sleep } from 'node:timers/promises';
import { recordTypes } from '../areas/areas.ts';
import { caseAccess } from '../areas/need-to-know/record.ts';
import { roleGrant, staffMember } from '../areas/people/record.ts';
import { staffNote } from '../areas/staff-concerns/record.ts';
import type { Config } from '../config.ts';
import type { AppParts } from '../http/app.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createLoop } from '../jobs/loop.ts';
import { createTellOfOutside } from '../jobs/tell-of-outside.ts';
import type { Changes } from '../live/changes.ts';
import { createSync, type Sync } from '../sharepoint/sync.ts';
import { createWhoWrote } from '../sharepoint/who-wrote.ts';
import { steadyClock } from '../system/steady-clock.ts';
import type { Kernel } from './open-kernel.ts';
import { notificationPath, openSubscriptions } from './open-subscriptions.ts';

const tellEveryMs = 1_000;
/** A call to Graph may take longer than a stop may. */
const graceMs = 15_000;

/** The worker that watches the lists in SharePoint, and tells of what was done there past Lantern; and who hears Graph's hints. */
export function openSync(
  config: Config,
  { operational, store: records, perform, keys, clock, log }: Kernel,
  { graph, budget }: OpenGraph,
  changed: Changes['changed'] = () => {},
): Pick<Sync, 'start' | 'stop' | 'age'> & { readonly hints: AppParts['hints'] } {
  const { LANTERN_SCHOOLS: schools, LANTERN_TENANT_ID: tenant, LANTERN_SYNC_SECONDS: every } = config;
  const parts = { graph, schools, types: recordTypes, log };
  const { sync: store } = operational;
  const matterOf = async (of: string, note: string) => (await records.record(of, staffNote, note))?.matterId;
  const tell = createLoop(
    'outside',
    tellEveryMs,
    createTellOfOutside({ ...parts, perform, store, matterOf, whoWrote: createWhoWrote(parts) }),
    log,
  );
  const sync = createSync({
    ...parts,
    store,
    tenant,
    budget,
    rights: [roleGrant.name, staffMember.name, caseAccess.name],
    alarming: [roleGrant.name, caseAccess.name],
    clock: steadyClock,
    schoolClock: clock,
    every,
    changed(list, changes) {
      for (const { id, fields } of changes) changed({ tenant, type: list.record, id, fields });
      tell.wake();
    },
  });
  const subscriptions = openSubscriptions(config, { keys, log }, { graph }, sync.wake);
  const workers = [sync, tell, ...(subscriptions ? [subscriptions.worker] : [])];
  return {
    start() {
      for (const worker of workers) worker.start();
    },
    async stop() {
      await Promise.race([
        Promise.all(workers.map((worker) => worker.stop())),
        sleep(graceMs, undefined, { ref: false }),
      ]);
    },
    age: sync.age,
    hints: subscriptions && { path: notificationPath, heard: subscriptions.heard },
  };
}
