import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { readKeys } from '../../../src/store/keys.ts';
import { networkFileSystem } from '../../../src/store/sqlite/network-file-system.ts';
import { migrate } from '../../../src/store/sqlite/schema.ts';
import { AnotherWriter } from '../../../src/store/sqlite/writer-lock.ts';

const key = 'cd'.repeat(32);
const canary = 'Jakub said that it hurts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openWithCanary() {
  const database = openDatabase(folder, key);
  database.sqlite.exec('create table note (text text)');
  database.sqlite.prepare('insert into note values (?)').run(canary);
  return database;
}

describe('the operational database', () => {
  it('writes no word that can be read on the disk, neither in the log nor in the file', () => {
    const database = openWithCanary();
    const inLog = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    database.close();
    const inFile = readFileSync(join(folder, 'lantern.db')).toString('latin1');
    for (const bytes of [...inLog, inFile]) expect(bytes).not.toContain('Jakub');
    expect(inFile.startsWith('SQLite format 3')).toBe(false);
  });

  it('keeps what was committed when it is opened again with its key', () => {
    openWithCanary().close();
    const again = openDatabase(folder, key);
    expect(again.sqlite.prepare('select text from note').pluck().get()).toBe(canary);
    again.close();
  });

  it('does not open with another key, and names the restore', () => {
    openWithCanary().close();
    const opening = () => openDatabase(folder, 'ee'.repeat(32));
    expect(opening).toThrow(StoreFault);
    expect(opening).toThrow(/npm run restore -- FILE/);
  });

  it('does not open a damaged file', () => {
    openWithCanary().close();
    writeFileSync(join(folder, 'lantern.db'), Buffer.alloc(8192, 7));
    expect(() => openDatabase(folder, key)).toThrow(/damaged/);
  });

  it('refuses a second writer and is free again when the first has closed', () => {
    const first = openDatabase(folder, key);
    expect(() => openDatabase(folder, key)).toThrow(AnotherWriter);
    first.close();
    openDatabase(folder, key).close();
  });

  it('commits in WAL with full synchronisation and leaves checkpoints to their schedule', () => {
    const { sqlite, close } = openDatabase(folder, key);
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('wal_autocheckpoint'),
      pragma('secure_delete'),
    ]).toEqual(['wal', 2, 0, 1]);
    close();
  });

  it.each([
    [0x6969, 'NFS'],
    [0xff534d42, 'CIFS'],
    [-0xacb2be, 'CIFS'],
    [0xfe534d42, 'SMB2'],
  ])('knows a network file system by its number %i', (kind, name) => {
    expect(networkFileSystem(folder, () => kind)).toBe(name);
  });

  it('accepts a disk of this machine', () => {
    expect(networkFileSystem(folder, () => 0xef53)).toBeUndefined();
    expect(networkFileSystem(folder)).toBeUndefined();
  });
});

describe('the schema', () => {
  it('gives a new field its column and keeps the rows that are there', () => {
    const { sqlite, close } = openDatabase(folder, key);
    const types = recordTypes.filter(({ name }) => name === 'duty');
    migrate(sqlite, types);
    sqlite.exec(
      `insert into duty (tenant, id, school, rev, personId, personName, phone) values ('t', 'i', 's', 1, 'p', 'n', '1')`,
    );
    const [duty] = types;
    if (!duty) throw new Error('there is no duty record');
    migrate(sqlite, [
      { ...duty, fields: { ...duty.fields, deskPhone: { kind: 'text', label: 'Desk', max: 40, indexed: true } } },
    ]);
    expect(sqlite.prepare('select phone, deskPhone from duty').get()).toEqual({ phone: '1', deskPhone: null });
    close();
  });
});

describe('the keys', () => {
  it('are made once, stay the same, and differ for each purpose and tenant', () => {
    const first = readKeys(folder);
    const again = readKeys(folder);
    expect(again.database).toBe(first.database);
    expect(again.cardsOf('a')).toEqual(first.cardsOf('a'));
    expect(new Set([first.database, first.cardsOf('a').toString('hex'), first.cardsOf('b').toString('hex')]).size).toBe(
      3,
    );
  });

  it('are refused when others may read them', () => {
    readKeys(folder);
    chmodSync(join(folder, 'data.key'), 0o644);
    expect(() => readKeys(folder)).toThrow(/chmod 600/);
  });
});
