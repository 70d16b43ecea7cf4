import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { takeBackJournal } from '../../../src/jobs/take-back-journal.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import type { ChainedEntry } from '../../../src/journal/entry.ts';
import { journalLists } from '../../../src/journal/journal-lists.ts';
import type { Graph } from '../../../src/ports/graph.ts';
import { createFiling } from '../../../src/sharepoint/filing.ts';
import { createJournalFiling } from '../../../src/sharepoint/file-journal.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { rebuild } from '../../../src/sharepoint/rebuild.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import type { OperationalStore } from '../../../src/store/operational-store.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { databaseKey, kernelOn, newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const clock = handSetClock();
const budget = createBudget({ licences: 100_000, clock });
const { log } = recordedLog();
let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await sharePointTenant();
  const { provisioner: graph } = sharePoint;
  const lists = { schools: [school], types: recordTypes, once: journalLists };
  await provision({ graph, batch: batchOver(graph), ...lists, log });
});
afterAll(() => sharePoint.close());

function newDatabase(): OperationalStore {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-lost-'));
  const operational = openSqlite(folder, databaseKey, recordTypes, clock);
  onTestFinished(async () => {
    await operational.close();
    rmSync(folder, { recursive: true });
  });
  return operational;
}

const inSharePoint = (operational: OperationalStore, graph: Graph = sharePoint.graph()) => ({
  ...{ tenant, school: school.id, operational, graph },
  sites: createSites({ graph, schools: [school] }),
});

async function journalOf(operational: OperationalStore): Promise<readonly ChainedEntry[]> {
  const entries: ChainedEntry[] = [];
  for await (const entry of operational.journalEntries(tenant)) entries.push(entry);
  return entries;
}

it('a database that is gone comes back from SharePoint: every record, right and page of the journal, and the chain goes on', async () => {
  const lost = newDatabase();
  const kernel = await kernelOn(lost.store, { now: clock.now });
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  const reported = await kernel.perform(reportConcern, people.daniel, typed, newForm());
  const id = reported.ok ? reported.answer.concern : '';
  await kernel.perform(takeConcern, people.priya, { concern: id }, newForm());
  const graph = sharePoint.graph();
  const types = new Map(recordTypes.map((type) => [type.name, type] as const));
  const filing = createFiling({ queue: lost.filingQueue, graph, budget, types, schools: [school], clock, log });
  while ((await filing.runOnce()) > 0);
  clock.forward(3_600);
  const { journalLines: lines, journalMarks: marks } = lost;
  const journal = createJournalFiling({ ...inSharePoint(lost), lines, marks, budget, clock, machine: clock, log });
  while ((await journal.runOnce()) > 0);
  const before = await journalOf(lost);

  const found = newDatabase();
  expect(await takeBackJournal(inSharePoint(found))).toBe(before.length);
  expect(await journalOf(found)).toEqual(before);
  const report = await rebuild(
    {
      ...{ generation: found.nextGeneration, account: found.account, tenant, schools: [school], types: recordTypes },
      ...{ graph, budget, clock, schoolClock: clock, sleep: async () => undefined },
    },
    () => undefined,
  );
  if (!report.done) throw new Error('not done');
  expect(new Set(report.differences.map(({ kind }) => kind))).toEqual(new Set(['unknown']));
  expect(report.discrepancies).toEqual([]);

  // Rights are back: Priya still leads. Her act goes on in the one chain, and the next concern has the next number.
  const again = await kernelOn(found.store, { now: clock.now });
  const second = await again.perform(reportConcern, people.daniel, typed, newForm());
  expect(second.ok && second.answer.ref).toMatch(/-0002$/);
  const chain = await journalOf(found);
  expect(chain.length).toBeGreaterThan(before.length);
  expect(verifyChain(chain)).toMatchObject({ intact: true });
  // Once is enough: a second start has nothing to ask.
  expect(await takeBackJournal(inSharePoint(found))).toBe(0);
});

it('a new school, whose lists nobody has made yet, begins a journal of its own', async () => {
  const graph: Graph = {
    call: (request) =>
      request.path.includes('/lists?')
        ? Promise.resolve({ status: 200, headers: {}, body: { value: [] } })
        : sharePoint.graph().call(request),
  };
  const operational = newDatabase();
  expect(await takeBackJournal(inSharePoint(operational, graph))).toBe(0);
  expect(await operational.restored?.pending()).toBe(false);
});

it('a new database does not begin a journal while SharePoint cannot say whether there is one', async () => {
  const graph: Graph = { call: () => Promise.resolve({ status: 503, headers: {}, body: {} }) };
  const operational = newDatabase();
  await expect(takeBackJournal(inSharePoint(operational, graph))).rejects.toThrow('must not go on before');
  expect(await operational.restored?.pending()).toBe(true);
});
