import { afterEach, beforeEach, expect, it } from 'vitest';
import { genesis } from '../../../src/journal/chain.ts';
import { anchorEveryMs, partialAfterMs } from '../../../src/sharepoint/file-journal.ts';
import { tenant } from '../../support/kernel.ts';
import { journalScene, tenantWithJournal, type JournalScene } from '../../support/journal-scene.ts';
import type { SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
let scene: JournalScene;
beforeEach(async () => {
  sharePoint = await tenantWithJournal();
  scene = journalScene(sharePoint);
});
afterEach(async () => {
  await scene.end();
  await sharePoint.close();
});

const span = async () =>
  (await scene.pages()).map(({ fields }) => [fields['RequestKey'], fields['FirstN'], fields['LastN']]);
const head = async () => (await scene.store.actsAfter(tenant, undefined)).head;
const writes = () => scene.wire.calls.filter((call) => call.startsWith('POST'));

it('files a full page at once and leaves the rest until its first entry is old enough', async () => {
  await scene.noted(550);
  expect(await scene.settle()).toBe(3);
  const [first, second, third] = await scene.pages();
  expect(first?.fields).toMatchObject({ Title: 'journal-1', FirstN: 1, HashBefore: genesis, Part: 1, Parts: 1 });
  expect(String(first?.fields['Entries']).length).toBeGreaterThan(63_500);
  expect(second?.fields['HashBefore']).toBe(first?.fields['HashAfter']);
  expect(second?.fields['FirstN']).toBe(Number(first?.fields['LastN']) + 1);
  expect(third).toBeUndefined();

  scene.clock.forward(partialAfterMs / 1_000 - 1);
  expect(await scene.settle()).toBe(0);
  scene.clock.forward(1);
  expect(await scene.settle()).toBe(1);
  expect((await span()).at(-1)?.[2]).toBe(550);
});

it('adds nothing to the journal that it files', async () => {
  await scene.noted(3);
  for (let round = 0; round < 5; round++) {
    scene.clock.forward(anchorEveryMs / 1_000);
    await scene.settle();
  }
  expect([await head(), (await scene.pages()).length, (await scene.anchors()).length]).toEqual([3, 1, 1]);
});

it('anchors the head every hour where something came, always at the end of a page', async () => {
  for (const count of [5, 3, 0, 2]) {
    await scene.noted(count);
    scene.clock.forward(anchorEveryMs / 1_000);
    await scene.settle();
  }
  expect((await scene.anchors()).map(({ fields }) => [fields['RequestKey'], fields['N'], fields['PreviousN']])).toEqual(
    [
      ['anchor-5', 5, 0],
      ['anchor-8', 8, 5],
      ['anchor-10', 10, 8],
    ],
  );
  expect((await span()).map(([, , last]) => last)).toEqual([5, 8, 10]);
});

it.each(['lost-reply', 'gateway-timeout', 'busy-after'] as const)(
  'makes one row of a page whose answer did not come (%s)',
  async (fault) => {
    await scene.noted(4);
    scene.clock.forward(partialAfterMs / 1_000);
    scene.wire.coming.push('none', 'none', fault);
    expect(await scene.runOnce()).toBe(0);
    scene.clock.forward(30);
    await scene.settle();
    expect(await span()).toEqual([['journal-1', 1, 4]]);
    expect((await scene.store.journalMarks.read(tenant)).filed.n).toBe(4);
  },
);

it('killed before it had noted the page, it goes on after the page that is there, though more has come since', async () => {
  await scene.noted(4);
  scene.clock.forward(partialAfterMs / 1_000);
  const dead = async () => Promise.reject(new Error('the process died here'));
  scene.restart({ ...scene.store, journalMarks: { ...scene.store.journalMarks, filed: dead } });
  await scene.runOnce();
  await scene.noted(3);
  scene.restart();
  scene.clock.forward(partialAfterMs / 1_000);
  await scene.settle();
  expect(await span()).toEqual([
    ['journal-1', 1, 4],
    ['journal-5', 5, 7],
  ]);
});

it('never writes over a page of another history, and says so', async () => {
  await scene.noted(4);
  scene.clock.forward(partialAfterMs / 1_000);
  await scene.settle();
  const before = await scene.pages();
  const other = journalScene(sharePoint);
  await other.noted(4, { act: 'list-concerns' });
  other.clock.forward(partialAfterMs / 1_000);
  expect(await other.settle()).toBe(0);
  expect(other.lines).toContainEqual(
    expect.objectContaining({ level: 'error', event: 'journal.blocked', code: 'another-history' }),
  );
  expect(await scene.pages()).toEqual(before);
  await other.end();
});

it('files an entry that is longer than a column in several rows, the first of them last', async () => {
  const subjects = Array.from({ length: 4_000 }, (_, i) => i.toString(16).padStart(32, '0'));
  await scene.noted(1, { subjects });
  await scene.noted(1);
  scene.clock.forward(partialAfterMs / 1_000);
  await scene.settle();
  const rows = (await scene.pages()).map(({ fields }) => [fields['RequestKey'], fields['Part'], fields['Parts']]);
  expect(rows).toEqual([
    ['journal-1-3', 3, 3],
    ['journal-1-2', 2, 3],
    ['journal-1', 1, 3],
    ['journal-2', 1, 1],
  ]);
});

it('waits as long as SharePoint asks, and lets concerns go first where the budget is short', async () => {
  await scene.noted(2);
  scene.clock.forward(partialAfterMs / 1_000);
  scene.wire.coming.push('none', 'none', 'throttled');
  expect(await scene.settle()).toBe(0);
  expect(await scene.settle()).toBe(0);
  expect(writes()).toHaveLength(1);
  scene.clock.forward(8);
  expect(await scene.settle()).toBe(2);

  await scene.noted(2);
  scene.clock.forward(partialAfterMs / 1_000);
  scene.budget.spend(1_245);
  expect(await scene.settle()).toBe(0);
});

it('files nothing of a chain that does not hold', async () => {
  await scene.noted(3);
  scene.clock.forward(partialAfterMs / 1_000);
  const { journalLines: lines } = scene.store;
  scene.restart({
    ...scene.store,
    journalLines: async (...asked) =>
      (await lines(...asked)).map((line) => ({ ...line, text: line.text.replace('shown', 'done') })),
  });
  expect(await scene.settle()).toBe(0);
  expect(scene.lines).toContainEqual(expect.objectContaining({ level: 'error', code: 'chain-broken' }));
  expect(writes()).toEqual([]);
});
