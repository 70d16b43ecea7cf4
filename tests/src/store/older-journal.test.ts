import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyChain } from '../../../src/journal/chain.ts';
import { doorWord, personWord } from '../../../src/journal/index-of.ts';
import { upToDate } from '../../../src/journal-desk/up-to-date.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { look } from '../../support/journal-scene.ts';
import { databaseKey, tenant } from '../../support/kernel.ts';

const entries = 4_600;
/** Tables that came after the journal was as it is now. */
const later = ['draft', 'channelReference'];

it('an older database’s journal is gone through afterwards, and until then it says how far', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-older-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const written = openSqlite(folder, databaseKey, [], handSetClock());
  await Promise.all(Array.from({ length: entries }, () => written.store.journal(look())));
  await written.close();
  const before = openDatabase(folder, databaseKey);
  for (const table of [...['journalWord', 'journalPlace', 'journalListed', 'journalDay', 'journalIndexed'], ...later])
    before.sqlite.exec(`drop table ${table}`);
  for (const column of ['door', 'rights']) before.sqlite.exec(`alter table journal drop column ${column}`);
  before.sqlite.pragma('user_version=8');
  before.close();

  const store = openSqlite(folder, databaseKey, [], handSetClock());
  onTestFinished(() => store.close());
  const asked = { words: [personWord(look().actor)], most: 9_000 };
  expect(await store.journalReader.entries(tenant, asked)).toEqual([]);
  expect(await upToDate(store.journalReader, tenant)).toBe(look().at);
  expect(await store.journalReader.entries(tenant, asked)).toHaveLength(4_000);
  expect(await upToDate(store.journalReader, tenant)).toBeUndefined();
  expect(await store.journalReader.entries(tenant, asked)).toHaveLength(entries);
});

it('a chain from before doors and rights were noted holds as it did, goes on with them, and shows what was put into it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-older-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const written = openSqlite(folder, databaseKey, [], handSetClock());
  for (let i = 0; i < 3; i++) await written.store.journal(look());
  await written.close();
  const before = openDatabase(folder, databaseKey);
  for (const column of ['door', 'rights']) before.sqlite.exec(`alter table journal drop column ${column}`);
  for (const table of later) before.sqlite.exec(`drop table ${table}`);
  before.sqlite.pragma('user_version=9');
  const kept = before.sqlite.prepare('select n, hash from journal order by n').all();
  before.close();

  const store = openSqlite(folder, databaseKey, [], handSetClock());
  const entries = async (from: typeof store) => {
    const all = [];
    for await (const entry of from.journalEntries(tenant)) all.push(entry);
    return all;
  };
  expect((await entries(store)).map(({ n, hash }) => ({ n, hash }))).toEqual(kept);
  await store.store.journal(look({ door: 'chat', rights: ['dsl'] }));
  const whole = await entries(store);
  expect(verifyChain(whole)).toMatchObject({ intact: true, head: { n: 4 } });
  expect(whole[0]).not.toHaveProperty('door');
  expect(whole[3]).toMatchObject({ door: 'chat', rights: ['dsl'] });
  expect((await store.journalLines(tenant, 0, 9)).map(({ n, text }) => [n, JSON.parse(text).length])).toEqual([
    ...[1, 2, 3].map((n) => [n, 11]),
    [4, 13],
  ]);
  while ((await store.journalReader.index(tenant, 9)) > 0);
  expect((await store.journalReader.entries(tenant, { words: [doorWord('chat')], most: 9 })).map(({ n }) => n)).toEqual(
    [4],
  );
  await store.close();
  const forged = openDatabase(folder, databaseKey);
  forged.sqlite.exec(`update journal set rights = '["break-glass"]' where n = 2`);
  forged.close();
  const again = openSqlite(folder, databaseKey, [], handSetClock());
  expect(verifyChain(await entries(again))).toEqual({ intact: false, firstBad: 2 });
  await again.close();
});
