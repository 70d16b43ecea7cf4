import { mkdtempSync, readFileSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { placesIn } from '../../../src/store/sqlite/places-in.ts';

const key = 'cd'.repeat(32);

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-damaged-'));
  file = placesIn(folder).database;
  const { sqlite, close } = openDatabase(folder, key);
  sqlite.exec('create table note (text text)');
  const insert = sqlite.prepare('insert into note values (?)');
  for (let i = 0; i < 2_000; i++) insert.run(`${i} `.repeat(50));
  close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function flipped(place: number): void {
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const damages: readonly [string, () => void][] = [
  ['its header has one bit flipped', () => flipped(20)],
  ['one of its last pages has', () => flipped(readFileSync(file).length - 5_000)],
  ['a page in its midst has', () => flipped(50 * 4_096 + 100)],
  ['it was cut off', () => truncateSync(file, 40_960)],
  ['nothing is left in it', () => truncateSync(file, 0)],
  [
    'it is gone and its log is not',
    () => {
      unlinkSync(file);
      writeFileSync(placesIn(folder).log, 'log');
    },
  ],
  ['a restore was broken off', () => writeFileSync(placesIn(folder).restoring, 'half')],
];

it.each(damages)('a database is refused, and the restore is named, when %s', (_how, damage) => {
  damage();
  const opening = () => openDatabase(folder, key);
  expect(opening).toThrow(/npm run restore -- FILE/);
  // The lock is free again, and nothing was repaired by guessing.
  expect(opening).toThrow(/npm run restore -- FILE/);
});

it('one that nobody touched opens', () => {
  const { sqlite, close } = openDatabase(folder, key);
  expect(sqlite.prepare('select count(*) from note').pluck().get()).toBe(2_000);
  close();
});
