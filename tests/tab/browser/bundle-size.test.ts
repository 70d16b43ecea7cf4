import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { builtTab } from '../../support/built-tab.ts';
import { firstScreen } from '../../support/first-screen.ts';

const limit = 180_000;

let folder = '';
beforeAll(async () => {
  folder = await builtTab();
});

const textOf = (file: string) => readFileSync(join(folder, 'assets', file), 'utf8');

it('the first screen loads at most 180 kB of brotli script', () => {
  const { files, bytes } = firstScreen(folder);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(limit);
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
