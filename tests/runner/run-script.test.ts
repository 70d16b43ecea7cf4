import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, text: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, text);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it('tells how a script ended', async () => {
  expect(await runScript(script('good', ''), [], 30)).toBe('well');
  expect(await runScript(script('bad', 'process.exit(3)'), [], 30)).toBe('badly');
});

it('stops a script that takes too long', async () => {
  expect(await runScript(script('long', 'setInterval(() => {}, 1000)'), [], 0.5)).toBe('too late');
});

it('leaves none of a script’s own children behind', async () => {
  const note = join(folder, 'pid');
  const parent = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    require('node:fs').writeFileSync(process.argv[2], String(child.pid));
    process.exit(0);`;
  expect(await runScript(script('parent', parent), [note], 30)).toBe('well');
  const pid = Number(readFileSync(note, 'utf8'));
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
});
