import { expect, it } from 'vitest';
import { aSharedTenant, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();
const type = { 'Tags@odata.type': 'Collection(Edm.String)' };

async function aListOf({ aList, graph }: TestTenant) {
  const items = `/lists/${await aList([{ name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } }])}/items`;
  return {
    create: (fields: object) => graph('POST', items, { body: { fields } }),
    patch: (fields: object) => graph('PATCH', `${items}/1/fields`, { body: fields }),
    tags: async () => (await graph('GET', `${items}/1?$expand=fields`)).body.fields['Tags'],
    filter: () => graph('GET', `${items}?$filter=fields/Tags eq 'a'`),
  };
}

it('holds several choices, changes them and empties them', async () => {
  const list = await aListOf(tenant());
  expect((await list.create({ ...type, Tags: ['a', 'b'] })).status).toBe(201);
  expect(await list.tags()).toEqual(['a', 'b']);
  expect((await list.patch({ ...type, Tags: ['b'] })).body['Tags']).toEqual(['b']);
  await list.patch({ ...type, Tags: [] });
  expect(await list.tags()).toBeUndefined();
});

it.each([
  ['without their type', { Tags: ['a'] }],
  ['with another type', { 'Tags@odata.type': 'Collection(Edm.Int32)', Tags: ['a'] }],
  ['as one text', { ...type, Tags: 'a' }],
  ['that are no text', { ...type, Tags: [1] }],
  ['beside the type of a column that holds one value', { ...type, Tags: ['a'], 'Title@odata.type': 'Edm.String' }],
])('refuses choices %s', async (_, fields) => {
  const list = await aListOf(tenant());
  expect((await list.create(fields)).status).toBe(400);
});

it('does not filter by them', async () => {
  const list = await aListOf(tenant());
  expect((await list.filter()).body.error.message).toContain('of a type that cannot be filtered');
});
