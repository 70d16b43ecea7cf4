import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { outsideEffects } from '../../../bot/outside/effects.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { listOutsideChanges } from '../../../src/areas/concerns/list-outside-changes.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { createTellOfOutside } from '../../../src/jobs/tell-of-outside.ts';
import { createWhoWrote } from '../../../src/sharepoint/who-wrote.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { emptyLists, syncScene, tenantWithAllLists } from '../../support/sync-scene.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';

let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
});
beforeEach(() => emptyLists(sharePoint));
afterAll(() => sharePoint.close());

async function open() {
  const scene = await syncScene(sharePoint);
  onTestFinished(() => scene.close());
  const { kernel, store } = scene;
  const { log } = recordedLog();
  const whoWrote = createWhoWrote({ graph: sharePoint.graph(), schools: [school], types: recordTypes });
  const matterOf = async () => undefined;
  const tell = createTellOfOutside({ perform: kernel.perform, store, types: recordTypes, whoWrote, matterOf, log });
  const id = await scene.report();
  await scene.file();
  await scene.sync.runOnce();
  kernel.database.sqlite.exec(`delete from outbox where channel = 'message'`);
  const sent = () =>
    kernel.database.sqlite
      .prepare<[], { kind: string; to: string; about: string }>(
        `select payload ->> 'kind' as kind, payload ->> 'to' as "to", payload ->> 'about' as about from outbox where channel = 'message' order by id`,
      )
      .all();
  const history = async (who = people.priya) => {
    const result = await kernel.read(listOutsideChanges, who, { id });
    return result.ok ? result.answer.answer.items : result.problem.code;
  };
  const entries = () => [...kernel.journalEntries(tenant)];
  return { ...scene, tell, id, sent, history, entries };
}

it('keeps both values for good, tells every lead once, and the journal names the field only', async () => {
  const scene = await open();
  await scene.edit('Concerns', scene.id, { Urgency: 'routine' });
  await scene.sync.runOnce();
  expect(await scene.tell()).toBe(1);
  expect(await scene.history()).toEqual([
    {
      ...{ id: expect.any(String), what: 'changed', record: 'concern', list: 'Concerns', filed: 'received' },
      ...{ field: 'urgency', fieldLabel: 'Urgency', was: expect.any(String), is: 'routine', at: expect.any(String) },
      by: expect.any(String),
    },
  ]);
  expect(await scene.history(people.zoe)).toBe('not-found');
  const [about] = scene.sent().map((message) => message.about);
  expect(scene.sent().toSorted((one, other) => (one.to < other.to ? -1 : 1))).toEqual(
    [people.priya, people.tom].map(({ person }) => ({ kind: 'changed-outside', to: person, about })),
  );
  const entry = scene.entries().find(({ act }) => act === 'changed-outside-lantern');
  expect(entry).toMatchObject({ actor: 'lantern-sync', outcome: 'done', subjects: [scene.id, about] });
  expect(entry?.fields).toContain('concern.urgency');
  expect(JSON.stringify(entry)).not.toContain('routine');
  expect(await scene.tell()).toBe(0);

  await scene.file();
  await scene.sync.runOnce();
  expect(await scene.tell()).toBe(0);
  expect(await scene.history()).toMatchObject([{ filed: 'filed' }]);
  const rows = await sharePoint.rows('Changes outside Lantern');
  expect(rows.map(({ fields }) => fields)).toMatchObject([{ What: 'changed', Field: 'urgency', Is: 'routine' }]);
});

it('is told once though the process died between the telling and its note', async () => {
  const scene = await open();
  await scene.edit('Concerns', scene.id, { Urgency: 'routine' });
  await scene.type('Concerns', { Title: 'Please look at Ellie' });
  await scene.sync.runOnce();
  const { told } = scene.store;
  scene.store.told = () => Promise.reject(new Error('the process died here'));
  for (let n = 0; n < 2; n++) await scene.tell().catch(() => undefined);
  scene.store.told = told;
  // Meanwhile somebody else wrote: who wrote first stays who wrote.
  await scene.edit('Concerns', scene.id, { YearGroup: 'Year 11' });
  expect(await scene.tell()).toBe(2);
  expect(scene.sent()).toHaveLength(4);
});

it('names who wrote only for the version that was seen', async () => {
  const scene = await open();
  await scene.edit('Concerns', scene.id, { Urgency: 'routine' });
  await scene.sync.runOnce();
  await scene.edit('Concerns', scene.id, { YearGroup: 'Year 11' });
  await scene.tell();
  expect((await scene.history())[0]).not.toHaveProperty('by');
});

it('shows a concern whose row was deleted, with what it said, and lets it be worked on', async () => {
  const scene = await open();
  await scene.erase('Concerns', scene.id);
  await scene.sync.runOnce();
  await scene.tell();
  const shown = await scene.kernel.read(readConcern, people.priya, { id: scene.id });
  expect(shown.ok && shown.answer.answer).toMatchObject({
    ...{ words: 'She had no coat.', removedAt: expect.any(String), outside: 1 },
  });
  expect(await scene.history()).toMatchObject([{ what: 'removed' }]);
  expect(await scene.kernel.perform(takeConcern, people.priya, { concern: scene.id }, newForm())).toMatchObject({
    ok: true,
  });
});

it('tells of a right that was given there, and of a row that was typed there once, however often it is changed', async () => {
  const scene = await open();
  const key = 'e'.repeat(32);
  const grant = { PersonId: people.zoe.person, PersonName: 'Zoe Lund', Role: 'dsl' };
  await scene.type('Roles', { RequestKey: key, Rev: 1, School: 'harrowmere', ...grant });
  const typed = (await scene.type('Concerns', { Title: 'Please look at Ellie' })) as { id: string };
  await scene.sync.runOnce();
  await scene.tell();
  const granted = scene.sent();
  // Three leads now, for two things.
  expect(granted).toHaveLength(6);
  await sharePoint.provisioner.call({
    ...{ method: 'PATCH', path: `${sharePoint.listPath('Concerns')}/items/${typed.id}/fields` },
    body: { Title: 'Please look at Ellie soon' },
  });
  await scene.sync.runOnce();
  expect(await scene.tell()).toBe(1);
  expect(scene.sent()).toEqual(granted);
});

it('shows a lead a card without a value, a name or a word of it, and nobody else any', async () => {
  const scene = await open();
  await scene.edit('Concerns', scene.id, { Words: 'He had a red coat.', ChildAsTyped: 'Ellie Marsden-Poole' });
  await scene.sync.runOnce();
  await scene.tell();
  const about = scene.sent()[0]?.about ?? '';
  const services = { read: scene.kernel.read, linkTo: (record: string) => `https://example.test/${record}` };
  const show = (who: (typeof people)['priya']) => outsideEffects['changed-outside']!(services as never, who, about);
  const text = JSON.stringify(await show(people.priya));
  expect(text).toContain('Changed outside Lantern');
  expect(text).toContain(`https://example.test/${scene.id}`);
  expect(text).not.toMatch(/coat|Ellie|Marsden/);
  expect(await show(people.zoe)).toBeUndefined();
});
