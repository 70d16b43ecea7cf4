import { expect, it } from 'vitest';
import { aTenant, indexed, text } from '../a-tenant.ts';

const columns = [text('Status', indexed), { name: 'At', dateTime: {} }];

async function aList() {
  const tenant = await aTenant({ now: () => Date.parse('2026-03-02T09:00:00Z') });
  const id = await tenant.aList(columns, 'Concerns');
  const items = `/lists/${id}/items`;
  return {
    id,
    quirks: tenant.core.quirks,
    create: async (fields: object) =>
      (await tenant.graph('POST', `${items}?$expand=fields`, { body: { fields } })).body,
    get: async (path: string) => (await tenant.graph('GET', `${items}${path}`)).body,
  };
}

it('shows dates wrongly in the answer to a create and in versions, and rightly when the row is read', async () => {
  const list = await aList();
  list.quirks.set({ siteHoursFromUtc: -8 });
  const made = await list.create({ At: '2026-03-01T12:00:00Z' });
  expect([made['createdDateTime'], made.fields['At'], made.fields['Created']]).toEqual([
    '2026-03-02T01:00:00Z',
    '2026-03-01T04:00:00Z',
    '2026-03-02T01:00:00Z',
  ]);
  const read = await list.get('/1?$expand=fields');
  expect([read['createdDateTime'], read.fields['At']]).toEqual(['2026-03-02T09:00:00Z', '2026-03-01T12:00:00Z']);
  expect((await list.get('/1/versions')).value[0]?.['lastModifiedDateTime']).toBe('2026-03-01T17:00:00Z');
});

it('leaves dates alone unless it is told otherwise', async () => {
  const list = await aList();
  const made = await list.create({ At: '2026-03-01T12:00:00Z' });
  expect([made['createdDateTime'], made.fields['At']]).toEqual(['2026-03-02T09:00:00Z', '2026-03-01T12:00:00Z']);
});

it('shows items through the filter of the default view, with other filters and from page to page', async () => {
  const list = await aList();
  for (const Status of ['new', 'old', 'New', 'old', 'new']) await list.create({ Status });
  const ids = async (query: string) => (await list.get(query)).value.map(({ id }) => id);
  list.quirks.set({ defaultView: { list: 'concerns', column: 'Status', equals: 'new' } });
  expect(await ids('')).toEqual(['1', '3', '5']);
  expect(await ids("?$filter=fields/Status eq 'old'")).toEqual([]);
  const first = await list.get('?$top=2');
  expect(first['@odata.nextLink']).toBeDefined();
  expect(await ids(new URL(String(first['@odata.nextLink'])).search)).toEqual(['5']);
  expect((await list.get('/2')).id).toBe('2');
  list.quirks.set({ defaultView: { list: 'Another', column: 'Status', equals: 'new' } });
  expect(await ids('')).toHaveLength(5);
});
