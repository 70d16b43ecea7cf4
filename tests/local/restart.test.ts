import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import { openState } from '../../src/local/state.ts';
import { aTenant, site, text, unique } from './a-tenant.ts';

it('keeps rows, ids, unique values and keys between starts', async () => {
  const first = await aTenant();
  const list = await first.aList([text('RequestKey', unique)]);
  const made = await first.graph('POST', `/lists/${list}/items`, { body: { fields: { RequestKey: 'k' } } });
  const token = first.core.graphToken(demo.apiAppId);
  await first.close();

  const second = await aTenant({ dataDir: first.dataDir });
  const read = await second.graph('GET', `/lists/${list}/items/1?$expand=fields`, { token });
  expect(read.body).toMatchObject({ eTag: made.body.eTag, fields: { RequestKey: 'k' } });
  expect((await second.graph('POST', `/lists/${list}/items`, { body: { fields: { RequestKey: 'K' } } })).status).toBe(
    400,
  );
  expect((await second.graph('POST', `/lists/${list}/items`, { body: { fields: { RequestKey: 'l' } } })).body.id).toBe(
    '2',
  );
});

it('loses no answered row when the process is killed; runs as `npm run local` does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/local/run-local.ts', '--port', '0', '--data', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/token of priya +\S+\n/);
  const value = (name: string) => new RegExp(`^${name} +(\\S+)`, 'm').exec(printed)?.[1] ?? '';
  const post = (path: string, token: string, body: object) =>
    fetch(`${value('origin')}/v1.0/sites/${value('site id')}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await post('/lists', value('provisioning token'), { displayName: 'Concerns' })).status).toBe(201);
  expect((await post('/lists/Concerns/items', value('Graph token'), { fields: { Title: 'kept' } })).status).toBe(201);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;

  const after = await aTenant({ dataDir: folder });
  const read = await after.graph('GET', `${site}/lists/Concerns/items/1?$expand=fields`);
  expect(read.body.fields['Title']).toBe('kept');
}, 30_000);

it('keeps the private keys from other users of the machine', async () => {
  const { dataDir } = await aTenant();
  for (const file of ['entra-keys.json', 'channel-keys.json'])
    expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
});

it('refuses rows of another layout instead of misreading them', async () => {
  const { dataDir, close } = await aTenant();
  await close();
  const state = openState(join(dataDir, 'sharepoint.db'));
  state.pragma('user_version = 99');
  state.close();
  await expect(aTenant({ dataDir })).rejects.toThrow('begin anew');
});
