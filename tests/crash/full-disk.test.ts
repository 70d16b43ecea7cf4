import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordTypes } from '../../src/areas/areas.ts';
import { addAddendum } from '../../src/areas/concerns/add-addendum.ts';
import { concern, concernAddendum } from '../../src/areas/concerns/record.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { readConcern } from '../../src/areas/concerns/views.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { verifyChain } from '../../src/journal/chain.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { createFiling } from '../../src/sharepoint/filing.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../support/sharepoint-tenant.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';

const clock = handSetClock();
let sharePoint: SharePointTenant;
let disk: SmallDisk;
let kernel: Kernel;

beforeEach(async () => {
  sharePoint = await sharePointTenant({ now: () => Date.parse(clock.now()) });
  const { provisioner: graph } = sharePoint;
  const types = [concern, concernAddendum];
  await provision({ graph, batch: batchOver(graph), schools: [school], types, log: recordedLog().log });
  disk = smallDisk();
  kernel = await startKernel({ folder: disk.folder, now: clock.now });
  kernel.database.sqlite.exec('delete from outbox');
});
afterEach(async () => {
  kernel.close('keep');
  disk.remove();
  await sharePoint.close();
});

const filingOver = (graph: Graph) =>
  createFiling({
    queue: kernel.filing,
    graph,
    budget: createBudget({ licences: 100_000, clock }),
    types: new Map(recordTypes.map((type) => [type.name, type])),
    schools: [school],
    clock,
    log: recordedLog().log,
    random: () => 0.5,
  });

const report = (words: string, form = newForm()) =>
  kernel.perform(reportConcern, people.daniel, { who: 'Ellie Marsden', words, safeNow: 'not-sure', when: 'now' }, form);
const waiting = () =>
  kernel.database.sqlite.prepare<[], number>(`select count(*) from outbox where channel = 'sharepoint'`).pluck().get();
const rowsThat = (list: string, words: string) =>
  sharePoint.rows(list).then((rows) => rows.filter(({ fields }) => fields['Words'] === words));

/** More than what may be left at the end of a page. */
const long = 'It was said again. '.repeat(1_000).trim();

it('acknowledges nothing while the disk is full, keeps no half of an act, and goes on when there is room', async () => {
  const first = await report('before');
  if (!first.ok) throw new Error(first.problem.code);
  const concernId = first.answer.concern;
  const counted = () => kernel.database.sqlite.prepare<[], number>('select count(*) from journal').pluck().get();
  const tables = () => [counted(), waiting()];
  const before = tables();

  disk.fill(kernel);
  const form = newForm();
  expect(await report(long, form)).toMatchObject({ ok: false, problem: { code: 'busy' } });
  const adding = { concern: concernId, words: long };
  const addendum = newForm();
  expect(await kernel.perform(addAddendum, people.priya, adding, addendum)).toMatchObject({
    problem: { code: 'busy' },
  });
  // What cannot be journalled is not shown.
  expect(await kernel.read(readConcern, people.priya, { id: concernId })).toMatchObject({ problem: { code: 'busy' } });
  expect(tables()).toEqual(before);

  disk.giveRoom(kernel);
  expect(await report(long, form)).toMatchObject({ ok: true });
  expect(await kernel.perform(addAddendum, people.priya, adding, addendum)).toMatchObject({ ok: true });
  const filing = filingOver(sharePoint.graph());
  while ((waiting() ?? 0) > 0) if ((await filing.runOnce()) === 0) clock.forward(61);
  expect(await rowsThat(concern.list, 'before')).toHaveLength(1);
  expect(await rowsThat(concern.list, long)).toHaveLength(1);
  expect(await rowsThat(concernAddendum.list, long)).toHaveLength(1);
  expect(kernel.database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(verifyChain(kernel.journalEntries(tenant))).toMatchObject({ intact: true });
});

it('files once what SharePoint took while the disk had no room to note it', async () => {
  expect(await report('filed, not noted')).toMatchObject({ ok: true });
  const graph = sharePoint.graph();
  const filling: Graph = {
    async call(request) {
      const answer = await graph.call(request);
      if (request.method === 'POST') disk.fill(kernel);
      return answer;
    },
  };
  expect(await filingOver(filling).runOnce()).toBe(0);
  expect(await rowsThat(concern.list, 'filed, not noted')).toHaveLength(1);
  expect(waiting()).toBe(1);

  disk.giveRoom(kernel);
  const filing = filingOver(graph);
  // The lease of the attempt that could not be noted has to end.
  clock.forward(61);
  while ((waiting() ?? 0) > 0) if ((await filing.runOnce()) === 0) clock.forward(61);
  const rows = await rowsThat(concern.list, 'filed, not noted');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.eTag).toMatch(/,1"$/);
});
