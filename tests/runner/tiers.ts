/** A group of tests that is run, timed and counted by itself. Cheap ones come first: they fail soonest. */
export interface Tier {
  readonly name: string;
  /** Folders under tests/ whose `*.test.ts` and `*.test.tsx` belong to it; none overlap. */
  readonly folders: readonly string[];
  /** Longest time one test may take. */
  readonly testSeconds: number;
  /** Longest time the whole tier may take before it is stopped and counts as failed. */
  readonly minutes: number;
  /** One file at a time: for tests that measure time, or that kill what runs. */
  readonly alone?: true;
  /** Files share the modules that they import, in each of the two processes: for many small ones, loading is most of the time. */
  readonly shared?: true;
  /** What its tests write lies in memory, where the machine has such a place: they commit often, and time no disk. */
  readonly inMemory?: true;
  /** What the machine does meanwhile has a say in it: see again.ts. */
  readonly again?: true;
}

export const tiers: readonly Tier[] = [
  {
    name: 'unit',
    folders: ['src', 'bot', 'tab/unit', 'env', 'architecture', 'manifest', 'runner', 'support', 'mutation'],
    testSeconds: 30,
    minutes: 10,
    shared: true,
    inMemory: true,
  },
  { name: 'contract', folders: ['contract', 'local'], testSeconds: 30, minutes: 10, inMemory: true },
  { name: 'security', folders: ['security'], testSeconds: 30, minutes: 10, inMemory: true },
  { name: 'tab', folders: ['tab/browser'], testSeconds: 60, minutes: 25, shared: true, again: true },
  { name: 'e2e', folders: ['e2e'], testSeconds: 120, minutes: 25, shared: true, again: true },
  { name: 'simulation', folders: ['simulation'], testSeconds: 300, minutes: 15 },
  { name: 'crash', folders: ['crash'], testSeconds: 600, minutes: 15, alone: true },
  { name: 'bench', folders: ['bench'], testSeconds: 180, minutes: 20, inMemory: true },
  { name: 'timed', folders: ['timed'], testSeconds: 180, minutes: 20, alone: true, again: true },
];

/** The patterns of a tier's test files, relative to the checkout. */
export const filesOf = (tier: Tier): string[] => tier.folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

/** Types, lint and formatting: each counts as one test. */
export const checks = [
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
] as const;

/** What `--tier` takes, in the order of running. */
export const tierNames: readonly string[] = ['check', ...tiers.map((tier) => tier.name)];
