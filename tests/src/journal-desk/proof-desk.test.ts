import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { createProofDesk } from '../../../src/journal-desk/proof-desk.ts';
import { createVerifyOrder } from '../../../src/jobs/verify-order.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { createJournalLines } from '../../../src/store/sqlite/journal-lines.ts';
import { createJournalMarks } from '../../../src/store/sqlite/journal-marks.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { readers, startJournalDesk, type JournalScene } from '../../support/journal-desk.ts';
import { tenantWithJournal } from '../../support/journal-scene.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { until } from '../../support/until.ts';

let sharePoint: SharePointTenant;
let scene: JournalScene;
beforeAll(async () => {
  sharePoint = await tenantWithJournal();
});
afterAll(() => sharePoint.close());
beforeEach(async () => {
  scene = await startJournalDesk();
});
afterEach(() => scene.close());

function desk() {
  const { sqlite } = scene.kernel.database;
  const graph = sharePoint.graph();
  const clock = handSetClock();
  const verify = createVerifyOrder({
    ...{ door: 'lantern', tenant, school: school.id, store: scene.kernel.store, clock: scene.kernel.clock, graph },
    operational: { journalLines: createJournalLines(sqlite), journalMarks: createJournalMarks(sqlite) },
    sites: createSites({ graph, schools: [school] }),
  });
  const { log, lines } = recordedLog();
  const head = async () => (await scene.kernel.actsAfter(tenant, undefined)).head;
  return { ...createProofDesk({ read: scene.kernel.read, verify, head, clock, log }), clock, lines };
}

async function proved({ prove, proof }: ReturnType<typeof desk>, who: Identity = people.priya) {
  expect(await prove(who, { form: newForm() })).toMatchObject({ ok: true, answer: { running: { percent: 0 } } });
  return until('the proof ends', async () => {
    const found = await proof(who);
    if (!found.ok) throw new Error(found.problem.code);
    return found.answer.running ? undefined : found.answer;
  });
}

it('proves the same as the command, and gives a journal that holds no number', async () => {
  const found = await proved(desk());
  expect(found.verdict).toMatchObject({ outcome: 'holds' });
  expect(found.verdict?.says.join()).not.toMatch(/\d/);
  expect(found.mayRead).toBe(true);
  expect(await scene.told(people.priya, { about: 'journal' })).toContain('Lantern verification proved the journal');
});

it('names the first entry that is wrong', async () => {
  await scene.report(people.daniel);
  scene.kernel.database.sqlite.exec(`update journal set actor = 'nobody' where n = 3`);
  const { verdict } = await proved(desk(), readers.margaret);
  expect(verdict).toMatchObject({ outcome: 'broken' });
  expect(verdict?.says[1]).toBe('Entry 3 was changed in Lantern’s database: it does not match the chain.');
});

it('begins no second proof within a minute, and another after it', async () => {
  const proofs = desk();
  const first = await proved(proofs);
  const again = await proofs.prove(readers.ada, { form: newForm() });
  expect(again).toMatchObject({ ok: true, answer: { verdict: first.verdict, againAt: expect.any(String) as string } });
  expect(again.ok && again.answer.running).toBeFalsy();
  proofs.clock.forward(61);
  expect((await proved(proofs)).verdict?.at).not.toBe(first.verdict?.at);
});

it('is refused to everybody else, and begins nothing for them', async () => {
  const proofs = desk();
  for (const who of [people.tom, people.daniel, people.stranger]) {
    expect(await proofs.prove(who, { form: newForm() })).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect(await proofs.proof(who)).toEqual({ ok: false, problem: { code: 'not-found' } });
  }
  expect(await proofs.prove(people.priya, {})).toMatchObject({ problem: { code: 'invalid-input' } });
  const state = await proofs.proof(people.priya);
  expect(state.ok && [state.answer.running, state.answer.verdict]).toEqual([undefined, undefined]);
});
