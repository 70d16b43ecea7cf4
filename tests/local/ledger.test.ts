import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLedger, type LedgerEntry } from '../../src/local/ledger.ts';
import { aSharedTenant, aTenant, site, text } from './a-tenant.ts';

const shared = aSharedTenant();

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'ledger.jsonl');
}
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEntry);

it('writes one line for each Graph call before the caller has its answer, under the address that was asked for', async () => {
  const ledgerFile = aFile();
  const tenant = await aTenant({ ledgerFile });
  const list = await tenant.aList([text('Name')]);
  await tenant.graph('POST', `/lists/${list}/items`, { body: { fields: { Name: 'x' } } });
  const written = lines(ledgerFile).at(-1)!;
  expect(Object.keys(written)).toEqual(['at', 'method', 'url', 'headers', 'body', 'status', 'response', 'ru']);
  expect(written).toMatchObject({
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    method: 'POST',
    url: `https://graph.microsoft.com/v1.0${site}/lists/${list}/items`,
    headers: { 'content-type': 'application/json' },
    body: { fields: { Name: 'x' } },
    status: 201,
    response: { id: '1' },
    ru: 2,
  });
});

it('keeps the query as it was written, and refused calls too', async () => {
  const ledgerFile = aFile();
  const tenant = await aTenant({ ledgerFile });
  await tenant.graph('GET', '/lists?$select=id%2CdisplayName', { token: null });
  expect(lines(ledgerFile)).toMatchObject([
    {
      url: `https://graph.microsoft.com/v1.0${site}/lists?$select=id%2CdisplayName`,
      body: null,
      status: 401,
      response: { error: {} },
    },
  ]);
});

it('never holds a token', async () => {
  const ledgerFile = aFile();
  const tenant = await aTenant({ ledgerFile });
  await tenant.aList();
  await tenant.graph('GET', '/lists', { headers: { cookie: 'session=eyJhbGciOi' } });
  expect(lines(ledgerFile)).toHaveLength(2);
  expect(readFileSync(ledgerFile, 'utf8')).not.toMatch(/eyJ|Bearer|authorization|cookie/i);
});

it.each([
  ['GET', '/lists/Concerns/items/1', 1],
  ['GET', '', 1],
  ['GET', '/lists', 2],
  ['GET', '/lists/Concerns/items?$top=1', 2],
  ['PATCH', '/lists/Concerns/items/1/fields', 2],
  ['DELETE', '/lists/Concerns/items/1', 2],
  ['GET', '/drives', 2],
  ['GET', '/drive/root:/a/b:/children', 2],
  ['GET', '/drive/root:/a/children', 1],
  ['GET', '/drive/root:/a.txt:/content', 1],
  ['PUT', '/drive/root:/a.txt:/content', 2],
  ['GET', '/permissions', 5],
  ['GET', '/lists/Concerns/items/1?$expand=permissions', 5],
])('counts %s %s', async (method, path, ru) => {
  const tenant = shared();
  await tenant.graph(method, path);
  expect(tenant.core.ledger.entries().at(-1)?.ru).toBe(ru);
});

it('shows pages what came after the entry that they know', async () => {
  const tenant = await aTenant();
  for (const path of ['/a', '/b', '/c']) await tenant.graph('GET', path);
  const shown = await (await fetch(`${tenant.origin}/local/ledger?after=1`)).json();
  expect(shown).toMatchObject({ entries: [{ n: 2, status: 400 }, { n: 3 }] });
});

it('keeps the last 1,000 in memory and every one in the file', () => {
  const file = aFile();
  const ledger = openLedger(file);
  const entry: LedgerEntry = {
    at: '',
    method: 'GET',
    url: '',
    headers: {},
    body: null,
    status: 200,
    response: null,
    ru: 1,
  };
  for (let n = 0; n < 2_500; n++) ledger.record(entry);
  expect([ledger.entries().length, ledger.entries()[0]?.n, ledger.entries(2_498).length]).toEqual([1_000, 1_501, 2]);
  ledger.close();
  expect(lines(file)).toHaveLength(2_500);
});
