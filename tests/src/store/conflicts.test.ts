import { afterEach, beforeEach, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { newForm, people, startKernel, type Kernel } from '../../support/kernel.ts';

let kernel: Kernel;
let concern: string;

/** A concern that was reported and taken, and nothing of it filed yet but the report. */
beforeEach(async () => {
  kernel = await startKernel();
  kernel.database.sqlite.exec('delete from outbox');
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' } as const;
  const reported = await kernel.perform(reportConcern, people.daniel, typed, newForm());
  concern = reported.ok ? reported.answer.concern : '';
  await kernel.perform(takeConcern, people.priya, { concern }, newForm());
  const [report] = await kernel.filing.claim(1, 60);
  await kernel.filing.confirm(report!, { itemId: '7', etag: '"x,1"' });
});
afterEach(() => kernel.close());

const claimTake = async () => (await kernel.filing.claim(1, 60))[0]!;
const sides = [{ field: 'takenByName', base: null, ours: people.priya.name, theirs: 'Tom, by hand' }];

it('sends with an update what its fields held before, and nothing else', async () => {
  const { payload } = await claimTake();
  expect(payload).toMatchObject({ kind: 'update', id: concern, rev: 2 });
  expect(payload.base).toEqual({ status: 'submitted', takenById: null, takenByName: null, takenAt: null });
  expect(Object.keys(payload.base ?? {}).sort()).toEqual(Object.keys(payload.values).sort());
});

it('keeps nothing of it longer than the act itself', async () => {
  const task = await claimTake();
  await kernel.filing.conflict(task, sides);
  kernel.database.sqlite.prepare('delete from outbox where id = ?').run(task.id);
  expect(kernel.database.sqlite.prepare('select * from conflict').all()).toEqual([]);
});
