import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { askLocally, listenLocally } from '../../../src/system/local-socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-socket-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('answers a command with progress, over a socket that is its user’s alone', async () => {
  expect(await askLocally(folder, {}, () => undefined)).toBeUndefined();
  const stop = await listenLocally(folder, async (order, tell) => {
    tell({ done: 1 });
    tell({ done: 2 });
    return { order };
  });
  const told: unknown[] = [];
  const order = { words: 'é'.repeat(100_000) };
  expect(await askLocally(folder, order, (progress) => told.push(progress))).toEqual({ answer: { order } });
  expect(told).toEqual([{ done: 1 }, { done: 2 }]);
  expect(statSync(join(folder, 'lantern.sock')).mode & 0o777).toBe(0o600);
  await stop?.();
  expect(await askLocally(folder, {}, () => undefined)).toBeUndefined();
});

it('takes the place of a socket that was left behind', async () => {
  writeFileSync(join(folder, 'lantern.sock'), '');
  const stop = await listenLocally(folder, async () => 'here');
  expect(await askLocally(folder, {}, () => undefined)).toEqual({ answer: 'here' });
  await stop?.();
});

it('says so when the other side breaks off', async () => {
  const stop = await listenLocally(folder, async () => Promise.reject(new Error('no')));
  await expect(askLocally(folder, {}, () => undefined)).rejects.toThrow('nothing is done twice');
  await stop?.();
});
