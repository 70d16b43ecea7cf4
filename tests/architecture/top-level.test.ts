import { expect, it } from 'vitest';
import { houseFiles } from './house.ts';

/** The top level that the product's owner fixed, and the tool files that must stand beside it. */
const prescribed = new Set(['package.json', 'appPackage', 'src', 'bot', 'tab', 'tests', 'env', 'README.md']);
const tools = new Set([
  '.ci',
  '.github',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc.json',
  'CONTRIBUTING.md',
  'LICENSE',
  'SECURITY.md',
  'eslint.config.js',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
]);

const strangers = (paths: readonly string[]) =>
  [...new Set(paths.map((path) => path.split('/')[0]!))].filter((name) => !prescribed.has(name) && !tools.has(name));

const paths = houseFiles().map((file) => file.path);

it('nothing stands at the top but what is prescribed', () => {
  expect(strangers(paths)).toEqual([]);
});

it('all that is prescribed stands there', () => {
  const there = new Set(paths.map((path) => path.split('/')[0]));
  expect(
    [...prescribed, 'LICENSE', 'SECURITY.md', 'CONTRIBUTING.md', '.ci'].filter((name) => !there.has(name)),
  ).toEqual([]);
});

it('notices a stranger', () => {
  expect(strangers(['src/main.ts', 'docs/plan.md', 'notes.txt'])).toEqual(['docs', 'notes.txt']);
});
