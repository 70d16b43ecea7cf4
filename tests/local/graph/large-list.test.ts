import { expect, it } from 'vitest';
import { createItemStore } from '../../../src/local/graph/item-store.ts';
import { createListStore } from '../../../src/local/graph/list-store.ts';
import { openState } from '../../../src/local/state.ts';
import { aTenant, indexed, site, text, type TestTenant } from '../a-tenant.ts';

const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

/** Rows written beside the running tenant: a list of this size takes too long over HTTP. */
async function aListOfRows({ dataDir, aList }: TestTenant, count: number): Promise<string> {
  const id = await aList([text('Half', indexed), text('All', indexed), text('Plain')]);
  const state = openState(`${dataDir}/sharepoint.db`);
  const list = createListStore(state).find(site.slice('/sites/'.length), id)!;
  const items = createItemStore(state);
  const by = { appId: 'a', name: 'A' };
  const at = '2026-01-01T00:00:00Z';
  state.transaction(() => {
    for (let n = 0; n < count; n++) {
      const values = { Half: n % 2 === 0 ? 'even' : 'odd', All: 'same', Plain: 'same' };
      items.insert(list, {
        guid: 'g',
        version: 1,
        values,
        createdAt: at,
        createdBy: by,
        modifiedAt: at,
        modifiedBy: by,
      });
    }
  })();
  state.close();
  return `/lists/${id}/items`;
}

it('gives 200 rows unless asked for more, and never more than 5,000', async () => {
  const tenant = await aTenant();
  const items = await aListOfRows(tenant, 5_002);
  const page = async (query: string) => (await tenant.graph('GET', `${items}${query}`)).body.value.length;
  expect([await page(''), await page('?$top=1000'), await page('?$top=9999')]).toEqual([200, 1_000, 5_000]);
}, 30_000);

it('refuses a filter that would look at more than 5,000 rows', async () => {
  const tenant = await aTenant();
  const items = await aListOfRows(tenant, 5_002);
  const filter = async (text: string, headers = {}) => {
    const { status, body } = await tenant.graph('GET', `${items}?$top=1&$filter=${text}`, { headers });
    return body.error?.message.includes('list view threshold') ? 'threshold' : status;
  };
  expect(await filter("fields/Half eq 'odd'")).toBe(200);
  expect(await filter("fields/All eq 'same'")).toBe('threshold');
  expect(await filter("fields/Plain eq 'none'", prefer)).toBe('threshold');
}, 30_000);
