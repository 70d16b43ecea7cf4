import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { staffNotices } from '../../../bot/staff-concerns/notices.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { staffConcern, staffNote } from '../../../src/areas/staff-concerns/record.ts';
import { createTellOfOutside } from '../../../src/jobs/tell-of-outside.ts';
import { createTellOfStopped } from '../../../src/jobs/tell-of-stopped.ts';
import { createWhoWrote } from '../../../src/sharepoint/who-wrote.ts';
import { people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { alan, margaret, staffScene } from '../../support/staff-scene.ts';
import { emptyLists, tenantWithAllLists } from '../../support/sync-scene.ts';

let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
});
beforeEach(() => emptyLists(sharePoint));
afterAll(() => sharePoint.close());

async function open() {
  const scene = await staffScene(sharePoint);
  onTestFinished(() => scene.close());
  const { kernel, store } = scene;
  const { log, lines } = recordedLog();
  const whoWrote = createWhoWrote({ graph: sharePoint.graph(), schools: [school], types: recordTypes });
  const matterOf = async (of: string, note: string) => (await kernel.store.record(of, staffNote, note))?.matterId;
  const tell = createTellOfOutside({ perform: kernel.perform, store, types: recordTypes, whoWrote, matterOf, log });
  const outside = () => kernel.database.sqlite.prepare('select count(*) from outsideChange').pluck().get();
  const look = async () => {
    await scene.sync.runOnce();
    return tell();
  };
  const show = (who: typeof margaret, about: string, kind = 'staff-concern-changed') =>
    staffNotices[kind]!(
      { read: kernel.read, linkTo: (record: string) => `https://example.test/${record}` } as never,
      who,
      about,
    );
  return { ...scene, look, outside, show, told: lines };
}
const theHead = (about: string) => [{ kind: 'staff-concern-changed', to: margaret.person, about }];

it('keeps both values beside the matter, tells who manages it once, and no lead anything', async () => {
  const scene = await open();
  await scene.edit(staffConcern.list, scene.id, { Status: 'closed', Words: 'Nothing happened.' });
  expect(await scene.look()).toBe(1);
  expect(scene.sent()).toEqual(theHead(scene.id));
  expect(scene.outside()).toBe(0);
  const [, note] = await scene.notes(margaret);
  expect(note).toMatchObject({ what: 'changed-outside', by: 'Lantern sync' });
  expect(note?.words).toMatch(/^Row \d+ of “Staff concerns” was changed in SharePoint and not in Lantern, by .+\.\n/);
  expect(note?.words).toContain('Status\nBefore: Received\nSince then: Closed');
  expect(note?.words).toContain('Before: He drove a pupil home alone.\nSince then: Nothing happened.');
  expect(await scene.look()).toBe(0);
  const entry = [...scene.kernel.journalEntries(tenant)].find(({ act }) => act === 'staff-concern-changed-outside');
  expect(entry?.fields).toEqual(expect.arrayContaining(['staffConcern.status', 'staffConcern.words']));
  expect(JSON.stringify([entry, scene.told])).not.toMatch(/happened|pupil|Zoe|closed/);

  await scene.file();
  expect((await sharePoint.rows(staffNote.list)).map(({ fields }) => fields['What'])).toContain('changed-outside');
  expect(await sharePoint.rows('Changes outside Lantern')).toEqual([]);
});

it('says on the card its reference alone, and shows it to no lead and not to the adult', async () => {
  const scene = await open();
  await scene.edit(staffConcern.list, scene.id, { Words: 'Nothing happened.' });
  await scene.look();
  const text = JSON.stringify(await scene.show(margaret, scene.id));
  expect(text).toMatch(/Changed outside Lantern: S-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(text).not.toMatch(/happened|pupil|Zoe|Lund|Daniel/);
  for (const who of [people.priya, people.tom, people.zoe, people.daniel])
    expect(await scene.show(who, scene.id)).toBeUndefined();
});

it('tells of a note that was changed', async () => {
  const scene = await open();
  await scene.edit(staffNote.list, scene.noteId(), { Words: 'Never spoken to.' });
  await scene.look();
  expect(scene.sent()).toEqual(theHead(scene.id));
  const [, changed] = await scene.notes(margaret);
  expect(changed?.words).toContain('Before: Spoken to on Monday.\nSince then: Never spoken to.');
});

it('tells of a note that was moved to another matter, where it stood before', async () => {
  const scene = await open();
  await scene.edit(staffNote.list, scene.noteId(), { MatterId: 'f'.repeat(32) });
  await scene.look();
  expect(scene.sent()).toEqual(theHead(scene.id));
});

it('tells of a row that was deleted, and the matter stays', async () => {
  const scene = await open();
  await scene.erase(staffConcern.list, scene.id);
  await scene.look();
  expect(scene.sent()).toEqual(theHead(scene.id));
  expect((await scene.notes(margaret)).map(({ words }) => words)).toContainEqual(
    expect.stringContaining('was deleted in SharePoint; Lantern keeps what it held'),
  );
});

it('tells the chair, and can show it, when what is about the head was put into the head’s own hands', async () => {
  const scene = await open();
  const id = await scene.report('head', '');
  await scene.file();
  await scene.sync.runOnce();
  scene.forget();
  await scene.edit(staffConcern.list, id, { ManagedBy: 'head', SubjectId: null, SubjectName: null });
  await scene.look();
  expect(scene.sent()).toEqual([{ kind: 'staff-concern-changed', to: alan.person, about: id }]);
  expect(await scene.show(alan, id)).toBeDefined();
});

it('logs a row that was typed there by its ids, and tells nobody', async () => {
  const scene = await open();
  await scene.type(staffConcern.list, { Title: 'Please look at Mr Harris' });
  expect(await scene.look()).toBe(1);
  expect(scene.sent()).toEqual([]);
  expect(scene.outside()).toBe(0);
  expect(scene.told).toEqual([
    expect.objectContaining({ event: 'sync.changed-outside', record: 'staffConcern', kind: 'untaken' }),
  ]);
  expect(JSON.stringify(scene.told)).not.toContain('Harris');
});

it('tells who manages it that its filing has stopped, and no lead', async () => {
  const scene = await open();
  const id = await scene.report('adult', 'Zoe Lund');
  scene.forget();
  const [task] = await scene.kernel.filing.claim(1, 60);
  expect(task?.payload.record).toBe('staffConcern');
  await createTellOfStopped(scene.kernel.perform)(task!);
  expect(scene.sent()).toEqual([{ kind: 'staff-filing-stopped', to: margaret.person, about: id }]);
  await scene.kernel.filing.stop(task!, 'status-400');
  expect(JSON.stringify(await scene.show(margaret, id, 'staff-filing-stopped'))).toContain('Filing has stopped');
  expect(await scene.show(people.priya, id, 'staff-filing-stopped')).toBeUndefined();
});
