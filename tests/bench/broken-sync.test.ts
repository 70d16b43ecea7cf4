import { expect, it } from 'vitest';
import { judge, readGoals } from './figure.ts';
import { measureSyncStaleness, type SyncBreakage } from './sync-staleness.ts';

const lineOf = async (breakage?: SyncBreakage) => {
  const { figures } = await measureSyncStaleness(breakage && { breakage });
  const [line] = figures.map((figure) => judge(figure, readGoals()));
  if (!breakage) console.log(JSON.stringify(line));
  return line;
};

it('passes the product as it is', async () => {
  expect(await lineOf()).toMatchObject({ metric: 'sync.staleness_ratio', goal: 1.1, pass: true });
});

it('notices a worker that oversleeps', async () => {
  expect(await lineOf('oversleeps')).toMatchObject({ pass: false });
});
