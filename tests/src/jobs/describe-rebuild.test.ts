import { expect, it } from 'vitest';
import { describeRebuild } from '../../../src/jobs/describe-rebuild.ts';

const report = (staff: number) =>
  describeRebuild({
    ...({ done: true, resumed: false, differences: [], discrepancies: [], strange: 0 } as const),
    served: [
      { record: 'concern', rows: 12, carried: 1 },
      { record: 'staffConcern', rows: staff, carried: staff },
      { record: 'staffNote', rows: 3 * staff, carried: 0 },
    ],
  }).lines;

it('counts the records of each kind, and says the same of staff concerns however many there are', () => {
  expect(report(0)).toContain('  concern 12');
  expect(report(0)).toContain('  staffConcern, all');
  expect(report(0)[0]).toMatch(/12 records\.$/);
  expect(report(7)).toEqual(report(0));
});
