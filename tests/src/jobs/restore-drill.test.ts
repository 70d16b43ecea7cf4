import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { createBackupOrder } from '../../../src/jobs/backup-order.ts';
import { runBackup, backupsKept } from '../../../src/jobs/run-backup.ts';
import { runRestore } from '../../../src/jobs/run-restore.ts';
import { takeBackJournal } from '../../../src/jobs/take-back-journal.ts';
import { createVerifyOrder, type VerifyAnswer } from '../../../src/jobs/verify-order.ts';
import { journalLists } from '../../../src/journal/journal-lists.ts';
import { createFiling } from '../../../src/sharepoint/filing.ts';
import { createJournalFiling } from '../../../src/sharepoint/file-journal.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { readKeys } from '../../../src/store/keys.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { AnotherWriter } from '../../../src/store/sqlite/writer-lock.ts';
import { listenLocally } from '../../../src/system/local-socket.ts';
import { faultyTransport } from '../../support/faulty-transport.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { kernelOn, newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const words = 'Jakub said that it hurts.';
const typed = { who: 'Ellie Marsden', words, safeNow: 'yes', when: 'just now' };

let folder: string;
let sharePoint: SharePointTenant;
let clock: ReturnType<typeof handSetClock>;
let lantern: Awaited<ReturnType<typeof open>>;
let lines: string[];
const say = (text: string) => void lines.push(text);
const said = () => lines.join('\n');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-drill-'));
  lines = [];
  clock = handSetClock();
  sharePoint = await sharePointTenant();
  const { provisioner: graph } = sharePoint;
  const types = Object.values(areas).flatMap(({ records }) => records);
  await provision({
    graph,
    batch: batchOver(graph),
    schools: [school],
    types,
    once: journalLists,
    log: recordedLog().log,
  });
  lantern = await open();
});
afterEach(async () => {
  await lantern.operational.close().catch(() => undefined);
  await sharePoint.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A Lantern on the folder: the store, the one way in, and what files records and journal. */
async function open() {
  const operational = openSqlite(folder, readKeys(folder).database, recordTypes, clock);
  const wire = faultyTransport(sharePoint.transport);
  const graph = sharePoint.graph({ transport: wire.transport });
  const budget = createBudget({ licences: 100_000, clock });
  const { log, lines: logged } = recordedLog();
  const sites = createSites({ graph, schools: [school] });
  const types = new Map(recordTypes.map((type) => [type.name, type] as const));
  const filing = createFiling({ queue: operational.filingQueue, graph, budget, types, schools: [school], clock, log });
  const journal = createJournalFiling({
    ...{ tenant, school: school.id, lines: operational.journalLines, marks: operational.journalMarks },
    ...{ graph, budget, sites, clock, machine: clock, log },
  });
  const inSharePoint = { tenant, school: school.id, operational, graph, sites };
  return {
    ...{ operational, wire, logged },
    kernel: await kernelOn(operational.store, { now: clock.now }),
    async file() {
      for (let quiet = 0; quiet < 3; quiet++) {
        while ((await filing.runOnce()) > 0) quiet = 0;
        clock.forward(30);
      }
    },
    async fileJournal() {
      clock.forward(3_600);
      while ((await journal.runOnce()) > 0);
    },
    takeBack: () => takeBackJournal(inSharePoint),
    verify: async () =>
      (await createVerifyOrder({ ...inSharePoint, store: operational.store, clock, door: 'command' })(
        {},
        () => undefined,
      )) as VerifyAnswer,
    backup: createBackupOrder({ operational, folder, keyId: readKeys(folder).id, machine: clock }),
  };
}

async function report(): Promise<string> {
  const answer = await lantern.kernel.perform(reportConcern, people.daniel, typed, newForm());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.answer.concern;
}
const take = (id: string) => lantern.kernel.perform(takeConcern, people.priya, { concern: id }, newForm());

/** `npm run backup`, beside the Lantern that runs. */
async function backup(...args: string[]): Promise<boolean> {
  const stop = await listenLocally(folder, lantern.backup);
  const never = () => Promise.reject(new Error('a second Lantern was opened'));
  return runBackup(args, [folder], never, say).finally(() => stop?.());
}
const backups = () => readdirSync(join(folder, 'backups')).sort();
const newest = () => join(folder, 'backups', backups().at(-1) ?? '');

/** `npm run restore`, after the Lantern has ended; then it is started again. */
async function restore(file = newest(), takeBack?: () => Promise<number>): Promise<boolean> {
  await lantern.operational.close();
  return runRestore([file], {
    ...{ folder, machine: clock, say },
    async takeBack() {
      // What opens the kernel would write to the journal, so only the store is opened here.
      const operational = openSqlite(folder, readKeys(folder).database, recordTypes, clock);
      const graph = sharePoint.graph();
      const sites = createSites({ graph, schools: [school] });
      try {
        return await (takeBack?.() ?? takeBackJournal({ tenant, school: school.id, operational, graph, sites }));
      } finally {
        await operational.close();
      }
    },
  });
}

it('makes a backup beside a running Lantern: encrypted, whole, for its user alone', async () => {
  await report();
  expect(await backup()).toBe(true);
  const bytes = readFileSync(newest()).toString('latin1');
  expect(bytes).not.toContain('Jakub');
  expect(bytes.startsWith('SQLite format 3')).toBe(false);
  expect(statSync(newest()).mode & 0o777).toBe(0o600);
  expect(backups()).toEqual([expect.stringMatching(/^\d{8}T\d{6}\.\d{3}Z\.[0-9a-f]{8}\.backup$/)]);
  expect(said()).toMatch(/2 entries of the journal, whose chain holds/);
  expect(said()).toContain('data.key, which is not in it');
});

it('keeps what is committed while it is being made, and a backup of a moment', async () => {
  const reports = Array.from({ length: 10 }, () => report());
  const made = backup();
  const more = Array.from({ length: 30 }, () => report());
  await Promise.all([...reports, ...more]);
  expect(await made).toBe(true);
  await lantern.operational.housekeeping();
  expect((await lantern.operational.actsAfter(tenant, undefined)).head).toBe(41);
});

it('keeps a fortnight of backups in the usual place, and those that were named', async () => {
  for (let day = 0; day < backupsKept + 2; day++) {
    await backup();
    clock.forward(86_400);
  }
  expect(backups()).toHaveLength(backupsKept);
  const named = join(folder, 'backups', 'before-the-move.backup');
  expect(await backup(named)).toBe(true);
  await expect(backup(named)).rejects.toThrow('is there already');
  expect(backups()).toHaveLength(backupsKept + 1);
});

it('says that PostgreSQL has tools of its own', async () => {
  const order = createBackupOrder({ operational: { copyTo: undefined }, folder, keyId: '0', machine: clock });
  const here = () => Promise.resolve({ handle: order, close: async () => undefined });
  expect(await runBackup([], [join(folder, 'nobody')], here, say)).toBe(false);
  expect(said()).toContain('point-in-time recovery');
});

it('the drill: acts that were filed after the backup are neither doubled nor undone, and the chain goes on', async () => {
  const [known, open1] = [await report(), await report()];
  await lantern.file();
  await lantern.fileJournal();
  await take(known);
  const unfiled = await report();
  await backup();

  // After the backup: all is filed, and a later act upon the same record too; more is journalled, filed and anchored.
  await lantern.file();
  await take(unfiled);
  await lantern.kernel.read(readConcern, people.priya, { id: open1 });
  await lantern.file();
  await lantern.fileJournal();
  const rowsBefore = await sharePoint.rows(concern.list);
  const headBefore = (await lantern.operational.actsAfter(tenant, undefined)).head;
  expect(await restore()).toBe(true);
  expect(said()).toMatch(/2 later entries of the journal were taken back/);

  lantern = await open();
  expect((await lantern.operational.actsAfter(tenant, undefined)).head).toBe(headBefore);
  await lantern.file();
  expect(await sharePoint.rows(concern.list)).toEqual(rowsBefore);
  expect(lantern.logged.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await lantern.operational.filingQueue.claim(10, 60)).toEqual([]);

  const after = await report();
  await lantern.file();
  await lantern.fileJournal();
  expect(await sharePoint.rows(concern.list, after)).toHaveLength(1);
  expect(await lantern.verify()).toMatchObject({ faults: [], anchors: 3 });
});

it('does not go on while SharePoint cannot be asked what the journal lacks', async () => {
  await lantern.fileJournal();
  await backup();
  await report();
  await lantern.fileJournal();
  const down = () => Promise.reject(new Error('SharePoint is away.'));
  expect(await restore(newest(), down)).toBe(false);
  expect(said()).toContain('Until then Lantern does not start');

  const operational = openSqlite(folder, readKeys(folder).database, recordTypes, clock);
  const wire = faultyTransport(sharePoint.transport);
  wire.coming.push(...Array.from({ length: 20 }, () => 'unreachable' as const));
  const graph = sharePoint.graph({ transport: wire.transport });
  const parts = { tenant, school: school.id, operational, sites: createSites({ graph, schools: [school] }) };
  await expect(takeBackJournal({ ...parts, graph })).rejects.toThrow('must not go on');
  wire.coming.length = 0;
  expect(await takeBackJournal({ ...parts, graph })).toBe(1);
  expect(await takeBackJournal({ ...parts, graph })).toBe(0);
  await operational.close();
});

it('refuses a backup whose journal is another school’s', async () => {
  await report();
  await lantern.fileJournal();
  await lantern.operational.close();
  const key = readFileSync(join(folder, 'data.key'));
  rmSync(folder, { recursive: true });
  readKeys(folder);
  writeFileSync(join(folder, 'data.key'), key);
  lantern = await open();
  await backup();
  expect(await restore()).toBe(false);
  expect(said()).toContain('tells another story');
});

it('refuses while a Lantern runs, a damaged backup, and one under another key, and changes nothing then', async () => {
  const id = await report();
  await backup();
  const parts = { folder, machine: clock, takeBack: async () => 0, say };
  await expect(runRestore([newest()], parts)).rejects.toThrow(AnotherWriter);
  await lantern.operational.close();

  const damaged = join(folder, 'damaged.backup');
  const bytes = readFileSync(newest());
  for (const change of [
    (copy: Buffer) => copy.fill(7, 40_000, 40_100),
    (copy: Buffer) => copy.subarray(0, 20_000),
    () => Buffer.alloc(0),
  ]) {
    writeFileSync(damaged, change(Buffer.from(bytes)));
    expect(await runRestore([damaged], parts)).toBe(false);
  }
  const key = readFileSync(join(folder, 'data.key'));
  writeFileSync(join(folder, 'data.key'), 'ee'.repeat(32));
  expect(await runRestore([newest()], parts)).toBe(false);
  expect(said()).toContain('nothing was changed');
  rmSync(join(folder, 'data.key'));
  await expect(runRestore([newest()], parts)).rejects.toThrow('put the data.key there');
  writeFileSync(join(folder, 'data.key'), key, { mode: 0o600 });

  lantern = await open();
  expect(await lantern.kernel.read(readConcern, people.priya, { id })).toMatchObject({ ok: true });
});

it('puts the present database aside with its log, and deletes nothing', async () => {
  await backup();
  await lantern.operational.close();
  writeFileSync(join(folder, 'lantern.db'), 'damaged');
  writeFileSync(join(folder, 'lantern.db-wal'), 'its log');
  expect(await runRestore([newest()], { folder, machine: clock, takeBack: async () => 0, say })).toBe(true);
  const aside = readdirSync(folder).filter((name) => name.startsWith('lantern.db.before-'));
  expect(aside.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(['damaged', 'its log']);
  expect(existsSync(join(folder, 'lantern.db-wal'))).toBe(false);
});
