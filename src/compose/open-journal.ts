import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { createJournalFiling } from '../sharepoint/file-journal.ts';
import { createSites } from '../sharepoint/sites.ts';
import { steadyClock } from '../system/steady-clock.ts';
import type { Kernel } from './open-kernel.ts';

const lookEveryMs = 10_000;
/** Whoever asks has the rest taken in first, so this may be rare. */
const indexEveryMs = 30_000;
const batch = 1_000;
/** A call to Graph may take longer than a stop may. */
const graceMs = 15_000;

/** The workers that bring the journal into SharePoint, in the first school's site, and into the index by which it is read. */
export function openJournal(
  { LANTERN_SCHOOLS: schools, LANTERN_TENANT_ID: tenant }: Config,
  { operational, clock, log, telemetry }: Kernel,
  { graph, budget }: OpenGraph,
): Pick<Loop, 'start' | 'stop'> {
  const filing = createJournalFiling({
    tenant,
    school: schools[0]?.id ?? '',
    lines: operational.journalLines,
    marks: operational.journalMarks,
    graph,
    budget,
    sites: createSites({ graph, schools }),
    clock,
    machine: steadyClock,
    log,
  });
  const loop = createLoop('journal', lookEveryMs, filing.runOnce, log, telemetry);
  // Only a whole batch calls for the next one at once: what was added meanwhile waits, so that many go into the index together.
  const takeIn = async () => ((await operational.journalReader.index(tenant, batch)) === batch ? batch : 0);
  const index = createLoop('journal-index', indexEveryMs, takeIn, log, telemetry);
  return {
    start() {
      loop.start();
      index.start();
    },
    async stop() {
      filing.stop();
      await Promise.race([loop.stop(), sleep(graceMs, undefined, { ref: false })]);
      await index.stop();
    },
  };
}
