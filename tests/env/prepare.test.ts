import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

/** Stands in for npm: notes what it was asked, and does what `ci` and `rebuild` would leave behind. */
const npm = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync('npm-was-asked', args.join(' ') + '\\n');
const driver = 'node_modules/better-sqlite3-multiple-ciphers';
const write = (works) => writeFileSync(driver + '/index.js', works ? 'module.exports = class { close() {} }' : 'throw 1');
if (process.env.NPM_FAILS) process.exit(1);
mkdirSync(driver, { recursive: true });
if (args[0] === 'ci') { write(!process.env.NO_BINARY); writeFileSync('node_modules/.package-lock.json', '{}'); }
if (args[0] === 'rebuild') write(!process.env.NO_COMPILER);
`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lantern-prepare-'));
  const made = root;
  onTestFinished(() => rmSync(made, { recursive: true }));
  cpSync('env', join(root, 'env'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  mkdirSync(join(root, 'npm'));
  writeFileSync(join(root, 'npm/npm-cli.cjs'), npm);
});

function prepare(env: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['env/prepare.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, npm_execpath: join(root, 'npm/npm-cli.cjs'), ...env },
  });
  return { status, stderr, stdout };
}

const asked = () => {
  const file = join(root, 'npm-was-asked');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0])
    : [];
};

it('installs from the lockfile on a fresh clone, and once only', () => {
  expect(prepare()).toMatchObject({ status: 0, stdout: '' });
  expect(prepare()).toMatchObject({ status: 0, stderr: '' });
  expect(asked()).toEqual(['ci']);
});

it('installs again when the lockfile is newer', () => {
  prepare();
  const later = Date.now() / 1000 + 60;
  utimesSync(join(root, 'package-lock.json'), later, later);
  prepare();
  expect(asked()).toEqual(['ci', 'ci']);
});

it('installs again when an installation was broken off', () => {
  mkdirSync(join(root, 'node_modules'));
  prepare();
  expect(asked()).toEqual(['ci']);
});

it('stops with a clear message when npm fails', () => {
  const { status, stderr } = prepare({ NPM_FAILS: '1' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/Lantern is not ready: npm could not install/);
});

it('builds the database driver when npm left it without a binary', () => {
  expect(prepare({ NO_BINARY: '1' }).status).toBe(0);
  expect(asked()).toEqual(['ci', 'rebuild']);
});

it('stops with a clear message when the database driver cannot be built', () => {
  const { status, stderr } = prepare({ NO_BINARY: '1', NO_COMPILER: '1' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/Lantern is not ready: the database driver .* does not load/);
  expect(asked()).toEqual(['ci', 'rebuild']);
});

it('does nothing when npm that it started itself starts it again', () => {
  expect(prepare({ LANTERN_PREPARING: '1' }).status).toBe(0);
  expect(asked()).toEqual([]);
});

it('notes the browser that it is told to use', () => {
  const { status } = prepare({ LANTERN_BROWSER: process.execPath }, '--browser');
  expect(status).toBe(0);
  expect(readFileSync(join(root, '.lantern/browser'), 'utf8')).toBe(`${process.execPath}\n`);
});

it('does not take another browser than the one it is told to use', () => {
  const { status, stderr } = prepare({ CHROME_PATH: join(root, 'no-such-browser') }, '--browser');
  expect(status).toBe(1);
  expect(stderr).toMatch(/Lantern is not ready: .*no-such-browser.* is not a browser that starts/);
});
