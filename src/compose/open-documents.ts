import { setTimeout as sleep } from 'node:timers/promises';
import type { PaperDoor } from '../areas/meetings/routes.ts';
import type { FileDoor } from '../areas/files/routes.ts';
import { document } from '../areas/files/record.ts';
import type { Config } from '../config.ts';
import { createFiles } from '../graph/create-files.ts';
import { createHandedOutAddress } from '../graph/handed-out-address.ts';
import { createHandedOutBytes } from '../graph/handed-out-bytes.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createClamd } from '../intake/clamd.ts';
import { createFileDoor } from '../intake/create-file-door.ts';
import { createPaperOfMeeting } from '../intake/paper-of-meeting.ts';
import { createChaseOfficialMinutes } from '../jobs/chase-official-minutes.ts';
import { createFileDocuments } from '../jobs/file-documents.ts';
import { createFileLetters } from '../jobs/file-letters.ts';
import { createFileMinutes } from '../jobs/file-minutes.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { createCaseLibrary } from '../sharepoint/case-library.ts';
import { createSites } from '../sharepoint/sites.ts';
import { steadyClock } from '../system/steady-clock.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';
import { spoolOf } from './spool-of.ts';

const lookEveryMs = 5_000;
/** Whoever publishes minutes does not wait for the papers, and to look for them asks for all final minutes. */
const minutesEveryMs = 60_000;
/** Whoever sent a letter may wish to print the PDF. */
const lettersEveryMs = 15_000;
/** It is said on a day, and not at a minute. */
const chaseEveryMs = 3_600_000;
/** A file may take longer than a stop may; the next start goes on with it. */
const graceMs = 20_000;

export interface OpenDocuments {
  readonly door: FileDoor & PaperDoor;
  /** Makes papers of final minutes and of letters, says which official ones have not come, scans what has arrived, and brings it into the library. */
  readonly worker: Pick<Loop, 'start' | 'stop'>;
}

/** Files on their way in, into the library, and out. */
export function openDocuments(
  config: Config,
  { operational, keys, store, perform, read, log }: Kernel,
  { graph, patient, calls }: OpenGraph,
): OpenDocuments {
  const { LANTERN_SCHOOLS: schools, LANTERN_TENANT_ID: tenant, LANTERN_CLAMD: clamd } = config;
  const spool = spoolOf({ operational, keys });
  const files = createFiles({
    graph,
    clock: steadyClock,
    ask: createHandedOutAddress(calls),
    fetchBytes: createHandedOutBytes(calls),
  });
  const library = createCaseLibrary({
    graph: patient,
    sites: createSites({ graph: patient, schools }),
    label: config.LANTERN_RETENTION_LABEL,
  });
  const fileOnce = createFileDocuments({
    ...{ tenant, spool, store, perform, files, ...library, clock: systemClock, log },
    scanner: clamd && createClamd({ address: clamd }),
  });
  const loop = createLoop('documents', lookEveryMs, fileOnce, log);
  const papers = { tenant, store, spool, perform, log, clock: systemClock, added: loop.wake };
  const parts = { ...papers, scans: clamd !== undefined };
  const minutes = createLoop('minutes', minutesEveryMs, createFileMinutes(parts), log);
  const letters = createLoop('letters', lettersEveryMs, createFileLetters(parts), log);
  const chaseOnce = createChaseOfficialMinutes({ tenant, store, perform, log, clock: systemClock });
  const chase = createLoop('official-minutes', chaseEveryMs, chaseOnce, log);
  const door = createFileDoor({
    ...{ spool, perform, read, files, clock: systemClock, added: loop.wake },
    scans: clamd !== undefined,
    isDocument: async (of, id) => (await store.record(of, document, id)) !== undefined,
  });
  return {
    door: { ...door, ...createPaperOfMeeting({ spool, read, perform, files }) },
    worker: {
      start() {
        loop.start();
        minutes.start();
        letters.start();
        chase.start();
      },
      stop: () =>
        Promise.race([
          Promise.all([loop.stop(), minutes.stop(), letters.stop(), chase.stop()]).then(() => undefined),
          sleep(graceMs, undefined, { ref: false }),
        ]),
    },
  };
}
