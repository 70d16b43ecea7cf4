import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { document } from '../../../src/areas/files/record.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { createSpool } from '../../../src/intake/create-spool.ts';
import { inspectFile } from '../../../src/intake/inspect-file.ts';
import { demo, schools } from '../../../src/local/cast.ts';
import { seedDemonstration } from '../../../src/local/seed.ts';
import { seedFiles } from '../../../src/local/seed-files.ts';
import { pastFiles } from '../../../src/local/trust/past-files.ts';
import { createActors } from '../../../src/perform/actors.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createSpoolFolder } from '../../../src/store/sqlite/spool.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { databaseKey } from '../../support/kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-past-files-'));
const database = openDatabase(folder, databaseKey);
const { store } = createStore(database.sqlite, recordTypes, systemClock);
const actorOf = createActors(store, rightsRestOn, schools.map(({ id }) => id) as [string, ...string[]], systemClock);
const kernel = {
  ...{ store, actorOf, rules: composeRules(Object.values(areas)), clock: systemClock, ids: randomIds },
  log: createLog('silent'),
};
const spool = createSpool(createSpoolFolder(folder, systemClock), Buffer.alloc(32, 7));
const add = () => seedFiles({ ...kernel, spool, machine: systemClock, scans: false });
beforeAll(() => seedDemonstration(kernel));
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const waiting = async () => {
  const all = await spool.all(demo.tenantId);
  const held = await Promise.all(all.map(({ id }) => store.record(demo.tenantId, document, id)));
  return held.filter((one) => one !== undefined);
};

it('the files of the demonstration’s past come in as a person’s would, each once, and wait to be filed', async () => {
  await add();
  const first = await waiting();
  expect(first.map(({ name }) => name).sort()).toEqual(pastFiles.map(({ facts }) => facts.name).sort());
  expect(first.every(({ state }) => state === 'not-scanned')).toBe(true);
  const picture = first.find(({ mediaType }) => mediaType === 'image/jpeg');
  expect(picture?.digest).not.toBe(picture?.originalDigest);
  expect(first.map(({ addedByName, addedAt }) => `${addedByName} ${addedAt}`)).toContain(
    'Tom Whitlock 2026-12-02T14:10:00.000Z',
  );
  await add();
  expect((await waiting()).map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort());
});

it('a start that comes after they were filed leaves nothing in the spool', async () => {
  for (const { id } of await spool.all(demo.tenantId)) await spool.remove(id);
  await add();
  expect(await spool.all(demo.tenantId)).toEqual([]);
});

it('each is what its name says, and small', async () => {
  for (const { name, bytes } of pastFiles) {
    const made = await bytes();
    expect(await inspectFile(made, name)).toMatchObject({ ok: true });
    expect(made.length).toBeLessThan(60_000);
  }
});
