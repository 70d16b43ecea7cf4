import { describe, expect, it } from 'vitest';
import { havePostgres } from '../support/postgres.ts';
import { judge, readGoals, type Measured } from './figure.ts';
import { measureFilingScale } from './filing-scale.ts';
import { measureRollingRestart } from './rolling-restart.ts';

const goals = readGoals();
const judged = ({ figures }: Measured) =>
  Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));

// Where no PostgreSQL can be had, there is no fleet; havePostgres says so.
// eslint-disable-next-line no-restricted-syntax
describe.skipIf(!havePostgres())('the gate on', () => {
  it('a rolling restart passes the product as it is', async () => {
    expect(judged(await measureRollingRestart({ rounds: 1 }))).toMatchObject({
      'restart.failed_requests': { value: 0, pass: true },
    });
  });

  it('a rolling restart notices an instance that closes its door at once', async () => {
    const { 'restart.failed_requests': failed } = judged(
      await measureRollingRestart({ rounds: 1, breakage: 'closes-at-once' }),
    );
    expect(failed).toMatchObject({ pass: false });
    expect(failed?.value).toBeGreaterThan(0);
  });

  it('four workers notices that they take turns', async () => {
    const found = judged(await measureFilingScale({ rounds: 1, reports: 12, breakage: 'one-at-a-time' }));
    expect(found).toMatchObject({ 'scale.workers4_ratio': { pass: false }, 'scale.doubled': { value: 0, pass: true } });
  });
});
