import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createImportOrder } from '../../../src/jobs/import-order.ts';
import { createImportRuns } from '../../../src/jobs/import-runs.ts';
import { runImport } from '../../../src/jobs/run-import.ts';
import type { Education } from '../../../src/ports/education.ts';
import { listenLocally } from '../../../src/system/local-socket.ts';
import { manyPupils, ukRoster } from '../../support/roster-files.ts';
import { school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const files = mkdtempSync(join(tmpdir(), 'lantern-files-'));
const nowhere = join(files, 'nobody');
let kernel: Kernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => {
  kernel.close();
  rmSync(files, { recursive: true, force: true });
});

/** A tenant whose School Data Sync knows one child of the school. */
const sync: Education = {
  schools: () => Promise.resolve({ ok: true, value: [{ id: 's', name: 'Harrowmere' }] }),
  school: () =>
    Promise.resolve({
      ok: true,
      value: { users: [{ id: 'u1', primaryRole: 'student', givenName: 'Synced', surname: 'Child' }], classes: [] },
    }),
};

const put = (count: number, broken?: string) => {
  for (const { name, bytes } of ukRoster([
    ...manyPupils(count),
    ...(broken ? [{ id: broken, given: '', family: 'X' }] : []),
  ]))
    writeFileSync(join(files, name), bytes);
};
const order = () =>
  createImportOrder({
    ...kernel,
    tenant,
    schools: [{ id: school, name: 'Harrowmere' }],
    education: sync,
    runs: createImportRuns(kernel.clock),
  });
const here = () => Promise.resolve({ handle: order() as never, close: async () => undefined });
async function printed(args: readonly string[], folders: readonly string[], open = here) {
  const lines: string[] = [];
  const ok = await runImport(args, folders, open, (text) => lines.push(text));
  return { ok, text: lines.join('\n') };
}

it('asks for a yes when many would leave, then does it by itself while no Lantern runs', async () => {
  put(30);
  await printed([files], [nowhere]);
  put(10);
  const asked = await printed([files], [nowhere]);
  expect(asked).toMatchObject({ ok: false });
  expect(asked.text).toContain('20 of 30 children on the roll are not in these files');
  const done = await printed([files, '--yes'], [nowhere]);
  expect(done.ok).toBe(true);
  expect(done.text).toContain('20 of 20');
  expect(done.text).toContain('Children: 0 new, 0 changed, 20 no longer there, 10 as before');
});

it('goes through the Lantern that runs, and names bad rows without repeating them', async () => {
  put(12, 'odd-id');
  const stop = await listenLocally(kernel.folder, order() as never);
  const never = () => Promise.reject(new Error('a second Lantern was opened'));
  const { ok, text } = await printed([files, '--school', school], [nowhere, kernel.folder], never);
  await stop?.();
  expect(ok).toBe(true);
  expect(text).toContain('Student.csv, line 14, First Name: The cell is empty');
  expect(text).not.toContain('odd-id');
});

it('takes School Data Sync instead of a folder, and lets nobody leave by it', async () => {
  const { ok, text } = await printed(['--graph'], [nowhere]);
  expect(ok).toBe(true);
  expect(text).toContain('Read as Microsoft School Data Sync.');
  expect(text).toContain('Children: 1 new, 0 changed, 0 no longer there');
  await expect(printed(['--graph', files], [nowhere])).rejects.toThrow('--graph and none');
});

it('says how it is used, and which schools there are', async () => {
  await expect(printed([], [])).rejects.toThrow('npm run import');
  expect(await printed([files, '--school', 'elsewhere'], [nowhere])).toMatchObject({ ok: false });
});
