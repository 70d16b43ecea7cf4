import { expect, it, onTestFinished } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { createTellOfStopped } from '../../../src/jobs/tell-of-stopped.ts';
import { newForm, people, startKernel } from '../../support/kernel.ts';

it('tells the lead once for a claim, and again when the same act stops again', async () => {
  const kernel = await startKernel();
  onTestFinished(() => kernel.close());
  kernel.database.sqlite.exec('delete from outbox');
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  await kernel.perform(reportConcern, people.daniel, typed, newForm());
  const [task] = await kernel.filing.claim(1, 60);
  const tell = createTellOfStopped(kernel.perform);
  const told = () =>
    kernel.database.sqlite
      .prepare(`select payload ->> 'kind' from outbox where channel = 'message'`)
      .pluck()
      .all()
      .filter((kind) => kind === 'filing-stopped').length;
  await tell(task!);
  await tell(task!);
  expect(told()).toBe(1);
  await tell({ ...task!, fence: task!.fence + 1 });
  expect(told()).toBe(2);
});
