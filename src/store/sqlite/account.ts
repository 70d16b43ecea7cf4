import { setImmediate as turn } from 'node:timers/promises';
import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Account, Discrepancy } from '../../ports/account.ts';
import type { RecordType } from '../../records/define-record.ts';

/** Entries at a time: requests are answered in between. */
const entriesATime = 5_000;

export function createAccount(sqlite: SQLite.Database, types: readonly RecordType[]): Account {
  /** How many acts the journal tells of, for each id, in a table that goes with the connection. */
  async function count(): Promise<void> {
    sqlite.exec(`drop table if exists temp.told;
      create temp table told (tenant text, id text, acts integer not null, primary key (tenant, id)) without rowid`);
    const add = sqlite.prepare<[number, number]>(
      `insert into temp.told select tenant, subject.value, count(*) from journal, json_each(journal.subjects) as subject
         where journal.rowid > ? and journal.rowid <= ? and outcome = 'done' group by tenant, subject.value
       on conflict do update set acts = acts + excluded.acts`,
    );
    const last = sqlite.prepare<[], number | null>('select max(rowid) from journal').pluck().get() ?? 0;
    for (let from = 0; from < last; from += entriesATime) {
      add.run(from, Math.min(last, from + entriesATime));
      await turn();
    }
  }

  return async function* account() {
    await count();
    for (const { name } of types) {
      yield* sqlite
        .prepare<[], Discrepancy>(
          `select row.tenant, row.id, '${name}' as record, case when told.id is null then 'not-told' else 'more-than-told' end as kind
           from "${name}" as row left join temp.told on told.tenant = row.tenant and told.id = row.id
           where told.id is null or row.rev > told.acts order by row.tenant, row.id`,
        )
        .all();
      await turn();
    }
    const none = types.map(
      ({ name }) => `not exists (select 1 from "${name}" as row where row.tenant = told.tenant and row.id = told.id)`,
    );
    yield* sqlite
      .prepare<[], Discrepancy>(
        `select tenant, id, 'not-held' as kind from temp.told where ${none.join(' and ')} order by tenant, id`,
      )
      .all();
    sqlite.exec('drop table temp.told');
  };
}
