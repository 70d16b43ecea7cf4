import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk, ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow } from '../support/chat-window.ts';
import { freePorts } from '../support/free-ports.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { until } from '../support/until.ts';

/** The lines of a page, in the order in which they are copied: those of each block. */
function blocksOf(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block = '']) => block.trim().split('\n'));
}

const folder = mkdtempSync(join(tmpdir(), 'lantern-walk-'));
let browser: Browser;
let [microsoft, school]: Terminal[] = [];
/** A line as the page has it, in a folder and on ports that nothing else uses. */
let here: (line: string) => string;
let ports: { readonly tenant: number; readonly lantern: number; readonly chats: number };

beforeAll(async () => {
  const first = await freePorts(4);
  ports = { tenant: first, lantern: first + 1, chats: first + 2 };
  const settings = readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8');
  const file = join(folder, 'settings');
  writeFileSync(file, settings.replaceAll('5300', String(ports.tenant)).replaceAll('3978', String(ports.lantern)));
  here = (line) => line.replaceAll('.lantern/walk', join(folder, 'walk')).replaceAll('env/.env.local', file);
  browser = await launch();
  microsoft = openTerminal();
  school = openTerminal();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await school?.close();
  await microsoft?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the lines of env/README.md lead from an empty tenant to a filed concern, and back from a lost disk', async () => {
  const page = readFileSync(join(projectRoot, 'env', 'README.md'), 'utf8');
  const [[local = ''] = [], toStart = [], andBack = []] = blocksOf(page);
  const lantern = `http://127.0.0.1:${ports.lantern}`;
  const printed = (name: string) => new RegExp(`^${name} +(\\S+)`, 'm').exec(microsoft!.said())?.[1] ?? undefined;
  const ready = () =>
    until('Lantern', async () => (await fetch(`${lantern}/ready`).catch(() => undefined))?.ok || undefined, 60);
  /** Types a line; what is meant to go on beside the others is waited for until it answers. */
  const copy = async (line: string) => {
    const { code, said } = await school!.type(here(line));
    expect({ line, code, said }).toMatchObject({ code: 0 });
    if (line.endsWith('&')) await ready();
    return said;
  };
  const asked = async <T>(path: string): Promise<T> =>
    (await (
      await fetch(`${lantern}${path}`, { headers: { authorization: `Bearer ${printed('token of priya')}` } })
    ).json()) as T;
  const listed = async () => (await asked<Desk>('/api/desk')).concerns?.items ?? [];

  const own = `--port ${ports.tenant} --lantern http://localhost:${ports.lantern} --chats ${ports.chats}`;
  microsoft!.begin(`${here(local)} ${own}`);
  await until('the chats', () => printed('chat of priya'), 90);

  const started = new Map<string, string>();
  for (const line of toStart) started.set(line, await copy(line));
  const said = (part: string) => [...started].find(([line]) => line.includes(part))?.[1];
  expect(said('provision')).toContain('harrowmere  Concerns: made');
  expect(said('--school brackenfold')).toContain('Brackenfold Primary has its first safeguarding leads');
  expect(said('import')).toMatch(/Children: [1-9]\d* new/);
  expect(await listed()).toEqual([]);

  // Reported in chat, told to the lead whom the page appointed, and filed.
  const priya = await openChatWindow(browser, printed('chat of priya')!);
  const daniel = await openChatWindow(browser, printed('chat of daniel')!);
  await daniel.say('She had no coat again.');
  const form = daniel.cards.last();
  await form.getByLabel('Which child?').fill('Ellie Marsden');
  await form.getByRole('radio', { name: 'Not sure', exact: true }).check();
  await form.getByRole('button', { name: 'Send report' }).click();
  const [ref = ''] = await until('the receipt', async () => /C-\d{4}-\d{4}/.exec(await daniel.written()) ?? undefined);
  await priya.cardWith(ref).waitFor();
  const id = (await listed())[0]?.id ?? '';
  const concern = () => asked<ConcernDetail>(`/api/concerns/${id}`);
  await until('the filing', async () => ((await concern()).filed === 'filed' ? true : undefined), 60);

  const ended = new Map<string, string>();
  for (const line of andBack) {
    ended.set(line, await copy(line));
    // Without its database there is nothing to start.
    if (line.includes('rm ')) await expect(fetch(`${lantern}/ready`)).rejects.toThrow();
  }
  expect(ended.get('npm run doctor')).toMatch(/\n(Lantern is in order|0 faults)/);
  expect(await concern()).toMatchObject({ ref, filed: 'filed', words: 'She had no coat again.' });
  expect(await listed()).toHaveLength(1);
}, 300_000);
