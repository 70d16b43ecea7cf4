import { expect, it } from 'vitest';
import { backOff } from '../../../src/sharepoint/back-off.ts';

it('doubles from 1 s to 5 minutes, whatever chance says', () => {
  expect([0, 1, 2, 8, 9, 1_000].map((attempts) => backOff(attempts, 0))).toEqual([0.5, 1, 2, 128, 150, 150]);
  expect([0, 1, 2, 8, 9, 1_000].map((attempts) => backOff(attempts, 1))).toEqual([1, 2, 4, 256, 300, 300]);
});
