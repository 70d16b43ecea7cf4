import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3-multiple-ciphers';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import type { Store } from '../../../src/perform/store.ts';
import type { RecordType } from '../../../src/records/define-record.ts';
import type { OperationalStore } from '../../../src/store/operational-store.ts';
import { openPostgres } from '../../../src/store/postgres/open-postgres.ts';
import { unlock } from '../../../src/store/sqlite/database.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { databaseKey, kernelOn, newForm, people, tenant } from '../../support/kernel.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { entriesOf, fileAll, typed } from './scene.ts';

/** A concern as the next version may know it: with one field more, and one choice more in a field that was there. */
const concernNext: RecordType = {
  ...concern,
  fields: {
    ...concern.fields,
    weather: { kind: 'choice', label: 'Weather', of: { wet: 'Wet', dry: 'Dry' }, indexed: true },
    outings: { kind: 'count', label: 'Outings' },
  },
};
const nextTypes = recordTypes.map((type) => (type.name === concern.name ? concernNext : type));

/** Writes the new fields with each report, and an urgency that this version has never heard of. */
const asNext = (store: Store): Store => ({
  ...store,
  commit: (commit) =>
    store.commit({
      ...commit,
      put: commit.put.map((patch) =>
        patch.type.name === concern.name && patch.kind === 'create'
          ? { ...patch, type: concernNext, values: { ...patch.values, weather: 'wet', outings: 3, urgency: 'at-dusk' } }
          : patch,
      ),
    }),
});

async function version(operational: OperationalStore, around?: (store: Store) => Store) {
  const kernel = await kernelOn(operational.store, around ? { around } : {});
  return {
    async report(words: string): Promise<string> {
      const done = await kernel.perform(reportConcern, people.daniel, { ...typed, words }, newForm());
      if (!done.ok) throw new Error(done.problem.code);
      return done.answer.concern;
    },
    take: (id: string) => kernel.perform(takeConcern, people.priya, { concern: id }, newForm()),
    async shown(id: string) {
      const seen = await kernel.read(readConcern, people.priya, { id });
      if (!seen.ok) throw new Error(seen.problem.code);
      return seen.answer.answer;
    },
  };
}
const heldByNext = (operational: OperationalStore, id: string) => operational.store.record(tenant, concernNext, id);

// Where no PostgreSQL can be had, there is nothing to run; havePostgres says so.
// eslint-disable-next-line no-restricted-syntax
describe.skipIf(!havePostgres())('this version and the next on one PostgreSQL at once', () => {
  let server: PostgresServer;
  const open: OperationalStore[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    for (const operational of open.splice(0)) await operational.close();
  });
  afterAll(() => server.stop());
  async function opened(url: string, types: readonly RecordType[]): Promise<OperationalStore> {
    const operational = await openPostgres(url, types, Object.values(rightsRestOn), systemClock);
    open.push(operational);
    return operational;
  }

  it('both read and write, neither loses what the other wrote, and the journal is one', async () => {
    const url = await server.aDatabase();
    const before = await opened(url, recordTypes);
    const old = await version(before);
    const first = await old.report('Before the upgrade.');
    const after = await opened(url, nextTypes);
    const next = await version(after, asNext);

    const reported: string[] = [];
    for (let i = 0; i < 5; i++)
      reported.push(...(await Promise.all([old.report(`By this one, ${i}.`), next.report(`By the next, ${i}.`)])));
    const byNext = reported.filter((_, i) => i % 2 === 1);

    for (const id of [first, ...reported]) {
      expect((await old.shown(id)).words).toBe((await next.shown(id)).words);
    }
    // A choice that only the next one knows is shown as it is.
    expect(await old.shown(byNext[0]!)).toMatchObject({ words: 'By the next, 0.', urgency: 'at-dusk' });
    expect(await old.take(byNext[0]!)).toMatchObject({ ok: true });
    expect(await next.take(first)).toMatchObject({ ok: true });
    expect(await heldByNext(after, byNext[0]!)).toMatchObject({
      ...{ rev: 2, status: 'acknowledged', takenByName: people.priya.name },
      ...{ weather: 'wet', outings: 3, urgency: 'at-dusk' },
    });
    expect(await old.shown(first)).toMatchObject({ status: 'acknowledged', rev: 2 });

    const refs = await Promise.all([first, ...reported].map(async (id) => (await old.shown(id)).ref.slice(-4)));
    expect(refs.map(Number).toSorted((a, b) => a - b)).toEqual(refs.map((_, i) => i + 1));
    expect(verifyChain(await entriesOf(before))).toMatchObject({ intact: true });
    const filings = await fileAll(before);
    const values = filings
      .map(({ payload }) => payload)
      .filter(({ id, kind }) => id === byNext[1] && kind === 'create');
    expect(values).toMatchObject([{ values: { weather: 'wet', outings: 3 } }]);
  });

  it('this version starts anew beside the next, as when its machine restarts half way through', async () => {
    const url = await server.aDatabase();
    const next = await version(await opened(url, nextTypes), asNext);
    const old = await version(await opened(url, recordTypes));
    const id = await next.report('By the next.');
    expect(await old.take(id)).toMatchObject({ ok: true });
    expect(await next.shown(await old.report('By this one.'))).toMatchObject({ words: 'By this one.' });
  });

  it('what an earlier version asked by goes, and what this one asks by comes', async () => {
    const url = await server.aDatabase();
    await opened(url, nextTypes);
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    const indexes = async () =>
      (
        await database.query<{ indexdef: string }>(
          `select indexdef from pg_indexes where tablename in ('concern', 'action')`,
        )
      ).rows.map(({ indexdef }) => indexdef.replace(/^.* INDEX /, ''));
    try {
      const own = (await indexes()).filter((index) => !index.includes('weather'));
      await database.query(`drop index "action_concernId_school";
        create index "action_concernId" on action (tenant, school, "concernId", id)`);
      await opened(url, recordTypes);
      expect((await indexes()).toSorted()).toEqual(own.toSorted());
      expect(own.filter((index) => index.includes('"action_concernId'))).toEqual([
        expect.stringContaining('(tenant, "concernId", school, id)'),
      ]);
    } finally {
      await database.end();
    }
  });

  it('an instance starts while another is in the midst of an act, and neither waits for the other', async () => {
    const url = await server.aDatabase();
    await opened(url, recordTypes);
    const act = new pg.Client({ connectionString: url });
    await act.connect();
    try {
      // As an act holds what it writes to, until it ends.
      const tables = recordTypes.map(({ name }) => `"${name}"`).join(', ');
      await act.query(`begin; lock table ${tables}, outbox, journal in row exclusive mode`);
      await (await opened(url, recordTypes)).ready();
      await act.query('commit');
    } finally {
      await act.end();
    }
    expect(await (await version(open.at(-1)!)).report('After both.')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a file of this version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-versions-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('opens in the next with all that is in it, and goes back again with what that wrote', async () => {
    const before = openSqlite(folder, databaseKey, recordTypes, systemClock);
    const first = await (await version(before)).report('Before the upgrade.');
    await before.close();

    const after = openSqlite(folder, databaseKey, nextTypes, systemClock);
    const next = await version(after, asNext);
    expect(await next.shown(first)).toMatchObject({ words: 'Before the upgrade.' });
    const second = await next.report('By the next.');
    expect(await heldByNext(after, second)).toMatchObject({ weather: 'wet', outings: 3 });
    expect(await next.take(first)).toMatchObject({ ok: true });
    await after.close();

    const again = openSqlite(folder, databaseKey, recordTypes, systemClock);
    const old = await version(again);
    expect(await old.shown(second)).toMatchObject({ words: 'By the next.', urgency: 'at-dusk' });
    expect(await old.take(second)).toMatchObject({ ok: true });
    expect(await heldByNext(again, second)).toMatchObject({ rev: 2, weather: 'wet' });
    expect(verifyChain(await entriesOf(again))).toMatchObject({ intact: true });
    await again.close();
  });

  it('loses the indexes that an earlier version asked by, and gets those of this one', async () => {
    await openSqlite(folder, databaseKey, nextTypes, systemClock).close();
    const look = <Row>(text: string, change = ''): readonly Row[] => {
      const sqlite = new SQLite(join(folder, 'lantern.db'));
      unlock(sqlite, databaseKey);
      sqlite.exec(change);
      const rows = sqlite.prepare<[], Row>(text).all();
      sqlite.close();
      return rows;
    };
    const names = `select name, tbl_name as of from sqlite_schema where type = 'index' and name not like '%weather%' order by name`;
    const columns = "select name from pragma_index_info('action_concernId')";
    const own = look(names);
    look(
      columns,
      `drop index action_concernId; create index action_concernId on action (tenant, school, "concernId", id)`,
    );
    await openSqlite(folder, databaseKey, recordTypes, systemClock).close();
    expect(look(names)).toEqual(own);
    expect(look(`select name from sqlite_schema where name like '%weather%'`)).toEqual([]);
    expect(look<{ name: string }>(columns).map(({ name }) => name)).toEqual(['tenant', 'concernId', 'school', 'id']);
  });

  it('is left alone where a newer Lantern has made tables that this one does not know', () => {
    const sqlite = new SQLite(join(folder, 'lantern.db'));
    unlock(sqlite, databaseKey);
    sqlite.pragma('user_version=1000');
    sqlite.close();
    const open = () => openSqlite(folder, databaseKey, recordTypes, systemClock);
    expect(open).toThrow(/A newer Lantern has used this database/);
    // Nothing was set back, and nobody holds the file.
    expect(open).toThrow(/A newer Lantern has used this database/);
  });
});
