import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSpool } from '../../../src/intake/create-spool.ts';
import { createSpoolFolder } from '../../../src/store/sqlite/spool.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { newForm, tenant } from '../../support/kernel.ts';

it('opens under a new key what was sealed under those before it, and under no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = createSpoolFolder(folder, handSetClock());
  const [first, second, third, other] = [1, 2, 3, 4].map((n) => Buffer.alloc(32, n)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const id = newForm();
  const before = createSpool(store, first);
  const about = { person: 'p', concern: 'c', name: 'a.txt' };
  await before.begin({ id, tenant, at: '2026-12-10T08:00:00.000Z', size: 6, about });
  await before.append(id, 0, Buffer.from('abc'));
  await createSpool(store, second, [first]).append(id, 3, Buffer.from('def'));
  const now = createSpool(store, third, [second, first]);
  expect(await now.find(id)).toMatchObject({ about, arrived: 6 });
  expect(Buffer.from(await (await now.source(id, 6)).read(1, 5)).toString()).toBe('bcde');
  await expect(createSpool(store, other, [third]).find(id)).rejects.toThrow();
});
