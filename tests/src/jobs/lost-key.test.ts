import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { takeBackJournal } from '../../../src/jobs/take-back-journal.ts';
import { journalLists } from '../../../src/journal/journal-lists.ts';
import { createFiling } from '../../../src/sharepoint/filing.ts';
import { createJournalFiling } from '../../../src/sharepoint/file-journal.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { rebuild } from '../../../src/sharepoint/rebuild.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { readKeys } from '../../../src/store/keys.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { placesIn } from '../../../src/store/sqlite/places-in.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { kernelOn, newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const clock = handSetClock();
const budget = createBudget({ licences: 100_000, clock });
const { log } = recordedLog();
let sharePoint: SharePointTenant;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-lost-key-'));
  sharePoint = await sharePointTenant();
  const { provisioner: graph } = sharePoint;
  await provision({ graph, batch: batchOver(graph), schools: [school], types: recordTypes, once: journalLists, log });
});
afterEach(async () => {
  await sharePoint.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openSqlite(folder, readKeys(folder).database, recordTypes, clock);
const inSharePoint = (operational: ReturnType<typeof open>) => {
  const graph = sharePoint.graph();
  return { ...{ tenant, school: school.id, operational, graph }, sites: createSites({ graph, schools: [school] }) };
};

/** What env/keys.md says of a lost key. */
it('a lost data.key: Lantern refuses in words, makes no other, and what was filed comes back under a new one', async () => {
  const operational = open();
  const kernel = await kernelOn(operational.store, { now: clock.now });
  const report = async (words: string) => {
    const typed = { who: 'Ellie Marsden', words, safeNow: 'yes', when: 'just now' };
    const answer = await kernel.perform(reportConcern, people.daniel, typed, newForm());
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.answer.concern;
  };
  const filed = await report('She had no coat.');
  const types = new Map(recordTypes.map((type) => [type.name, type] as const));
  const parts = { ...inSharePoint(operational), budget, clock, log };
  const filing = createFiling({ ...parts, queue: operational.filingQueue, types, schools: [school] });
  while ((await filing.runOnce()) > 0);
  clock.forward(3_600);
  const { journalLines: lines, journalMarks: marks } = operational;
  const journal = createJournalFiling({ ...parts, lines, marks, machine: clock });
  while ((await journal.runOnce()) > 0);
  const { head: inPages } = await operational.actsAfter(tenant, undefined);
  const unfiled = await report('He said that it hurts.');
  await operational.close();

  const { key, database } = placesIn(folder);
  rmSync(key);
  expect(() => readKeys(folder)).toThrow('Put your copy of the key back');
  expect(() => readKeys(folder)).toThrow('env/keys.md');
  expect(existsSync(key)).toBe(false);
  expect(readFileSync(database).includes('coat')).toBe(false);

  renameSync(database, `${database}.lost`);
  const found = open();
  expect(await takeBackJournal(inSharePoint(found))).toBe(inPages);
  const about = {
    generation: found.nextGeneration,
    account: found.account,
    tenant,
    schools: [school],
    types: recordTypes,
  };
  const how = { graph: sharePoint.graph(), budget, clock, schoolClock: clock, sleep: async () => undefined };
  expect(await rebuild({ ...about, ...how }, () => undefined)).toMatchObject({ done: true, discrepancies: [] });
  const again = await kernelOn(found.store, { now: clock.now });
  expect(await again.read(readConcern, people.priya, { id: filed })).toMatchObject({ ok: true });
  expect(await again.read(readConcern, people.priya, { id: unfiled })).toMatchObject({ ok: false });
  await found.close();
});
