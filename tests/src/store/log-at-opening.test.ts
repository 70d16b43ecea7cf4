import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';

const key = 'ab'.repeat(32);
const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'lantern-log-'));
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach((made) => rmSync(made, { recursive: true })));

it('brings what a killed Lantern left in its log into the file, so that no later act stands behind what was never synced', () => {
  const [alive, left] = [folder(), folder()];
  const first = openDatabase(alive, key);
  first.sqlite.exec("create table act (words text); insert into act values ('safe')");
  for (const name of ['lantern.db', 'lantern.db-wal']) cpSync(join(alive, name), join(left, name));
  first.close();
  expect(statSync(join(left, 'lantern.db-wal')).size).toBeGreaterThan(0);

  const second = openDatabase(left, key);
  expect(statSync(join(left, 'lantern.db-wal')).size).toBe(0);
  expect(second.sqlite.prepare('select words from act').pluck().all()).toEqual(['safe']);
  second.close();
});
