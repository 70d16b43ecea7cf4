import { expect, it } from 'vitest';
import { aSharedTenant, text, unique, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();

async function aRow({ aList, graph }: TestTenant) {
  const list = await aList([text('Key', unique), { name: 'Number', number: {} }]);
  const items = `/lists/${list}/items`;
  await graph('POST', items, { body: { fields: { Key: 'first', Number: 1 } } });
  await graph('PATCH', `${items}/1/fields`, { body: { Key: 'second', Number: null } });
  return {
    items,
    get: (path: string) => graph('GET', `${items}/1${path}`),
    restore: (version: string) => graph('POST', `${items}/1/versions/${version}/restoreVersion`),
  };
}

it('shows one version, with the columns that were asked for', async () => {
  const row = await aRow(tenant());
  const bare = await row.get('/versions/1.0');
  expect([bare.status, bare.body.id, bare.body.fields]).toEqual([200, '1.0', undefined]);
  expect((await row.get('/versions/1.0?$expand=fields')).body.fields).toMatchObject({ Key: 'first', Number: 1 });
  expect((await row.get('/versions/2.0?expand=fields(select=Key)')).body.fields).toEqual({ Key: 'second' });
  for (const missing of ['3.0', '1', '0.0']) expect((await row.get(`/versions/${missing}`)).status).toBe(404);
});

it('brings a version back as a new one, whole, and keeps those between', async () => {
  const row = await aRow(tenant());
  expect((await row.restore('1.0')).status).toBe(204);
  const { body } = await row.get('?$expand=fields');
  expect([body.eTag.split(',')[1], body.fields['Key'], body.fields['Number']]).toEqual(['3"', 'first', 1]);
  expect((await row.get('/versions')).body.value.map(({ id }) => id)).toEqual(['3.0', '2.0', '1.0']);
});

it('brings back neither the current version, nor one that is not there, nor a value that another row holds now', async () => {
  const row = await aRow(tenant());
  expect((await row.restore('2.0')).status).toBe(400);
  expect((await row.restore('9.0')).status).toBe(404);
  await tenant().graph('POST', row.items, { body: { fields: { Key: 'FIRST' } } });
  const taken = await row.restore('1.0');
  expect([taken.status, taken.body.error.message]).toEqual([400, expect.stringContaining('unique constraints')]);
  expect((await row.get('?$expand=fields')).body.fields['Key']).toBe('second');
});
