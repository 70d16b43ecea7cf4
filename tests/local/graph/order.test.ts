import { expect, it } from 'vitest';
import { aSharedTenant, indexed, text, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();
const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
const rows = [
  { Key: 'b', Number: 2, Plain: 'z' },
  { Key: 'C', Number: 10, Plain: 'y' },
  { Number: 1 },
  { Key: 'a', Plain: 'x' },
  { Key: 'B', Number: 2 },
];

async function aListOf({ aList, graph }: TestTenant) {
  const list = await aList([
    text('Key', indexed),
    { name: 'Number', number: {}, ...indexed },
    text('Plain'),
    { name: 'Words', text: { allowMultipleLines: true } },
  ]);
  const items = `/lists/${list}/items`;
  for (const fields of rows) await graph('POST', items, { body: { fields } });
  return (query: string, headers = {}) => graph('GET', `${items}?${query}`, { headers });
}

it.each([
  ['fields/Key', ['3', '4', '1', '5', '2']],
  ['fields/Key asc', ['3', '4', '1', '5', '2']],
  ['fields/Key desc', ['2', '1', '5', '4', '3']],
  ['fields/Number', ['4', '3', '1', '5', '2']],
  ['fields/Number desc', ['2', '1', '5', '3', '4']],
  ['fields/ID desc', ['5', '4', '3', '2', '1']],
])('sorts by %s, page after page, each row once', async (order, ids) => {
  const list = await aListOf(tenant());
  expect((await list(`$orderby=${order}`)).body.value.map(({ id }) => id)).toEqual(ids);
  const seen: string[] = [];
  let query: string | undefined = `$orderby=${order}&$top=1`;
  while (query !== undefined) {
    const { body } = await list(query);
    seen.push(...body.value.map(({ id }) => id));
    query = (body['@odata.nextLink'] as string | undefined)?.split('?')[1];
  }
  expect(seen).toEqual(ids);
});

it('sorts what a filter on the same column lets through', async () => {
  const list = await aListOf(tenant());
  const { body } = await list('$filter=fields/Number ge 2&$orderby=fields/Number desc');
  expect(body.value.map(({ id }) => id)).toEqual(['2', '1', '5']);
});

it.each([
  ['fields/Plain', 400, 'as it is not indexed'],
  ['fields/Modified desc', 400, 'as it is not indexed'],
  ['fields/Words', 400, 'of a type that cannot be filtered'],
  ['fields/Colour', 400, 'not recognized'],
  ['fields/Key sideways', 400, 'Syntax error'],
  ['fields/Key,fields/Number', 501, 'several properties'],
  ['fields/Author', 501, 'does not model'],
  ['fields/Key&$filter=fields/Number ge 2', 501, 'different columns'],
])('refuses an order by %s', async (order, status, message) => {
  const list = await aListOf(tenant());
  const refused = await list(`$orderby=${order}`);
  expect(refused.status).toBe(status);
  expect(refused.body.error.message).toContain(message);
});

it('sorts by a column without an index when the caller takes the risk', async () => {
  const list = await aListOf(tenant());
  const { body } = await list('$orderby=fields/Plain desc', prefer);
  expect(body.value.map(({ id }) => id)).toEqual(['1', '2', '4', '3', '5']);
});

it('ignores an order by the row’s own properties without a word', async () => {
  const list = await aListOf(tenant());
  for (const order of ['id desc', 'lastModifiedDateTime desc'])
    expect((await list(`$orderby=${order}`)).body.value.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
});

it('takes no place of a page by id for one in an order', async () => {
  const list = await aListOf(tenant());
  const { body } = await list('$top=1');
  const token = new URL(String(body['@odata.nextLink'])).searchParams.get('$skiptoken');
  expect((await list(`$orderby=fields/Key&$skiptoken=${token}`)).status).toBe(400);
});
