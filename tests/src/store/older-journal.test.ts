import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { personWord } from '../../../src/journal/index-of.ts';
import { upToDate } from '../../../src/journal-desk/up-to-date.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { look } from '../../support/journal-scene.ts';
import { databaseKey, tenant } from '../../support/kernel.ts';

const entries = 4_600;

it('an older database’s journal is gone through afterwards, and until then it says how far', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-older-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const written = openSqlite(folder, databaseKey, [], handSetClock());
  await Promise.all(Array.from({ length: entries }, () => written.store.journal(look())));
  await written.close();
  const before = openDatabase(folder, databaseKey);
  for (const table of ['journalWord', 'journalPlace', 'journalListed', 'journalDay', 'journalIndexed'])
    before.sqlite.exec(`drop table ${table}`);
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
