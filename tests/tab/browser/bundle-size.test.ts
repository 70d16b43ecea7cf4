import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { builtTab } from '../../support/built-tab.ts';

const limit = 180_000;

let folder = '';
beforeAll(async () => {
  folder = await builtTab();
});

const textOf = (file: string) => readFileSync(join(folder, 'assets', file), 'utf8');

/** The entry scripts of the document and everything they import before they run. */
function firstScreen(document: string): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, imported] of textOf(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) add(imported!);
  };
  for (const [, file] of document.matchAll(/(?:src|href)="\/tab\/assets\/([^"]+\.js)"/g)) add(file!);
  return files;
}

it('the first screen loads at most 180 kB of brotli script', () => {
  const files = [...firstScreen(readFileSync(join(folder, 'index.html'), 'utf8'))];
  const bytes = files.map((file) => brotliCompressSync(textOf(file)).length);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
});

it('no script holds Zod or a server’s code', () => {
  const scripts = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));
  const foreign = scripts.filter((file) => /ZodError|\bkysely\b|node:crypto|SharePoint list/i.test(textOf(file)));
  expect(foreign).toEqual([]);
});

it('the document holds no script or style of its own, and a place for the nonce on each', () => {
  const document = readFileSync(join(folder, 'index.html'), 'utf8');
  const tags = document.match(/<(script|style)\b[^>]*>/g) ?? [];
  expect(tags.length).toBeGreaterThan(0);
  expect(tags.filter((tag) => !/ src="\/tab\/assets\//.test(tag) || !tag.includes('nonce="__NONCE__"'))).toEqual([]);
  expect(document).toContain('<meta name="lantern-host" content=""');
});
