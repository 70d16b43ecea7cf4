import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import type { Identity } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import { listNeedToKnow } from '../../../src/areas/need-to-know/views.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { castMember, demo, schools } from '../../../src/local/cast.ts';
import { schoolMoment } from '../../../src/local/clock/school-moment.ts';
import { accessSteps } from '../../../src/local/seed-access.ts';
import { seedDemonstration } from '../../../src/local/seed.ts';
import { createActors } from '../../../src/perform/actors.ts';
import { createRead } from '../../../src/perform/read.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { databaseKey } from '../../support/kernel.ts';

const clock = { now: () => schoolMoment('2026-12-10T08:05') };
const folder = mkdtempSync(join(tmpdir(), 'lantern-past-access-'));
const database = openDatabase(folder, databaseKey);
const { store } = createStore(database.sqlite, recordTypes, clock);
const actorOf = createActors(store, rightsRestOn, schools.map(({ id }) => id) as [string, ...string[]], clock);
const kernel = {
  store,
  actorOf,
  rules: composeRules(Object.values(areas)),
  clock,
  ids: randomIds,
  log: createLog('silent'),
};
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const identityOf = (who: string): Identity => {
  const { id, name } = castMember(who);
  return { tenant: demo.tenantId, person: id, name, door: 'command' };
};

it('what the demonstration’s past says of single cases holds: one is given with a task, one file was opened and seen, one conflict', async () => {
  await seedDemonstration(kernel);
  const read = createRead(kernel);
  const listed = await read(listConcerns, identityOf('tom'), { show: 'all' });
  const alex = listed.ok ? listed.answer.answer.items.find(({ child }) => child.includes('Winter')) : undefined;
  const steps = accessSteps(kernel, identityOf, () => alex?.id ?? '');
  // A start that was cut off goes on: what was done is not done again.
  for (const { run } of [...steps, ...steps]) await run();
  const page = await read(listNeedToKnow, identityOf('priya'), {});
  const items = page.ok ? page.answer.answer.items : [];
  expect(items.map(({ kind, name, inForce }) => [kind, name, inForce])).toEqual([
    ['circle', 'Ines Duarte', true],
    ['break-glass', 'Margaret Eaves', false],
    ['conflict', 'Kayleigh Marsh', true],
  ]);
  expect(items[0]?.task).toContain('See Alex on Friday');
  expect(items[1]?.seenByName).toBe('Priya Raman');
  const given = await read(listConcerns, identityOf('ines'), {});
  expect(given.ok && given.answer.answer.items.map(({ id }) => id)).toEqual([alex?.id]);
});
