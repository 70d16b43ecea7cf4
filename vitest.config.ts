import { defineConfig } from 'vitest/config';
import { folderOfRun } from './tests/runner/in-memory.ts';
import { filesOf, tiers } from './tests/runner/tiers.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 2,
    // How long something may take to come true is not what is tested; a busy machine takes its time.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    projects: tiers.map((tier) => ({
      extends: true,
      test: {
        name: tier.name,
        include: filesOf(tier),
        environment: 'node',
        pool: 'forks',
        fileParallelism: !tier.alone,
        isolate: !tier.shared,
        testTimeout: tier.testSeconds * 1000,
        // The first hook of a file may build the tab or start a whole Lantern.
        hookTimeout: 120_000,
        ...(tier.inMemory && folderOfRun !== undefined
          ? { env: { TMPDIR: folderOfRun }, globalSetup: 'tests/runner/in-memory.ts' }
          : {}),
      },
    })),
  },
});
