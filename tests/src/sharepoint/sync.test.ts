import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { newForm, people, startKernel, tenant } from '../../support/kernel.ts';
import type { SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { emptyLists, syncScene, tenantWithAllLists, type SyncScene } from '../../support/sync-scene.ts';

let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
});
afterAll(() => sharePoint.close());

async function open(...more: Parameters<typeof syncScene> extends [unknown, ...infer R] ? R : never) {
  const scene = await syncScene(sharePoint, ...more);
  onTestFinished(() => {
    if (scene.kernel.database.sqlite.open) scene.close();
  });
  return scene;
}
const concerns = { tenant, school: 'harrowmere', record: 'concern' };

describe('the sync', () => {
  let scene: SyncScene;
  let id: string;
  beforeEach(async () => {
    await emptyLists(sharePoint);
    scene = await open();
    id = await scene.report();
    await scene.file();
    await scene.sync.runOnce();
    scene.changed.length = 0;
  });

  it('finds nothing to tell where nobody wrote', async () => {
    expect(await scene.untold()).toEqual([]);
    expect(scene.changed).toEqual([]);
    const { changes: before } = scene.kernel.database.sqlite.prepare('select total_changes() as changes').get() as {
      changes: number;
    };
    await scene.sync.runOnce();
    await scene.sync.runOnce();
    // A look that brings nothing costs no write.
    expect(scene.kernel.database.sqlite.prepare('select total_changes() as changes').get()).toEqual({
      changes: before,
    });
    expect(scene.lines.filter(({ event }) => event.startsWith('sync.'))).toEqual([]);
  });

  it('takes over what somebody wrote there, tells both values, and says which record changed', async () => {
    await scene.edit('Concerns', id, { Urgency: 'routine' });
    await scene.sync.runOnce();
    expect(scene.held('concern', id)).toMatchObject({ urgency: 'routine', rev: 1, filedRev: 1 });
    expect(await scene.untold()).toMatchObject([
      { ...concerns, kind: 'changed', subject: id, fields: [{ field: 'urgency', is: 'routine' }] },
    ]);
    expect(scene.changed).toEqual([{ id, record: 'concern', fields: ['urgency'] }]);
    await scene.sync.runOnce();
    expect(await scene.untold()).toHaveLength(1);
  });

  it('lets acts go on upon what was taken over: the next one is one call', async () => {
    await scene.edit('Concerns', id, { YearGroup: 'Year 11' });
    await scene.sync.runOnce();
    await scene.kernel.perform(takeConcern, people.priya, { concern: id }, newForm());
    await scene.file();
    await scene.sync.runOnce();
    const [row] = await sharePoint.rows('Concerns', id);
    expect(row?.fields).toMatchObject({ YearGroup: 'Year 11', Status: 'acknowledged', Rev: 2 });
    expect(scene.held('concern', id)).toMatchObject({ yearGroup: 'Year 11', filedRev: 2, etag: row?.eTag });
    expect(await scene.untold()).toHaveLength(1);
  });

  it('sees an edit that came while an act was on its way, once the act is filed', async () => {
    await scene.kernel.perform(takeConcern, people.priya, { concern: id }, newForm());
    const [task] = await scene.kernel.filing.claim(1, 60);
    const write = await sharePoint.graph().call({
      method: 'PATCH',
      path: `${sharePoint.listPath('Concerns')}/items/${String(scene.held('concern', id)['itemId'])}`,
      body: { fields: { ...rowOf(task!.payload.values), LastKey: task!.act, Rev: 2 } },
    });
    await scene.edit('Concerns', id, { Urgency: 'routine' });
    await scene.sync.runOnce();
    expect(await scene.untold()).toEqual([]);
    await scene.kernel.filing.confirm(task!, {
      itemId: String(scene.held('concern', id)['itemId']),
      etag: (write.body as { eTag: string }).eTag,
    });
    await scene.sync.runOnce();
    expect(scene.held('concern', id)).toMatchObject({ urgency: 'routine', status: 'acknowledged' });
    expect(await scene.untold()).toMatchObject([{ kind: 'changed', fields: [{ field: 'urgency' }] }]);
  });

  it('keeps a record whose row was deleted, and tells; Graph naming it or not', async () => {
    await scene.erase('Concerns', id);
    await scene.sync.runOnce();
    expect(scene.held('concern', id)).toMatchObject({ status: 'submitted', removedAt: expect.any(String) });
    expect(await scene.untold()).toMatchObject([{ kind: 'removed', subject: id, fields: [] }]);

    const second = await scene.report();
    await scene.file();
    await scene.sync.runOnce();
    sharePoint.tenant.core.quirks.set({ deletedRowsInDelta: 'as-error' });
    onTestFinished(() => sharePoint.tenant.core.quirks.set({ deletedRowsInDelta: 'as-deleted' }));
    await scene.erase('Concerns', second);
    await scene.sync.runOnce();
    expect(scene.held('concern', second)['removedAt']).toEqual(expect.any(String));
    expect((await scene.untold()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['removed', id],
      ['removed', second],
    ]);
  });

  it('goes through all rows anew when its link is too old, and finds what was changed and deleted meanwhile', async () => {
    const [second, third] = [await scene.report(), await scene.report()];
    await scene.file();
    await scene.sync.runOnce();
    await scene.edit('Concerns', id, { Urgency: 'routine' });
    await scene.erase('Concerns', second);
    sharePoint.tenant.core.quirks.set({ deltaTokensExpiredUpTo: Date.now() });
    await scene.sync.runOnce();
    expect((await scene.untold()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['changed', id],
      ['removed', second],
    ]);
    expect(scene.held('concern', third)['removedAt']).toBeNull();
    expect(await scene.store.cursor(concerns)).toMatchObject({ enumerating: false });
  });

  it('does not take in a row that somebody typed, and a right given there counts and is told', async () => {
    await scene.type('Concerns', { Title: 'Please look at Ellie' });
    const key = 'e'.repeat(32);
    await scene.type('Roles', {
      ...{ RequestKey: key, Rev: 1, School: 'harrowmere' },
      ...{ PersonId: people.zoe.person, PersonName: 'Zoe Lund', Role: 'dsl' },
    });
    await scene.sync.runOnce();
    expect((await scene.untold()).map(({ kind, record, subject }) => [kind, record, subject])).toEqual([
      ['granted', 'roleGrant', key],
      ['untaken', 'concern', ''],
    ]);
    const { actor } = await scene.kernel.actorOf(people.zoe);
    expect(actor.grants.map(({ role }) => role)).toContain('dsl');

    await scene.erase('Roles', key);
    await scene.sync.runOnce();
    expect((await scene.kernel.actorOf(people.zoe)).actor.grants.map(({ role }) => role)).toEqual(['staff']);
  });

  it('fills an empty store from the lists, quietly, and no reference is given twice', async () => {
    const { ref } = scene.held('concern', id);
    scene.close();
    const bare = await startKernel({ around: (store) => store });
    bare.database.sqlite.exec(
      'delete from concern; delete from counter; delete from roleGrant; delete from staffMember; delete from outbox',
    );
    bare.close('keep');
    const second = await open({ kernel: { folder: bare.folder } });
    second.kernel.database.sqlite.exec('delete from roleGrant; delete from staffMember; delete from outbox');
    await second.sync.runOnce();
    expect(second.held('concern', id)).toMatchObject({ ref, status: 'submitted', filedRev: 1 });
    expect(await second.untold()).toEqual([]);
    expect((await second.kernel.actorOf(people.priya)).actor.grants.map(({ role }) => role)).toContain('dsl');
    const next = second.held('concern', await second.report())['ref'];
    expect(Number(String(next).slice(-4))).toBe(Number(String(ref).slice(-4)) + 1);
  });
});

const rowOf = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
