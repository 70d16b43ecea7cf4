import { join } from 'node:path';
import SQLite from 'better-sqlite3-multiple-ciphers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { readKeys } from '../../src/store/keys.ts';
import { unlock } from '../../src/store/sqlite/database.ts';
import { launch } from '../support/browser.ts';
import { runDemonstration, type Row, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk, type DeskPage } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

/** The same sign but for its lowest bit. */
const flipped = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) ^ 1);

/** Changes one byte of an entry's text in the store's own file, over a connection of its own, while Lantern has it open. */
function flipInStore(n: number): void {
  const sqlite = new SQLite(join(lantern.lanternData, 'lantern.db'));
  try {
    unlock(sqlite, readKeys(lantern.lanternData).database);
    const actor = sqlite.prepare('select actor from journal where n = ?').pluck().get(n) as string;
    sqlite.prepare('update journal set actor = ? where n = ?').run(actor.slice(0, -1) + flipped(actor.slice(-1)), n);
  } finally {
    sqlite.close();
  }
}

const listUrl = () => `${lantern.shown.tenant.origin}/v1.0/sites/${siteId(demoSites[0]!)}/lists/Journal/items`;
const asApp = () => ({ authorization: `Bearer ${lantern.shown.tenant.core.graphToken(demo.apiAppId)}` });

async function pages(): Promise<readonly Row[]> {
  const answer = await fetch(`${listUrl()}?$expand=fields&$top=200`, { headers: asApp() });
  return ((await answer.json()) as { readonly value: readonly Row[] }).value;
}

/** Changes one byte of one entry in a page that lies in SharePoint. */
async function flipInSharePoint(n: number): Promise<void> {
  const page = (await pages()).find(({ fields }) => Number(fields['FirstN']) <= n && n <= Number(fields['LastN']));
  const lines = String(page?.fields['Entries']).split('\n');
  const at = lines.findIndex((line) => line.startsWith(`[${n},`));
  expect(at, `entry ${n} stands in a page of its list`).toBeGreaterThanOrEqual(0);
  const changed = lines[at]!.replace(/(?<="20\d)\d(?=-)/, flipped);
  expect(changed).not.toBe(lines[at]);
  lines[at] = changed;
  const answer = await fetch(`${listUrl()}/${page!.id}/fields`, {
    method: 'PATCH',
    headers: { ...asApp(), 'content-type': 'application/json' },
    body: JSON.stringify({ Entries: lines.join('\n') }),
  });
  expect(answer.status).toBe(200);
}

async function openJournal(who: string): Promise<DeskPage> {
  const desk = await openDesk(browser, lantern.shown.hostOrigin, who);
  await desk.tab.getByRole('link', { name: 'Journal' }).click();
  await desk.tab.getByRole('heading', { name: 'Is it as it was written?' }).waitFor();
  return desk;
}
const proof = ({ tab }: DeskPage) => tab.getByRole('region', { name: 'Is it as it was written?' });

it('a head presses the button: all is well; a byte is changed in the store and one in SharePoint, and each entry is named by its number', async () => {
  await until('a page of the journal in SharePoint', async () => ((await pages()).length > 0 ? true : undefined), 60);
  const before = await openJournal('margaret');
  await proof(before).getByRole('button', { name: 'Prove it now' }).click();
  await proof(before).getByText('The journal is as it was written').waitFor({ timeout: 60_000 });
  await before.close();

  // Another start, so that nobody waits for the minute's rest between two proofs.
  await lantern.restart('stop');
  const desk = await openJournal('margaret');
  flipInStore(4);
  await flipInSharePoint(2);
  await proof(desk).getByRole('button', { name: 'Prove it now' }).click();
  const verdict = proof(desk);
  await verdict.getByText('The journal is NOT as it was written').waitFor({ timeout: 60_000 });
  await verdict.getByText('Entry 4 was changed in Lantern’s database').waitFor();
  await verdict.getByText(/^Entry 2 was changed in SharePoint/).waitFor();
  await verdict.getByText(/Change nothing now.* Whoever answers for data protection must know/).waitFor();
  const said = await verdict.innerText();
  // Two entries and no other are named, and in no word that only a programmer knows.
  expect([...said.matchAll(/Entr(?:y|ies) (\d+)/g)].map(([, n]) => n).sort()).toEqual(['2', '4']);
  expect(said).not.toMatch(/\bhash|digest|\bSHA\b|undefined|sqlite|row \d|Error|\b[0-9a-f]{32,}\b/i);
  await keepPage(desk.page, 'journal-changed');
  expect(desk.alarms).toEqual([]);
  await desk.close();
}, 240_000);
