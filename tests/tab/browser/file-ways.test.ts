import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { arrivedAt } from '../../support/stub-files.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

let browser: TabBrowser;
const folder = mkdtempSync(join(tmpdir(), 'lantern-drop-'));
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(async () => {
  const complaints = [...browser.complaints];
  await browser.afterTest();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
});

const ellie = '0'.repeat(31) + '1';
const bytes = Buffer.from(Array.from({ length: 2_600_000 }, (_, i) => 32 + ((i * 7 + (i >> 9)) % 90)));
const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: bytes };
const arrived = () => [...arrivedAt(browser.stub().app).values()];
const isWhole = () => arrived().map((one) => one.equals(bytes));
const hasName = (body: unknown): body is { readonly name: string } =>
  typeof body === 'object' && body !== null && 'name' in body;
const formOf = (tab: FrameLocator, name: string) => tab.getByRole('form', { name: `What is said of ${name}` });
const onItsWay = (tab: FrameLocator) => tab.getByRole('list', { name: 'Files on their way' }).getByRole('listitem');

async function open() {
  const visit = await browser.visit(`person=priya&sub=${ellie}`);
  await visit.tab.getByRole('button', { name: 'Choose files' }).waitFor();
  return visit;
}

async function choose(page: Page, tab: FrameLocator, files: (typeof text)[], button = 'Choose files'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Lets go of files from the desktop over a part of the page, as the browser itself reports it. */
async function drop(page: Page, onto: ReturnType<FrameLocator['locator']>, files: readonly string[]): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (!box) throw new Error('it is not on the page');
  const hand = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width - 12, y: box.y + box.height - 12 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await hand.send('Input.dispatchDragEvent', { type, ...at, data });
}

it('files are dropped; a folder among them is named as one, and the files beside it go up', async () => {
  const { page, tab } = await open();
  writeFileSync(join(folder, 'notes.txt'), bytes);
  mkdirSync(join(folder, 'Case folder'), { recursive: true });
  await drop(page, tab.getByRole('group', { name: 'Add files' }), [
    join(folder, 'Case folder'),
    join(folder, 'notes.txt'),
  ]);
  await tab.getByText('This is a folder.').first().waitFor();
  await formOf(tab, 'notes.txt').waitFor();
  expect(isWhole()).toEqual([true]);
});

it('a file that is dropped beside the place for files is not opened in place of the page', async () => {
  const { tab } = await open();
  // What a browser does with a drop that nobody prevents differs; headless ones do nothing.
  const prevented = (what: 'file' | 'words') =>
    tab.getByRole('heading', { name: 'Files' }).evaluate((heading, kind) => {
      const data = new DataTransfer();
      if (kind === 'file') data.items.add(new File(['x'], 'x.txt'));
      else data.setData('text/plain', 'x');
      return (['dragover', 'drop'] as const).map(
        (name) => !heading.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true })),
      );
    }, what);
  expect(await prevented('file')).toEqual([true, true]);
  expect(await prevented('words')).toEqual([false, false]);
  expect(arrived()).toEqual([]);
});

it('a picture that was copied is pasted', async () => {
  const { tab } = await open();
  const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2a7' } })
    .png()
    .toBuffer();
  const zone = tab.getByRole('group', { name: 'Add files' });
  await zone.evaluate((element, base64) => {
    const data = new DataTransfer();
    const picture = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([picture], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, png.toString('base64'));
  const form = formOf(tab, 'image.png');
  await form.waitFor();
  expect(await form.getByLabel('What is it?').inputValue()).toBe('photograph');
  expect(arrived().map((one) => one.equals(png))).toEqual([true]);
});

it('a telephone is asked for its camera, and its picture goes up like any file', async () => {
  const { page, tab } = await open();
  const input = tab.locator('input[type=file][capture]');
  expect(await input.getAttribute('capture')).toBe('environment');
  expect(await input.getAttribute('accept')).toBe('image/jpeg');
  expect(await input.getAttribute('multiple')).toBeNull();
  await choose(page, tab, [{ ...text, name: 'IMG_1.jpg', mimeType: 'image/jpeg' }], 'Take a photograph');
  await formOf(tab, 'IMG_1.jpg').waitFor();
  expect(isWhole()).toEqual([true]);
});

it('is paused, stays where it is, and goes on', async () => {
  const { page, tab } = await open();
  const parts: string[] = [];
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() === 'PUT') parts.push(route.request().headers()['content-range'] ?? '');
    // The second part takes its time, so that somebody can press.
    if (parts.length === 2) return;
    await route.continue();
  });
  await choose(page, tab, [text]);
  await tab.getByText('1.0 MB of 2.6 MB').waitFor();
  await tab.getByRole('button', { name: 'Pause notes.txt' }).click();
  await tab.getByText('1.0 MB of 2.6 MB. Paused').waitFor();
  await page.waitForTimeout(400);
  expect(arrived().map(({ length }) => length)).toEqual([1_048_576]);
  await tab.getByRole('button', { name: 'Go on with notes.txt' }).click();
  await formOf(tab, 'notes.txt').waitFor();
  expect(isWhole()).toEqual([true]);
  // The part that was cut off is the only one that was sent twice.
  expect(parts.map((part) => part.split('-')[0])).toEqual(
    [0, 1_048_576, 1_048_576, 2_097_152].map((at) => `bytes ${at}`),
  );
});

it('offline in the middle it says so, and goes on by itself when the connection is back', async () => {
  const { page, tab } = await open();
  let parts = 0;
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() === 'PUT' && ++parts === 2) {
      await page.context().setOffline(true);
      return route.abort('internetdisconnected');
    }
    return route.continue();
  });
  try {
    await choose(page, tab, [text]);
    await tab.getByText('1.0 MB of 2.6 MB. No connection: it goes on by itself').waitFor();
  } finally {
    await page.context().setOffline(false);
  }
  await formOf(tab, 'notes.txt').waitFor();
  expect(isWhole()).toEqual([true]);
});

it('says so when the sign-in runs out in the middle, and goes on afterwards', async () => {
  browser.stub().mishaps = [
    { on: 'PUT /api/uploads/', code: 'not-signed-in', status: 401 },
    { on: 'GET /api/uploads/', code: 'not-signed-in', status: 401 },
  ];
  const { page, tab } = await open();
  await choose(page, tab, [text]);
  await tab.getByText('Your sign-in has run out: it goes on when Teams has signed you in again').waitFor();
  await formOf(tab, 'notes.txt').waitFor();
  expect(isWhole()).toEqual([true]);
});

it('a file that is removed while it goes up is said to be unreadable, not without connection', async () => {
  const { page, tab } = await open();
  const path = join(folder, 'gone.txt');
  writeFileSync(path, bytes);
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() === 'PUT') rmSync(path, { force: true });
    await route.continue();
  });
  await drop(page, tab.getByRole('group', { name: 'Add files' }), [path]);
  const entry = onItsWay(tab).first();
  await entry.getByText('This file could not be read').waitFor();
  expect(await entry.innerText()).not.toContain('connection');
});

it('thirty at once go up a few at a time in their order, and what is wrong with some stops no other', async () => {
  const { page, tab } = await open();
  const [begun, running]: [string[], Set<unknown>] = [[], new Set()];
  let most = 0;
  await page.route(/\/api\/(concerns\/\w+\/uploads|uploads\/\w+)$/, async (route) => {
    const request = route.request();
    const body = request.method() === 'POST' ? (request.postDataJSON() as { name?: string }) : {};
    if (body.name !== undefined) begun.push(body.name);
    running.add(request);
    most = Math.max(most, running.size);
    const response = await route.fetch();
    running.delete(request);
    await route.fulfill({ response });
  });
  const name = (n: number) => `page ${String(n).padStart(2, '0')}.${n === 4 ? 'exe' : n === 9 ? '' : 'txt'}`;
  const files = Array.from({ length: 30 }, (_, n) => ({
    ...text,
    name: name(n),
    buffer: n === 7 ? Buffer.alloc(0) : Buffer.from(`Page ${n} of her diary.`),
  }));
  await choose(page, tab, files);
  // Sixty requests and more, each of which passes through this test.
  await formOf(tab, name(29)).waitFor({ timeout: 45_000 });
  await expect.poll(() => tab.getByRole('form', { name: /^What is said of page/ }).count()).toBe(27);
  const wanted = files.map((file) => file.name).filter((_, n) => n !== 7);
  expect(begun.toSorted()).toEqual(wanted);
  // Requests that are on their way at once may pass one another.
  for (const [n, one] of begun.entries()) expect(Math.abs(wanted.indexOf(one) - n), one).toBeLessThan(3);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
  expect(await onItsWay(tab).nth(7).innerText()).toContain('This file is empty');
  for (const n of [4, 9]) expect(await onItsWay(tab).nth(n).innerText()).toContain('does not take files of this kind');
});

it('a file that is chosen twice is sent once', async () => {
  const { page, tab } = await open();
  const path = join(folder, 'twice.txt');
  writeFileSync(path, bytes);
  const zone = tab.getByRole('group', { name: 'Add files' });
  await drop(page, zone, [path]);
  await drop(page, zone, [path]);
  await tab.getByText('This very file is on its way already').first().waitFor();
  await formOf(tab, 'twice.txt').waitFor();
  expect(isWhole()).toEqual([true]);
});

it('a very long name is cut from its beginning: its ending says what it is', async () => {
  const { page, tab } = await open();
  const name = `${'long '.repeat(90)}.txt`;
  await choose(page, tab, [{ ...text, name }]);
  await formOf(tab, name).waitFor();
  expect(isWhole()).toEqual([true]);
  const begun = browser.stub().requests.flatMap(({ body }) => (hasName(body) ? [body.name] : []));
  expect(begun).toEqual([name.slice(-400)]);
});
