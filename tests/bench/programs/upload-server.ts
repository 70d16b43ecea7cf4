import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { fileRoutes } from '../../../src/areas/files/routes.ts';
import { document } from '../../../src/areas/files/record.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { api } from '../../../src/http/api.ts';
import { failure } from '../../../src/http/failure.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { jsonOf } from '../../../src/http/json-of.ts';
import { signedIn } from '../../../src/http/signed-in.ts';
import { createFileDoor } from '../../../src/intake/create-file-door.ts';
import { createSpool } from '../../../src/intake/create-spool.ts';
import type { SpoolStore } from '../../../src/ports/spool.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createSpoolFolder } from '../../../src/store/sqlite/spool.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { databaseKey, kernelOn, people } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { listening } from '../../support/listening.ts';

/**
 * The door for files over HTTP on a real database and a real spool, to be killed at any moment: `folder [breakage]`.
 * Everybody who asks is Priya.
 */
const [folder = '', breakage] = process.argv.slice(2);

/** Broken on purpose: an answer before anything is kept, or a range in eight that is never kept. */
function broken(spool: SpoolStore): SpoolStore {
  let ranges = 0;
  if (breakage === 'answers-first')
    return {
      ...spool,
      async append(id, range, sealed) {
        void sleep(150).then(() => spool.append(id, range, sealed));
        return range.to;
      },
    };
  if (breakage === 'forgets-a-range')
    return {
      ...spool,
      append: async (id, range, sealed) =>
        ++ranges % 8 === 0 && range.from > 0 ? range.to : spool.append(id, range, sealed),
    };
  return spool;
}

const { log } = recordedLog();
const { sqlite } = openDatabase(folder, databaseKey);
const { store } = createStore(sqlite, recordTypes, systemClock);
const kernel = await kernelOn(store);
const { perform, read } = kernel;
const spool = createSpool(broken(createSpoolFolder(folder, systemClock)), Buffer.alloc(32, 7));
const door = createFileDoor({
  ...{ spool, perform, read, clock: systemClock, scans: false },
  files: { download: async () => ({ ok: false, reason: 'gone' }) },
  isDocument: async (tenant, id) => (await store.record(tenant, document, id)) !== undefined,
});
const form = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
const reported = await perform(reportConcern, people.daniel, form, '1'.repeat(32));
if (!reported.ok) throw new Error(reported.problem.code);

const app = express();
const everybody = signedIn(async () => ({ ok: true, identity: people.priya }), log);
app.use('/api', api([everybody], fileRoutes(door), perform as never, jsonOf(read)));
app.use(failure(log));
const { origin } = await listening(createHttpServer(app));
process.on('disconnect', () => process.exit(1));
process.send?.({ origin, concern: reported.answer.concern });
