import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'lantern-runner-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A checkout with the real runner and a few tests of its own. */
function checkout(files: Readonly<Record<string, string>>): void {
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const path of ['vitest.config.ts', 'tests/run.ts', 'tests/runner', 'package.json']) {
    cpSync(path, join(root, path), { recursive: true, filter: (from) => !from.endsWith('.test.ts') });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const passing = "import { expect, it } from 'vitest'; it('a', () => { expect(1).toBe(1); });";
const failing = "import { expect, it } from 'vitest'; it('the lamp burns', () => { expect('dark').toBe('bright'); });";
checkout({
  'tests/src/a.test.ts': passing,
  'tests/src/b.test.ts': failing,
  'tests/security/a.test.ts': passing,
  'tests/security/b.test.ts': "import './nowhere.ts';",
  'tests/contract/a.test.ts': passing,
  'tests/tab/browser/steady.test.ts': passing,
  'tests/tab/browser/unsteady.test.ts': `
    import { existsSync, writeFileSync } from 'node:fs';
    import { expect, it } from 'vitest';
    it('the lamp burns at once', () => {
      const lit = existsSync('lit');
      writeFileSync('lit', '');
      expect(lit).toBe(true);
    });`,
});

function run(...args: readonly string[]) {
  const cli = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'tests/run.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', NO_COLOR: '1', VITEST: '' },
  });
  return { status, output: stdout + stderr, last: stdout.trimEnd().split('\n').at(-1) };
}

it('goes on after a failing tier, shows the failure, and ends with the closing line', { timeout: 60_000 }, () => {
  const { status, output, last } = run('--tier', 'unit,contract,security,e2e');
  expect(last).toBe('3 passed, 3 failed, 0 skipped');
  expect(status).toBe(1);
  expect(output).toContain('the lamp burns');
  expect(output).toContain('nowhere.ts');
  expect(output).toMatch(/^contract +\d+\.\d s {3}1 passed, 0 failed, 0 skipped$/m);
  expect(output).toMatch(/^e2e +\d+\.\d s {3}0 passed, 1 failed, 0 skipped$/m);
});

it('exits with 0 when all passed', { timeout: 60_000 }, () => {
  expect(run('--tier', 'contract')).toMatchObject({ status: 0, last: '1 passed, 0 failed, 0 skipped' });
});

it('runs a file of screens again that failed, and names what passed only then', { timeout: 60_000 }, () => {
  const { status, output, last } = run('--tier', 'tab');
  expect(last).toBe('2 passed, 0 failed, 0 skipped');
  expect(status).toBe(0);
  expect(output).toContain('── tab, again: tests/tab/browser/unsteady.test.ts');
  expect(output).toMatch(
    /^~ passed only when it ran again: tests\/tab\/browser\/unsteady.test.ts › the lamp burns at once\n {4}\S/m,
  );
});

it('runs nothing when it is asked for a tier that does not exist', () => {
  expect(run('--tier', 'everything')).toMatchObject({
    status: 2,
    output: expect.stringContaining('check, unit') as unknown,
  });
});
