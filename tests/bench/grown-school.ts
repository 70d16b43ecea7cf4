import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type SQLite from 'better-sqlite3-multiple-ciphers';
import { recordTypes } from '../../src/areas/areas.ts';
import type { RecordType } from '../../src/records/define-record.ts';
import type { Store } from '../../src/perform/store.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { migrate } from '../../src/store/sqlite/schema.ts';
import { createStore } from '../../src/store/sqlite/store.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { databaseKey, tenant } from '../support/kernel.ts';

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const chance = chanceFrom(0x67726f77);
const syllables =
  'ba ke lo mi ru ta ne so vi da fe gu ha jo pe qui za wen thor mar stan ley ford wick ham ber ton ing ash brook dale ell fin gre hol ish jen kins lam mon nor ott pry ros sel tur und vance wyn yar zel cro bla dro fli gla'.split(
    ' ',
  );
const pick = <T>(from: readonly T[], share: number): T => from[Math.floor(share * from.length)] as T;

function invented(count: number): readonly string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + Math.floor(chance() * 2);
    words.add(Array.from({ length }, () => pick(syllables, chance())).join(''));
  }
  return [...words];
}

const [givenNames, familyNames, vocabulary] = [invented(400), invented(2_500), invented(5_000)];
/** A word of a narrative: few are said often, most seldom, as in any language. */
export const aWord = (share: number): string => pick(vocabulary, vocabulary.length ** (share - 1));

/** So many schools share the database of a trust. */
const schools = ['ashdown', 'brackley', 'cotterdale', 'dunmere', 'eastwick'] as const;
/** Concerns about one child, on average. */
const aChild = 20;
const wordsAConcern = 30;

export interface GrownSchool {
  readonly store: Store;
  readonly sqlite: SQLite.Database;
  readonly concerns: number;
  readonly folder: string;
  /** Name of the child with this number. */
  child(share: number): string;
  ref(share: number): string;
  /** Another process may have the database. */
  leave(): void;
  end(): void;
}

export const leadOfOne = { about: 'concern', reach: [{ schools: [schools[1]] }] };
export const leadOfAll = { about: 'concern', reach: [{ schools: [...schools] }] };

/** A record type before anybody asked anything of it: no index but those that make a row the only one. */
const bare = ({ askedBy: _, ...type }: RecordType): RecordType => ({
  ...type,
  fields: Object.fromEntries(
    Object.entries(type.fields).map(([name, { searchable: _s, indexed: _i, ...field }]) => [name, field]),
  ),
});

const mostCache = 4 * 1024 ** 3;

/** What is made here is made anew when it is lost, so nothing of it needs a log, and all of it may lie in memory at first. */
function hurry(sqlite: SQLite.Database): void {
  sqlite.pragma('synchronous=OFF');
  // Without a journal a mistake would destroy the file, which the driver forbids.
  sqlite.unsafeMode(true);
  sqlite.pragma('journal_mode=OFF');
  sqlite.pragma('secure_delete=OFF');
  sqlite.pragma('temp_store=MEMORY');
  sqlite.pragma(`cache_size=-${Math.floor(Math.min(mostCache, totalmem() / 4) / 1024)}`);
}

function asTheProduct(sqlite: SQLite.Database): void {
  if (sqlite.pragma('journal_mode=WAL', { simple: true }) !== 'wal') throw new Error('the log cannot be had back');
  sqlite.unsafeMode(false);
  sqlite.pragma('synchronous=FULL');
  sqlite.pragma('secure_delete=ON');
  sqlite.pragma('temp_store=DEFAULT');
  sqlite.pragma('cache_size=-16000');
}

/**
 * A trust's encrypted database with so many concerns, each with a narrative of thirty words. The rows are laid down first and
 * their indexes for search made in one go, as after a rebuild.
 */
export function growSchool(concerns: number): GrownSchool {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-grown-'));
  const database = openDatabase(folder, databaseKey);
  const { sqlite } = database;
  hurry(sqlite);
  migrate(sqlite, recordTypes.map(bare));
  const children = Math.max(10, Math.floor(concerns / aChild));
  const nameOf = (n: number) => `${pick(givenNames, (n * 0.618) % 1)} ${pick(familyNames, (n * 0.4142) % 1)}`;
  const refOf = (n: number) => `C-2026-${String(n).padStart(7, '0')}`;
  fill(sqlite, concerns, children, nameOf, refOf);
  const { store } = createStore(sqlite, recordTypes, systemClock);
  sqlite.exec('analyze');
  asTheProduct(sqlite);
  return {
    store,
    sqlite,
    concerns,
    folder,
    child: (share) => nameOf(Math.floor(share * children)),
    ref: (share) => refOf(Math.floor(share * concerns)),
    leave: () => sqlite.open && database.close(),
    end() {
      if (sqlite.open) database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const atOnce = 20_000;
const newest = Date.parse('2026-12-10T08:05:00.000Z');
const minute = 60_000;

function fill(
  sqlite: SQLite.Database,
  concerns: number,
  children: number,
  nameOf: (n: number) => string,
  refOf: (n: number) => string,
): void {
  // A row gets its place when it is made. Were it given later, every row would grow and every page be cut in two.
  sqlite.exec('alter table concern add column place integer');
  const insert = sqlite.prepare(
    `insert into concern (place, tenant, id, school, ref, rev, filedRev, status, urgency, source, safeNow, childAsTyped, childState,
       childId, childName, yearGroup, words, whenAsTyped, reportedAt, reporterId, reporterName, reporterRecognised)
     values (${2 ** 52}, '${tenant}', ?, ?, ?, 1, 1, 'acknowledged', 'within-24h', 'staff-observation', 'yes', ?, 'resolved', ?, ?, 'Year 7', ?,
       'just now', ?, ?, 'Ann Bell', 1)`,
  );
  const part = sqlite.transaction((from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const child = Math.floor(chance() * children);
      const words = Array.from({ length: wordsAConcern }, () => aWord(chance())).join(' ');
      const id = Math.floor(chance() * 0xfff_ffff)
        .toString(16)
        .padStart(7, '0')
        .concat(n.toString(16).padStart(25, '0'));
      const at = new Date(newest - (concerns - n) * minute).toISOString();
      const name = nameOf(child);
      insert.run(id, schools[child % 5], refOf(n), name, `child-${child}`, name, words, at, `person-${n % 400}`);
    }
  });
  for (let from = 0; from < concerns; from += atOnce) part(from, Math.min(concerns, from + atOnce));
}
