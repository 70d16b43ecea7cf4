import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyStoreOf } from '../../../src/compose/key-store-of.ts';
import { openKeys } from '../../../src/compose/open-keys.ts';
import { readConfig } from '../../../src/config.ts';
import { runRotateKey } from '../../../src/jobs/run-rotate-key.ts';
import { demo } from '../../../src/local/cast.ts';
import { readKeys } from '../../../src/store/keys.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const folders: string[] = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-fleet-key-'));
  folders.push(folder);
  return folder;
};
let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await sharePointTenant();
});
afterAll(async () => {
  await sharePoint.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const configOf = (folder: string, more: Readonly<Record<string, string>> = {}) =>
  readConfig({
    LANTERN_MODE: 'local',
    LANTERN_LOCAL_ORIGIN: sharePoint.tenant.origin,
    LANTERN_DATA: folder,
    LANTERN_TENANT_ID: demo.tenantId,
    LANTERN_SCHOOLS: JSON.stringify([{ ...demo.school, host: demo.sharePointHost }]),
    TEAMS_APP_ID: demo.teamsAppId,
    BOT_APP_ID: demo.botAppId,
    API_APP_ID: demo.apiAppId,
    LANTERN_KEY_VAULT_KEY: `https://${demo.keyVaultHost}/keys/${demo.keyVaultKey}`,
    ...more,
  });
const open = (...asked: Parameters<typeof configOf>) => openKeys(configOf(...asked), sharePoint.transport);

it('with Key Vault the key is made once, and is the same at the next start', async () => {
  const folder = aFolder();
  expect((await open(folder)).id).toBe((await open(folder)).id);
  expect(existsSync(join(folder, 'data.key'))).toBe(false);
});

it('a key that lies there as a file is not forgotten: it asks to be wrapped first', async () => {
  const folder = aFolder();
  readKeys(folder);
  await expect(open(folder)).rejects.toThrow('npm run rotate-key');
});

it('a database whose wrapped key is gone gets no new one', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'lantern.db'), 'something');
  await expect(open(folder)).rejects.toThrow('Put your copy of the key back');
});

// eslint-disable-next-line no-restricted-syntax -- where there is no PostgreSQL there is no fleet
describe.skipIf(!havePostgres())('a fleet', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('shares one key through its database, also when all instances start at once', async () => {
    const more = { DATABASE_URL: await server.aDatabase() };
    const keys = await Promise.all([1, 2, 3].map(() => open(aFolder(), more)));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    const [row] = await server.ask<{ ring: string }>(more.DATABASE_URL, 'select ring from key_ring');
    expect(row?.ring).toContain('RSA-OAEP-256');
    expect(row?.ring).not.toContain(keys[0]!.database);
  });

  it('gets another one by the command, and keeps the one before for cards', async () => {
    const more = { DATABASE_URL: await server.aDatabase() };
    const folder = aFolder();
    const old = await open(folder, more);
    const config = configOf(folder, more);
    const said: string[] = [];
    const wrapped = keyStoreOf(config, sharePoint.transport);
    const parts = { folder, wrapped, fleet: true, clock: systemClock, log: recordedLog().log };
    expect(await runRotateKey(['--data'], { ...parts, say: (text) => said.push(text) })).toBe(true);
    const now = await open(aFolder(), more);
    expect(now.id).not.toBe(old.id);
    expect(now.earlier[0]?.cardsOf(demo.tenantId)).toEqual(old.cardsOf(demo.tenantId));
    expect(said.join()).toContain('Restart every instance');
  });
});
