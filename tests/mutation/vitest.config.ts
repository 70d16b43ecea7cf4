import { defineConfig } from 'vitest/config';
import { noticing } from './modules.ts';

/** What runs against each broken copy: no projects, and every file with modules of its own, since constants are broken too. */
export default defineConfig({
  test: {
    include: [...noticing],
    environment: 'node',
    isolate: true,
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
