import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import type { Identity } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { listProcedures } from '../../../src/areas/briefings/list-procedures.ts';
import { listBriefings, listBriefingsToRead } from '../../../src/areas/briefings/views.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { castMember, demo, schools } from '../../../src/local/cast.ts';
import { schoolMoment } from '../../../src/local/clock/school-moment.ts';
import { briefingSteps } from '../../../src/local/seed-briefings.ts';
import { seedDemonstration } from '../../../src/local/seed.ts';
import { createActors } from '../../../src/perform/actors.ts';
import { createRead } from '../../../src/perform/read.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { databaseKey } from '../../support/kernel.ts';

const clock = { now: () => schoolMoment('2026-12-10T08:05') };
const folder = mkdtempSync(join(tmpdir(), 'lantern-past-briefings-'));
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
  return { tenant: demo.tenantId, person: id, name, door: 'lantern' };
};

it('before the demonstration begins two briefings are out, half read, a newsletter waits to be posted, and both schools have their local procedures', async () => {
  await seedDemonstration(kernel);
  // A start that was cut off goes on: what was done is not done again.
  for (const { run } of briefingSteps(kernel, identityOf)) await run();
  const read = createRead(kernel);
  const sent = await read(listBriefings, identityOf('priya'), {});
  const items = sent.ok ? sent.answer.answer.items : [];
  expect(items.map(({ audience, asked, read: done }) => [audience, asked > done, done])).toEqual([
    ['channels', false, 0],
    ['everybody', true, 3],
    ['people', true, 3],
  ]);
  const mine = await read(listBriefingsToRead, identityOf('daniel'), {});
  expect(mine.ok && mine.answer.answer.filter(({ readAt }) => readAt === undefined)).toHaveLength(2);
  for (const [who, keeps] of [
    ['ruth', true],
    ['pat', false],
  ] as const) {
    const local = await read(listProcedures, identityOf(who), {});
    const page = local.ok ? local.answer.answer : undefined;
    expect(page?.items).toHaveLength(6);
    expect(page?.items.filter(({ inHelp }) => inHelp).every(({ phone }) => phone?.startsWith('01632 960'))).toBe(true);
    expect(page?.items.filter(({ overdue }) => overdue)).toHaveLength(1);
    expect(page?.mayAddTo).toEqual(keeps ? ['brackenfold'] : []);
  }
});
