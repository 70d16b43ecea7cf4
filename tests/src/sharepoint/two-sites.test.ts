import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { staffConcern, staffNote } from '../../../src/areas/staff-concerns/record.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { rebuild } from '../../../src/sharepoint/rebuild.ts';
import { createAccount } from '../../../src/store/sqlite/account.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createNextGeneration } from '../../../src/store/sqlite/generation.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { changeGrant } from '../../support/change-grant.ts';
import { databaseKey, tenant } from '../../support/kernel.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { staffScene } from '../../support/staff-scene.ts';
import { tenantWithAllLists } from '../../support/sync-scene.ts';

let sharePoint: SharePointTenant;
let scene: Awaited<ReturnType<typeof staffScene>>;
beforeEach(async () => {
  sharePoint = await tenantWithAllLists();
  onTestFinished(() => sharePoint.close());
  scene = await staffScene(sharePoint);
  onTestFinished(() => scene.close());
});

it('are watched both, and one that is closed does not keep the other from being watched', async () => {
  await scene.edit(staffConcern.list, scene.id, { Words: 'Somebody else wrote this.' });
  await scene.sync.runOnce();
  expect(scene.held('staffConcern', scene.id)).toMatchObject({ words: 'Somebody else wrote this.' });

  await changeGrant(sharePoint.tenant, school, undefined, 'staff-concerns');
  const child = await scene.reportOfChild();
  await scene.file();
  await scene.edit(concern.list, child, { YearGroup: 'Year 11' });
  await scene.sync.runOnce();
  expect(scene.held('concern', child)).toMatchObject({ yearGroup: 'Year 11' });
  const failed = scene.lines.filter(({ event }) => event === 'sync.failed').map(({ record }) => record);
  expect(failed.toSorted()).toEqual(['staffConcern', 'staffNote']);
});

it('give everything back to a database that is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-two-sites-'));
  const { sqlite, close } = openDatabase(folder, databaseKey);
  onTestFinished(() => {
    close();
    rmSync(folder, { recursive: true });
  });
  createStore(sqlite, recordTypes, systemClock);
  const report = await rebuild(
    {
      ...{ generation: createNextGeneration(sqlite, recordTypes), account: createAccount(sqlite, recordTypes) },
      ...{ tenant, schools: [school], types: recordTypes, graph: sharePoint.graph(), sleep: async () => {} },
      budget: createBudget({ licences: 100_000, clock: systemClock }),
      ...{ clock: systemClock, schoolClock: systemClock },
    },
    () => undefined,
  );
  if (!report.done) throw new Error(JSON.stringify(report.unread));
  const rowsOf = (name: string) => report.served.find(({ record }) => record === name)?.rows;
  expect([staffConcern, staffNote, concern].map(({ name }) => rowsOf(name))).toEqual([1, 1, 0]);
  expect(sqlite.prepare('select id, words from staffConcern').all()).toEqual([
    { id: scene.id, words: 'He drove a pupil home alone.' },
  ]);
});
