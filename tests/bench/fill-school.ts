import type SQLite from 'better-sqlite3-multiple-ciphers';
import { composeRules } from '../../src/access/rules.ts';
import { areas, recordTypes } from '../../src/areas/areas.ts';
import { rightsRestOn } from '../../src/areas/rights-rest-on.ts';
import { schools } from '../../src/local/cast.ts';
import { seedDemonstration } from '../../src/local/seed.ts';
import { createActors } from '../../src/perform/actors.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { readKeys } from '../../src/store/keys.ts';
import { createStore } from '../../src/store/sqlite/store.ts';
import { createLog } from '../../src/system/json-log.ts';
import { randomIds } from '../../src/system/random-ids.ts';
import { systemClock } from '../../src/system/system-clock.ts';

/** What a copy of a concern does not share with the one it was copied from: who it is, and when it was. */
const own: Readonly<Record<string, string>> = {
  id: `lower(hex(randomblob(16)))`,
  ref: `printf('C-2020-%05d', n)`,
  reportedAt: `strftime('%Y-%m-%dT%H:%M:%fZ', reportedAt, '-' || (n * 15) || ' minutes')`,
};

/** Copies the concerns that are there, in turn, each a quarter of an hour before the last, until there are so many. */
function multiply(sqlite: SQLite.Database, concerns: number): void {
  const names = (sqlite.pragma('table_info(concern)') as { name: string }[]).map(({ name }) => name);
  const { originals } = sqlite.prepare<[], { originals: number }>('select count(*) as originals from concern').get()!;
  sqlite
    .prepare(
      `with recursive
         copy(n) as (select 1 union all select n + 1 from copy where n < ?),
         original as (select *, row_number() over (order by reportedAt) as place, count(*) over () as many from concern)
       insert into concern (${names.map((name) => `"${name}"`).join(', ')})
       select ${names.map((name) => own[name] ?? `"${name}"`).join(', ')}
       from copy join original on place = 1 + n % many`,
    )
    .run(concerns - originals);
}

/**
 * Makes a data folder with the demonstration's school and so many concerns, all of them filed, so that no worker has
 * anything to do while something is measured.
 * @param folder data folder of a Lantern that does not run
 */
export async function fillSchool(folder: string, concerns: number): Promise<void> {
  const database = openDatabase(folder, readKeys(folder).database);
  const { sqlite } = database;
  // What is made here is made anew when it is lost.
  sqlite.pragma('synchronous=OFF');
  const { store } = createStore(sqlite, recordTypes, systemClock);
  const rules = composeRules(Object.values(areas));
  const actorOf = createActors(store, rightsRestOn, schools.map(({ id }) => id) as [string, ...string[]], systemClock);
  await seedDemonstration({ store, rules, actorOf, clock: systemClock, ids: randomIds, log: createLog('silent') });
  multiply(sqlite, concerns);
  sqlite.exec('delete from outbox');
  // Where their rows lie is left open: the sync would ask SharePoint for them, learn that they are gone, and take the rights away.
  for (const { name } of recordTypes) sqlite.exec(`update "${name}" set filedRev = rev`);
  database.close();
}
