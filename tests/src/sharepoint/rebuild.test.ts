import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import type { Graph } from '../../../src/ports/graph.ts';
import { rebuild, type RebuildReport } from '../../../src/sharepoint/rebuild.ts';
import { createAccount } from '../../../src/store/sqlite/account.ts';
import { openDatabase, type Database } from '../../../src/store/sqlite/database.ts';
import { createNextGeneration } from '../../../src/store/sqlite/generation.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { databaseKey, newForm, people, tenant } from '../../support/kernel.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { emptyLists, syncScene, tenantWithAllLists, type SyncScene } from '../../support/sync-scene.ts';

let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
});
afterAll(() => sharePoint.close());

type Sqlite = Database['sqlite'];
interface Options {
  readonly graph?: Graph;
  readonly sleep?: (seconds: number) => Promise<void>;
}

const rebuildOn = (sqlite: Sqlite, { graph = sharePoint.graph(), sleep = async () => {} }: Options = {}) =>
  rebuild(
    {
      generation: createNextGeneration(sqlite, recordTypes),
      account: createAccount(sqlite, recordTypes),
      ...{ tenant, schools: [school], types: recordTypes, graph, sleep },
      budget: createBudget({ licences: 100_000, clock: systemClock }),
      ...{ clock: systemClock, schoolClock: systemClock },
    },
    () => undefined,
  );

/** Every record's own columns, as the projection holds them. */
const recordsIn = (sqlite: Sqlite) =>
  Object.fromEntries(
    recordTypes.map(({ name, fields }) => {
      const columns = ['tenant', 'id', 'school', 'ref', 'rev', 'filedRev', ...Object.keys(fields)];
      const text = `select ${columns.map((column) => `"${column}"`).join(', ')} from "${name}" order by id`;
      return [name, sqlite.prepare(text).all()];
    }),
  );

const done = (report: RebuildReport) => {
  if (!report.done) throw new Error(`not done: ${JSON.stringify(report.unread)}`);
  return report;
};

describe('a rebuild', () => {
  let scene: SyncScene;
  let id: string;
  beforeEach(async () => {
    await emptyLists(sharePoint);
    scene = await syncScene(sharePoint);
    onTestFinished(() => scene.close());
    id = await scene.report();
    await scene.report('He hid behind the pavilion.');
    await scene.kernel.perform(takeConcern, people.priya, { concern: id, rev: 1 }, newForm());
    await scene.file();
  });

  it('brings every record back that SharePoint holds, from a database that is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-rebuild-'));
    const other = openDatabase(folder, databaseKey);
    onTestFinished(() => {
      other.close();
      rmSync(folder, { recursive: true });
    });
    const { store } = createStore(other.sqlite, recordTypes, systemClock);
    const { resumed, served, differences, strange } = done(await rebuildOn(other.sqlite));
    expect(recordsIn(other.sqlite)).toEqual(recordsIn(scene.kernel.database.sqlite));
    expect(served.find(({ record }) => record === 'concern')).toEqual({ record: 'concern', rows: 2, carried: 0 });
    expect({ resumed, strange }).toEqual({ resumed: false, strange: 0 });
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    // References go on where they were.
    const year = new Date(systemClock.now()).getUTCFullYear();
    expect(await store.next(tenant, `concern:harrowmere:${year}`)).toBe(3);
  });

  it('finds nothing to name where nobody wrote, and loses nothing that is not filed yet', async () => {
    const unfiled = await scene.report('Not filed yet.');
    const before = recordsIn(scene.kernel.database.sqlite);
    const report = done(await rebuildOn(scene.kernel.database.sqlite));
    expect(report).toMatchObject({ differences: [], discrepancies: [], strange: 0 });
    expect(report.served.find(({ record }) => record === 'concern')).toMatchObject({ rows: 3, carried: 1 });
    expect(recordsIn(scene.kernel.database.sqlite)).toEqual(before);
    await scene.file();
    expect(scene.held('concern', unfiled)).toMatchObject({ rev: 1, filedRev: 1 });
    // The sync goes on from where the rebuild has read, and tells nobody of what Lantern itself wrote.
    await scene.sync.runOnce();
    expect(await scene.untold()).toEqual([]);
  });

  it('names what was changed, deleted and added there, and takes over what SharePoint holds', async () => {
    const gone = await scene.report('Soon deleted.');
    await scene.file();
    await scene.edit('Concerns', id, { Urgency: 'routine' });
    await scene.erase('Concerns', gone);
    await scene.type('Concerns', { Title: 'Somebody typed this' });
    const report = done(await rebuildOn(scene.kernel.database.sqlite));
    expect(report.differences).toMatchObject([
      { record: 'concern', id, kind: 'changed', fields: [{ name: 'urgency', is: 'routine' }] },
      { record: 'concern', id: gone, kind: 'not-held' },
    ]);
    expect(report).toMatchObject({ strange: 1, discrepancies: [] });
    expect(scene.held('concern', id)).toMatchObject({ urgency: 'routine', rev: 2 });
    // Whoever leads is told of it, as if the sync had found it.
    expect(await scene.untold()).toMatchObject([
      { kind: 'changed', subject: id, fields: [{ field: 'urgency', was: 'within-24h', is: 'routine' }] },
    ]);
    // Kept, and the sync tells that its row is gone.
    expect(scene.held('concern', gone)).toMatchObject({ words: 'Soon deleted.', removedAt: null });
    await scene.sync.runOnce();
    expect(scene.held('concern', gone)).toMatchObject({ removedAt: expect.any(String) as string });
    expect(await scene.untold()).toMatchObject([{ subject: id }, { kind: 'removed', subject: gone }]);
  });

  it('names a record that the journal does not tell of', async () => {
    scene.kernel.database.sqlite.prepare(`delete from concern where id = ?`).run(id);
    scene.kernel.database.sqlite.exec('delete from journal where n >= (select max(n) - 1 from journal)');
    const { differences, discrepancies } = done(await rebuildOn(scene.kernel.database.sqlite));
    expect(differences).toMatchObject([{ record: 'concern', id, kind: 'unknown' }]);
    expect(discrepancies.map(({ kind }) => kind)).toContain('more-than-told');
  });

  it('goes on where it was killed, and serves the old projection until it is complete', async () => {
    const { sqlite } = scene.kernel.database;
    const before = recordsIn(sqlite);
    const honest = sharePoint.graph();
    const asked: string[] = [];
    const dying: Graph = {
      async call(request) {
        if (asked.filter((path) => path.includes('/delta')).length >= 5) throw new Error('killed');
        asked.push(request.path);
        return honest.call(request);
      },
    };
    const first = await rebuildOn(sqlite, { graph: dying });
    expect(first).toMatchObject({ done: false });
    expect(first.done || first.unread.length).toBeGreaterThan(0);
    expect(recordsIn(sqlite)).toEqual(before);
    const again: string[] = [];
    const counted: Graph = { call: (request) => (again.push(request.path), honest.call(request)) };
    expect(done(await rebuildOn(sqlite, { graph: counted }))).toMatchObject({ resumed: true, differences: [] });
    const started = (paths: readonly string[]) =>
      new Set(paths.filter((path) => path.endsWith('delta?$expand=fields')));
    expect(started(asked).size).toBe(5);
    expect([...started(again)].filter((path) => started(asked).has(path))).toEqual([]);
    expect(recordsIn(sqlite)).toEqual(before);
  });

  it('changes nothing while a list is missing, and names it', async () => {
    const before = recordsIn(scene.kernel.database.sqlite);
    const honest = sharePoint.graph();
    const without: Graph = {
      async call(request) {
        const answer = await honest.call(request);
        if (!request.path.includes('/lists?')) return answer;
        const { value, ...rest } = answer.body as { value: readonly { displayName: string }[] };
        return { ...answer, body: { ...rest, value: value.filter(({ displayName }) => displayName !== 'Actions') } };
      },
    };
    expect(await rebuildOn(scene.kernel.database.sqlite, { graph: without })).toEqual({
      done: false,
      unread: [{ tenant, school: school.id, record: 'action', code: 'list-missing' }],
    });
    expect(recordsIn(scene.kernel.database.sqlite)).toEqual(before);
  });
});
