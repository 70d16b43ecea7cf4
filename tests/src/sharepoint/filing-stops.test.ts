import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import { type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
let scene: FilingScene;
const itemCalls = () => scene.wire.calls.filter((call) => call.includes('/items'));

beforeAll(async () => {
  sharePoint = await tenantWithLists();
});
afterAll(() => sharePoint.close());
beforeEach(() => {
  sharePoint.tenant.core.faults.set({ kind: 'none' });
  scene = filingScene(sharePoint);
});

describe('when somebody changed the row in SharePoint', () => {
  const edit = async (id: string, fields: object) => {
    const [row] = await scene.rowsOf(id);
    const path = `${sharePoint.listPath(concern.list)}/items/${row!.id}`;
    expect(await sharePoint.provisioner.call({ method: 'PATCH', path, body: { fields } })).toMatchObject({
      status: 200,
    });
  };

  it('writes upon what is there now when the act before ours is still the last', async () => {
    const id = scene.report();
    await scene.drain();
    await edit(id, { YearGroup: '9' });
    scene.wire.calls.length = 0;
    scene.take(id);
    await scene.drain();
    expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['PATCH', 'GET', 'PATCH']);
    const [row] = await scene.rowsOf(id);
    expect(row?.fields).toMatchObject({ YearGroup: '9', Status: 'acknowledged', Rev: 2 });
  });

  it('does not overwrite what somebody wrote where the act writes: the lane stops, with both sides', async () => {
    const id = scene.report();
    await scene.drain();
    await edit(id, { TakenByName: 'Tom, by hand' });
    scene.wire.calls.length = 0;
    scene.take(id, 'Priya Raman');
    expect(await scene.filing.runOnce()).toBe(1);
    expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['PATCH', 'GET']);
    expect(scene.entries().at(-1)).toMatchObject({
      state: 'stopped',
      code: 'conflict',
      sides: [{ field: 'takenByName', base: null, ours: 'Priya Raman', theirs: 'Tom, by hand' }],
    });
    const alarm = scene.lines.at(-1);
    expect(alarm).toMatchObject({
      level: 'error',
      event: 'filing.stopped',
      code: 'conflict',
      id,
      fields: 'takenByName',
    });
    expect(JSON.stringify(alarm)).not.toMatch(/Tom|Priya/);
    const [row] = await scene.rowsOf(id);
    expect(row?.fields).toMatchObject({ TakenByName: 'Tom, by hand', Status: 'submitted', Rev: 1 });
  });

  it('sees an edit that was made between its lost answer and its next look', async () => {
    scene.report();
    await scene.drain();
    scene.wire.coming.push('lost-reply');
    const id = scene.report();
    await scene.filing.runOnce();
    await edit(id, { TakenByName: 'Tom, by hand' });
    scene.clock.forward(10);
    expect(await scene.filing.runOnce()).toBe(1);
    scene.take(id, 'Priya Raman');
    await scene.filing.runOnce();
    expect(scene.entries().at(-1)).toMatchObject({ state: 'stopped', code: 'conflict' });
    expect((await scene.rowsOf(id))[0]?.fields['TakenByName']).toBe('Tom, by hand');
  });

  it('does not take its own words for somebody’s edit when SharePoint shows them a little otherwise', async () => {
    const id = scene.report();
    scene.take(id, 'Priya\nRaman ');
    await scene.drain();
    await edit(id, { YearGroup: '9' });
    scene.take(id, 'Tom Whitlock');
    await scene.drain();
    expect((await scene.rowsOf(id))[0]?.fields).toMatchObject({ TakenByName: 'Tom Whitlock', Rev: 3 });
  });

  it('stops the lane for a person to look when the row has another history', async () => {
    const id = scene.report();
    await scene.drain();
    await edit(id, { Rev: 5, LastKey: 'another' });
    scene.take(id);
    expect(await scene.filing.runOnce()).toBe(1);
    expect(scene.entries().at(-1)).toMatchObject({ state: 'stopped', code: 'conflict', payload: { id, rev: 2 } });
    expect(scene.lines.at(-1)).toMatchObject({ level: 'error', event: 'filing.stopped', code: 'conflict', id });
    const [row] = await scene.rowsOf(id);
    expect(row?.fields).toMatchObject({ Rev: 5, Status: 'submitted' });
  });
});

it('stops only the lane whose content SharePoint refuses, and keeps every word of it', async () => {
  const words = 'x'.repeat(64_000);
  const poison = scene.report(words);
  scene.take(poison);
  const healthy = scene.report();
  expect(await scene.filing.runOnce()).toBe(2);
  scene.clock.forward(3_600);
  expect(await scene.filing.runOnce()).toBe(0);
  const [refused, behind, filed] = scene.entries();
  expect(refused).toMatchObject({ state: 'stopped', code: 'refused-400', payload: { values: { words } } });
  expect(behind).toMatchObject({ state: 'waiting', payload: { rev: 2 } });
  expect(filed).toMatchObject({ state: 'done' });
  expect(await scene.rowsOf(healthy)).toHaveLength(1);
  expect(scene.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'filing.stopped', id: poison }));
  expect(JSON.stringify(scene.lines)).not.toContain('xxx');
});

it('stops a concern whose reference another row has taken', async () => {
  scene.report(undefined, { ref: 'C-2026-9001' });
  const second = scene.report(undefined, { ref: 'C-2026-9001' });
  await scene.drain();
  expect(scene.entries().at(-1)).toMatchObject({
    state: 'stopped',
    code: 'reference-taken',
    payload: { id: second },
  });
});

it('stops an act that does not fit its record, rather than file a part of it', async () => {
  scene.report(undefined, { values: { words: 7 } });
  await scene.drain();
  expect(scene.entries()[0]).toMatchObject({ state: 'stopped', code: 'wrong-kind' });
});

it('leaves an act with a field that it does not know to the newer Lantern that wrote it, and counts no attempt', async () => {
  const id = scene.report(undefined, { values: { words: 'kept', unheardOf: 'kept too' } });
  expect(await scene.filing.runOnce()).toBe(0);
  expect(scene.entries()[0]).toMatchObject({ state: 'waiting', code: 'unknown-field', attempts: 0 });
  expect(scene.lines).toContainEqual(expect.objectContaining({ event: 'filing.blocked', code: 'unknown-field' }));
  expect(await scene.rowsOf(id)).toEqual([]);
});

it('waits with an alarm for a school or a record type that it does not know yet', async () => {
  scene.report(undefined, { school: 'new-school' });
  scene.report(undefined, { record: 'newType' });
  expect(await scene.filing.runOnce()).toBe(0);
  expect(scene.lines.map((line) => [line.level, line['code']])).toEqual(
    expect.arrayContaining([
      ['error', 'school-unknown'],
      ['error', 'record-type-unknown'],
    ]),
  );
  expect(scene.entries().map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
});
