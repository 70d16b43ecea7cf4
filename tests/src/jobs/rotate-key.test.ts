import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSeals } from '../../../bot/seal.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { createTokenSource } from '../../../src/graph/token.ts';
import { createBackupOrder } from '../../../src/jobs/backup-order.ts';
import type { RotationStep } from '../../../src/jobs/rotate-data-key.ts';
import { runBackup } from '../../../src/jobs/run-backup.ts';
import { runRestore } from '../../../src/jobs/run-restore.ts';
import { runRotateKey } from '../../../src/jobs/run-rotate-key.ts';
import { createKeyVault } from '../../../src/keys/key-vault.ts';
import { wrappedFile } from '../../../src/keys/wrapped-file.ts';
import { createWrappedKeyStore, type WrappedKeyStore } from '../../../src/keys/wrapped-key-store.ts';
import { demo } from '../../../src/local/cast.ts';
import { projectRoot } from '../../../src/local/lantern-process.ts';
import { keysOf, readKeys, settled, type Keys } from '../../../src/store/keys.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { placesIn } from '../../../src/store/sqlite/places-in.ts';
import { AnotherWriter, lockWriter } from '../../../src/store/sqlite/writer-lock.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { kernelOn, newForm, people, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let folder: string;
let said: string[];
const say = (text: string) => void said.push(text);
const clock = handSetClock();
const { log, lines: logged } = recordedLog();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-rotate-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rotate = (args: readonly string[] = ['--data'], wrapped?: WrappedKeyStore) =>
  runRotateKey(args, { folder, wrapped, fleet: false, clock, log, say });

/** Opens the folder as a start does. @returns how many entries its journal has */
async function entriesUnder(keys: Keys, more = 0): Promise<number> {
  const operational = openSqlite(folder, keys.database, recordTypes, clock);
  const kernel = await kernelOn(operational.store, { now: clock.now });
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  for (let n = 0; n < more; n++) await kernel.perform(reportConcern, people.daniel, typed, newForm());
  const { head } = await operational.actsAfter(tenant, undefined);
  await operational.close();
  return head;
}

async function backup(): Promise<string> {
  const keys = readKeys(folder);
  const operational = openSqlite(folder, keys.database, recordTypes, clock);
  const handle = createBackupOrder({ operational, folder, keyId: keys.id, machine: clock });
  await runBackup([], [join(folder, 'nobody')], async () => ({ handle, close: () => operational.close() }), say);
  return join(folder, 'backups', readdirSync(join(folder, 'backups')).sort().at(-1) ?? '');
}

describe('a new data key', () => {
  it('encrypts the database anew: the new key opens it, the old one does not, and it holds what it held', async () => {
    const old = readKeys(folder);
    const before = await entriesUnder(old, 3);
    const bytes = readFileSync(placesIn(folder).database);
    expect(await rotate()).toBe(true);
    const now = readKeys(folder);
    expect(now.id).not.toBe(old.id);
    expect(now.earlier.map(({ id }) => id)).toEqual([old.id]);
    expect(() => openSqlite(folder, old.database, recordTypes, clock)).toThrow('is not its key');
    expect(await entriesUnder(now)).toBe(before);
    expect(readFileSync(placesIn(folder).database).subarray(0, 4096)).not.toEqual(bytes.subarray(0, 4096));
    expect(statSync(placesIn(folder).key).mode & 0o777).toBe(0o600);
    expect(existsSync(placesIn(folder).rekeying)).toBe(false);
    expect(said.join()).toContain(old.id);
  });

  it('names keys in its log line and what it says, and shows none', async () => {
    const old = readKeys(folder);
    await entriesUnder(old);
    const digits = readFileSync(placesIn(folder).key, 'utf8').trim();
    await rotate();
    const [next] = readFileSync(placesIn(folder).key, 'utf8').split('\n');
    expect(logged.at(-1)).toMatchObject({ event: 'keys.rotated', from: old.id, to: readKeys(folder).id });
    for (const secret of [digits, next ?? '', old.database])
      expect(`${JSON.stringify(logged)}${said.join()}`).not.toContain(secret);
  });

  it('waits for no one: while a Lantern runs it refuses', async () => {
    readKeys(folder);
    const running = lockWriter(folder);
    await expect(rotate()).rejects.toThrow(AnotherWriter);
    running.release();
    expect(await rotate()).toBe(true);
  });

  it('leaves everything as it was when the copy cannot be made', async () => {
    const old = readKeys(folder);
    const before = await entriesUnder(old, 1);
    const parts = { folder, wrapped: undefined, fleet: false, clock, log, say };
    const before2 = (step: RotationStep) => {
      if (step === 'check') writeFileSync(placesIn(folder).rekeying, Buffer.alloc(9_000, 3));
    };
    await expect(runRotateKey(['--data'], { ...parts, before: before2 })).rejects.toThrow('left as it is');
    expect(readKeys(folder).id).toBe(old.id);
    expect(readKeys(folder).earlier).toEqual([]);
    expect(existsSync(placesIn(folder).rekeying)).toBe(false);
    expect(await entriesUnder(old)).toBe(before);
  });

  it('waits for a restore that was begun and not ended', async () => {
    const old = readKeys(folder);
    await entriesUnder(old);
    writeFileSync(placesIn(folder).restoring, '');
    await expect(rotate()).rejects.toThrow('end it first');
    expect(readKeys(folder).id).toBe(old.id);
  });

  const steps: Readonly<Record<RotationStep, 'old' | 'new'>> = {
    'name-next': 'old',
    copy: 'old',
    encrypt: 'old',
    check: 'old',
    'put-in': 'old',
    retire: 'new',
  };
  it.each(Object.entries(steps))(
    'killed before "%s": the %s key opens the file, and it can be done again',
    async (step, which) => {
      const old = readKeys(folder);
      const before = await entriesUnder(old, 2);
      const program = join(projectRoot, 'tests', 'support', 'rotating-program.ts');
      const signal = await new Promise((resolve) => {
        execFile(process.execPath, ['--import', 'tsx', program, folder, step], (error) => resolve(error?.signal));
      });
      expect(signal).toBe('SIGKILL');
      const found = readKeys(folder);
      expect(found.id === old.id ? 'old' : 'new').toBe(which);
      expect(await entriesUnder(found, 1)).toBe(before + 1);
      expect(await rotate()).toBe(true);
      expect(await entriesUnder(readKeys(folder))).toBe(before + 1);
      expect(readKeys(folder).earlier[0]?.id).toBe(found.id);
      expect(readFileSync(placesIn(folder).key, 'utf8')).not.toContain('next');
    },
  );

  it('lets a card that was sealed before work to the end of its life, and none that is dated later', () => {
    const times = handSetClock();
    const sealsOf = ({ cardsOf, earlier }: Keys) => createSeals(cardsOf, randomIds, times, earlier);
    const key = Buffer.alloc(32, 1);
    const old = keysOf({ current: key, retired: [] });
    const now = keysOf({ current: Buffer.alloc(32, 2), retired: [{ key, at: times.now() }] });
    const card = sealsOf(old).seal(people.priya, 'take');
    expect(sealsOf(now).open(people.priya, 'take', card).kind).toBe('genuine');
    expect(sealsOf(now).open(people.tom, 'take', card).kind).toBe('forged');
    times.forward(60);
    // Whoever has the old key can seal, and date as they like.
    expect(sealsOf(now).open(people.priya, 'take', sealsOf(old).seal(people.priya, 'take')).kind).toBe('forged');
    times.forward(14 * 86_400);
    expect(sealsOf(now).open(people.priya, 'take', card).kind).toBe('stale');
  });

  it('backups made before name their key, and are put in under the new one', async () => {
    const old = readKeys(folder);
    const before = await entriesUnder(old, 2);
    const file = await backup();
    expect(file).toContain(`.${old.id}.backup`);
    await rotate();
    await entriesUnder(readKeys(folder), 3);
    expect(await runRestore([file], { folder, machine: clock, takeBack: async () => 0, say })).toBe(true);
    expect(await entriesUnder(readKeys(folder))).toBe(before);
    expect(() => openSqlite(folder, old.database, recordTypes, clock)).toThrow('is not its key');
  });

  it('a backup whose key is not here is refused with the name of that key', async () => {
    const old = readKeys(folder);
    await entriesUnder(old);
    const file = await backup();
    writeFileSync(placesIn(folder).key, 'ee'.repeat(32));
    expect(await runRestore([file], { folder, machine: clock, takeBack: async () => 0, say })).toBe(false);
    expect(said.join()).toContain(`needs the data key ${old.id}`);
  });
});

describe('a data key that Key Vault wraps', () => {
  let sharePoint: SharePointTenant;
  beforeAll(async () => {
    sharePoint = await sharePointTenant();
  });
  afterAll(() => sharePoint.close());

  function wrappedStore(): WrappedKeyStore {
    const identity = { tenantId: demo.tenantId, clientId: demo.apiAppId, mode: 'local', localSecret: 'any' } as const;
    const { transport } = sharePoint;
    const token = createTokenSource(identity, transport, 'https://vault.azure.net');
    const key = `https://${demo.keyVaultHost}/keys/${demo.keyVaultKey}`;
    const vault = createKeyVault({ key, token, transport, pauseMs: [] });
    return createWrappedKeyStore(vault, wrappedFile(placesIn(folder).wrappedKey), systemClock);
  }
  const keysFrom = async (store: WrappedKeyStore) => keysOf(settled((await store.read())!, folder));

  it('moves there from the file: the same key, and the file is taken away', async () => {
    const old = readKeys(folder);
    const before = await entriesUnder(old, 1);
    const store = wrappedStore();
    expect(await rotate([], store)).toBe(true);
    expect(existsSync(placesIn(folder).key)).toBe(false);
    expect(statSync(placesIn(folder).wrappedKey).mode & 0o777).toBe(0o600);
    expect((await keysFrom(store)).id).toBe(old.id);
    expect(await entriesUnder(await keysFrom(store))).toBe(before);
    expect(() => readKeys(folder)).toThrow('LANTERN_KEY_VAULT_KEY');
  });

  it('is wrapped anew by the newest version beside a running Lantern, and the old version can be switched off', async () => {
    readKeys(folder);
    const store = wrappedStore();
    await rotate([], store);
    const { id } = await keysFrom(store);
    const [before = ''] = await store.versions();
    sharePoint.tenant.core.keyVault.keys.rotate(demo.keyVaultKey);
    const running = lockWriter(folder);
    expect(await rotate([], store)).toBe(true);
    running.release();
    const after = await store.versions();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual([before]);
    expect(said.join()).toContain(`Version ${before.slice(-32)} is needed no more`);
    sharePoint.tenant.core.keyVault.keys.setEnabled(demo.keyVaultKey, before.slice(-32), false);
    expect((await keysFrom(store)).id).toBe(id);
  });

  it('stays as it was when Key Vault breaks off in the middle', async () => {
    readKeys(folder);
    const store = wrappedStore();
    await rotate([], store);
    const text = readFileSync(placesIn(folder).wrappedKey, 'utf8');
    const { keyVault } = sharePoint.tenant.core;
    keyVault.breakWith(503);
    await expect(rotate([], store)).rejects.toThrow('does not answer');
    keyVault.breakWith(undefined);
    expect(readFileSync(placesIn(folder).wrappedKey, 'utf8')).toBe(text);
  });

  it('is replaced by a new one, with the old one wrapped beside it', async () => {
    const old = readKeys(folder);
    const before = await entriesUnder(old, 2);
    const store = wrappedStore();
    await rotate([], store);
    expect(await rotate(['--data'], store)).toBe(true);
    const now = await keysFrom(store);
    expect(now.earlier.map(({ id }) => id)).toEqual([old.id]);
    expect(await entriesUnder(now)).toBe(before);
    expect(existsSync(placesIn(folder).key)).toBe(false);
  });
});
