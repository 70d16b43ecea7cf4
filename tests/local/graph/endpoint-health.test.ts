import { expect, it } from 'vitest';
import { createEndpointHealth } from '../../../src/local/graph/subscriptions/endpoint-health.ts';

const minutes = 60_000;

it.each([
  [100, 10, 'well'],
  [100, 11, 'slow'],
  [100, 15, 'slow'],
  [100, 16, 'dropped'],
  [9, 9, 'well'],
  [10, 10, 'dropped'],
  [0, 0, 'well'],
] as const)('of %i answers in ten minutes, %i late ones leave an endpoint %s', (answers, late, health) => {
  const endpoints = createEndpointHealth();
  for (let n = 0; n < answers; n++) endpoints.note('a', n, n < late);
  expect(endpoints.of('a', 10 * minutes - 1)).toBe(health);
  expect(endpoints.of('b', 10 * minutes - 1)).toBe('well');
});

it('forgets what is ten minutes ago', () => {
  const endpoints = createEndpointHealth();
  for (let n = 0; n < 10; n++) endpoints.note('a', n, true);
  expect(endpoints.of('a', 10 * minutes + 9)).toBe('well');
});
