import { expect, it } from 'vitest';
import { openState } from '../../../src/local/state.ts';
import { aSharedTenant, indexed, text, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();
const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

/** Rows of the values `Half` (even or odd), `All` and `Plain` (same), written at once: one by one over HTTP takes long. */
const rows = `
  with recursive n (id) as (select 1 union all select id + 1 from n where id < $count)
  insert into item
  select $list, id, 'g' || id, 1, json_object('Half', iif(id % 2, 'odd', 'even'), 'All', 'same', 'Plain', 'same'), $at, $by, $at, $by
  from n`;
const cells = `
  insert into cell
  select item.list, cell.key, cell.value, item.id, 0 from item, json_each(item.fields) as cell where item.list = $list`;

async function aListOfRows({ dataDir, aList }: TestTenant, count: number): Promise<string> {
  const list = await aList([text('Half', indexed), text('All', indexed), text('Plain')]);
  const state = openState(`${dataDir}/sharepoint.db`);
  const by = JSON.stringify({ appId: 'a', name: 'A' });
  state.prepare(rows).run({ list, count, at: '2026-01-01T00:00:00Z', by });
  state.prepare(cells).run({ list });
  state.close();
  return `/lists/${list}/items`;
}

it('gives 200 rows unless asked for more, and never more than 5,000', async () => {
  const items = await aListOfRows(tenant(), 5_002);
  const page = async (query: string) => (await tenant().graph('GET', `${items}${query}`)).body.value.length;
  expect([await page(''), await page('?$top=1000'), await page('?$top=9999')]).toEqual([200, 1_000, 5_000]);
});

it('refuses a filter that would look at more than 5,000 rows', async () => {
  const items = await aListOfRows(tenant(), 5_002);
  const filter = async (condition: string, headers = {}) => {
    const { status, body } = await tenant().graph('GET', `${items}?$top=1&$filter=${condition}`, { headers });
    return body.error?.message.includes('list view threshold') ? 'threshold' : status;
  };
  expect(await filter("fields/Half eq 'odd'")).toBe(200);
  expect(await filter("fields/All eq 'same'")).toBe('threshold');
  expect(await filter("fields/Plain eq 'none'", prefer)).toBe('threshold');
});

it('fails at the caller’s risk on a later page, when it is told to: a result that ends there is not whole', async () => {
  const items = await aListOfRows(tenant(), 5_002);
  tenant().core.quirks.set({ unindexedFailsOn: 'a-later-page' });
  const ask = (query: string) => tenant().graph('GET', `${items}?${query}`, { headers: prefer });
  const first = await ask("$top=2&$filter=fields/Plain eq 'same'");
  expect([first.status, first.body.value.length]).toEqual([200, 2]);
  expect((await ask(String(first.body['@odata.nextLink']).split('?')[1] ?? '')).status).toBe(429);
  expect((await ask("$filter=fields/All eq 'same'")).status).toBe(429);
  tenant().core.quirks.set({ unindexedFailsOn: 'the-first-page' });
  expect((await ask('$orderby=fields/Plain')).status).toBe(429);
  expect((await ask('$orderby=fields/All&$top=1')).status).toBe(200);
});

it('looks at no more rows than the first condition lets through', async () => {
  const items = await aListOfRows(tenant(), 5_002);
  const filter = async (condition: string) =>
    (await tenant().graph('GET', `${items}?$top=1&$filter=${condition}`, { headers: prefer })).status;
  expect(await filter("fields/Half eq 'odd' and fields/Plain eq 'same'")).toBe(200);
  expect(await filter("fields/Plain eq 'none' and fields/Half eq 'odd'")).toBe(429);
});
