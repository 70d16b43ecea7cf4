import { defineConfig } from 'vitest/config';
import { filesOf, tiers } from './tests/runner/tiers.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 2,
    expect: { requireAssertions: true },
    projects: tiers.map((tier) => ({
      extends: true,
      test: {
        name: tier.name,
        include: filesOf(tier),
        environment: 'node',
        pool: 'forks',
        fileParallelism: !tier.alone,
        testTimeout: tier.testSeconds * 1000,
        hookTimeout: Math.max(tier.testSeconds, 30) * 1000,
      },
    })),
  },
});
