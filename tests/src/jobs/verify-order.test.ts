import SQLite from 'better-sqlite3-multiple-ciphers';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeVerification } from '../../../src/jobs/describe-verification.ts';
import { createVerifyOrder, type VerifyAnswer } from '../../../src/jobs/verify-order.ts';
import { hashAfter, sha256 } from '../../../src/journal/chain.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { partialAfterMs } from '../../../src/sharepoint/file-journal.ts';
import { unlock } from '../../../src/store/sqlite/database.ts';
import { databaseKey, tenant } from '../../support/kernel.ts';
import { journalScene, tenantWithJournal, type JournalScene } from '../../support/journal-scene.ts';
import { school, type Row, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
let scene: JournalScene;
beforeAll(async () => {
  sharePoint = await tenantWithJournal();
});
afterAll(() => sharePoint.close());

/** 30 entries in three pages of 10, each with its anchor, and 5 more that are not filed yet. */
beforeEach(async () => {
  scene = journalScene(sharePoint);
  for (let page = 0; page < 3; page++) {
    for (let i = 0; i < 10; i++) await scene.noted(1, { subjects: [`${page}${i}`.padStart(32, '0')] });
    scene.clock.forward(3_600);
    await scene.settle();
  }
  await scene.noted(5);
});
afterEach(async () => {
  for (const list of ['Journal', 'Journal anchors'])
    for (const { id } of await sharePoint.rows(list))
      await sharePoint.provisioner.call({ method: 'DELETE', path: `${sharePoint.listPath(list)}/items/${id}` });
  await scene.end();
});

const order = () =>
  createVerifyOrder({
    ...{ door: 'command', tenant, school: school.id, operational: scene.store, store: scene.store.store },
    ...{ graph: scene.graph, sites: createSites({ graph: scene.graph, schools: [school] }), clock: scene.clock },
  });
const verify = async () => (await order()({ command: 'verify' }, () => undefined)) as VerifyAnswer;
const said = (answer: VerifyAnswer) => describeVerification(answer).lines.join('\n');

/** Somebody with the database's key at the machine. */
function inDatabase(sql: string): void {
  const sqlite = new SQLite(join(scene.folder, 'lantern.db'));
  unlock(sqlite, databaseKey);
  sqlite.exec(sql);
  sqlite.close();
}

const rowNamed = async (list: string, key: string): Promise<Row> => {
  const [row] = await sharePoint.rows(list, key);
  if (!row) throw new Error(`there is no ${key}`);
  return row;
};
const itemPath = async (list: string, key: string) =>
  `${sharePoint.listPath(list)}/items/${(await rowNamed(list, key)).id}`;
/** Somebody who may write in the lists. */
async function inSharePoint(list: string, key: string, fields: object): Promise<void> {
  const answer = await sharePoint.provisioner.call({
    method: 'PATCH',
    path: await itemPath(list, key),
    body: { fields },
  });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
}
const taken = async (list: string, key: string) =>
  void (await sharePoint.provisioner.call({ method: 'DELETE', path: await itemPath(list, key) }));
async function rewritten(key: string, change: (lines: string[]) => string[]): Promise<void> {
  const { fields } = await rowNamed('Journal', key);
  await inSharePoint('Journal', key, { Entries: change(String(fields['Entries']).split('\n')).join('\n') });
}

it('proves a journal that is as it was written, here and in SharePoint, and is itself in the journal', async () => {
  const answer = await verify();
  expect(answer).toMatchObject({ head: { n: 35 }, pages: 3, pagedTo: 30, anchors: 3, faults: [] });
  expect(describeVerification(answer)).toMatchObject({ ok: true });
  const [last] = await scene.store.journalLines(tenant, 35, 10);
  expect(last?.text).toContain('"lantern-verify","verify-journal","read","journal"');
  expect(last?.text).toContain(sha256(JSON.stringify(answer)));
});

it.each([
  ['changed', `update journal set digest = 'e' where n = 12`, { kind: 'entry-changed', n: 12 }],
  [
    'given other fields by moving where lists end',
    `update journal set subjects = '["a"', outcome = 'b' where n = 12`,
    { kind: 'entry-changed', n: 12 },
  ],
  ['deleted', 'delete from journal where n = 12', { kind: 'entry-missing', n: 12 }],
  [
    'put into another order',
    'update journal set n = -1 where n = 12; update journal set n = 12 where n = 13; update journal set n = 13 where n = -1',
    { kind: 'entry-changed', n: 12 },
  ],
  ['cut off behind the last page', 'delete from journal where n > 33', undefined],
  ['cut off within the pages', 'delete from journal where n > 25', { kind: 'cut-off', n: 26, upTo: 30 }],
] as const)('names the first entry that was %s in the database', async (_how, sql, fault) => {
  inDatabase(sql);
  const answer = await verify();
  expect(answer.faults).toEqual(fault ? [fault] : []);
  if (fault) expect(said(answer)).toContain(String(fault.n));
});

it.each([
  ['changed', (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('shown', 'shewn'))],
  ['deleted', (lines: string[]) => lines.toSpliced(1, 1)],
  ['put into another order', (lines: string[]) => lines.with(1, lines[2] ?? '').with(2, lines[1] ?? '')],
  ['cut off', (lines: string[]) => lines.slice(0, 1)],
])('names the first entry that was %s in a page in SharePoint', async (_how, change) => {
  await rewritten('journal-11', change);
  const answer = await verify();
  expect(answer.faults).toEqual([{ kind: 'page-changed', n: 12, page: 'journal-11' }]);
  expect(said(answer)).toContain('Entry 12 was changed in SharePoint');
});

it('sees that a page was written anew with hashes that fit', async () => {
  const { fields } = await rowNamed('Journal', 'journal-11');
  const lines = String(fields['Entries']).replace('shown', 'refused').split('\n');
  const HashAfter = lines.reduce((hash, line) => hashAfter(hash, line), String(fields['HashBefore']));
  const Entries = lines.join('\n');
  await inSharePoint('Journal', 'journal-11', { Entries, HashAfter, Digest: sha256(Entries) });
  expect((await verify()).faults).toEqual([{ kind: 'two-histories', n: 11, page: 'journal-11' }]);
});

it.each([
  ['HashBefore', { HashBefore: 'a'.repeat(64) }],
  ['HashAfter', { HashAfter: 'a'.repeat(64) }],
  ['Digest', { Digest: 'a'.repeat(64) }],
  ['EntryCount', { EntryCount: 9 }],
])('sees that a page’s %s was changed', async (_what, fields) => {
  await inSharePoint('Journal', 'journal-21', fields);
  expect((await verify()).faults).toEqual([{ kind: 'page-changed', n: 21, page: 'journal-21' }]);
});

it('sees that a page was taken away, also the last one', async () => {
  await taken('Journal', 'journal-21');
  expect((await verify()).faults).toEqual([{ kind: 'page-missing', n: 21, upTo: 30 }]);
  await taken('Journal', 'journal-1');
  expect((await verify()).faults).toEqual([{ kind: 'page-missing', n: 1, upTo: 10 }]);
});

it('sees a row that somebody added by hand', async () => {
  await sharePoint.provisioner.call({
    method: 'POST',
    path: `${sharePoint.listPath('Journal')}/items`,
    body: { fields: { Title: 'mine', FirstN: 15 } },
  });
  expect((await verify()).faults).toMatchObject([{ kind: 'row-strange' }]);
});

it('sees that an anchor was changed or taken away, also the last one', async () => {
  await inSharePoint('Journal anchors', 'anchor-20', { Hash: 'a'.repeat(64) });
  expect((await verify()).faults).toEqual([{ kind: 'anchor-differs', n: 20 }]);
  await taken('Journal anchors', 'anchor-20');
  expect((await verify()).faults).toEqual([{ kind: 'anchor-missing', n: 20 }]);
  await taken('Journal anchors', 'anchor-30');
  expect((await verify()).faults).toEqual([{ kind: 'anchor-missing', n: 30 }]);
});

it('knows a chain that was cut off by its anchor where its pages were taken too', async () => {
  inDatabase('delete from journal where n > 20; update journalMark set filedN = 20, anchoredN = 20');
  await taken('Journal', 'journal-21');
  expect((await verify()).faults).toEqual([{ kind: 'cut-off', n: 21, upTo: 30 }]);
});

it('proves the database alone where SharePoint does not answer, and does not call that proved', async () => {
  scene.wire.coming.push(...Array.from({ length: 50 }, () => 'unreachable' as const));
  const answer = await verify();
  expect(answer).toMatchObject({ faults: [], head: { n: 35 } });
  expect(describeVerification(answer)).toMatchObject({ ok: false });
  expect(said(answer)).toContain('was not proved');
});

it('goes on while others write, and reads what they file', async () => {
  scene.clock.forward(partialAfterMs / 1_000);
  const [answer] = await Promise.all([verify(), scene.noted(20).then(() => scene.settle())]);
  expect(answer.faults).toEqual([]);
});
