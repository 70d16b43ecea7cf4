import { expect, it } from 'vitest';
import { aTenant, text, unique } from '../a-tenant.ts';

async function aListBehind(behind: number) {
  const tenant = await aTenant();
  const items = `/lists/${await tenant.aList([text('Name'), text('Key', unique)])}/items`;
  const create = (Key: string) => tenant.graph('POST', items, { body: { fields: { Key, Name: Key } } });
  return {
    create,
    get: (path: string) => tenant.graph('GET', `${items}${path}`),
    patch: (id: string, Name: string, headers = {}) =>
      tenant.graph('PATCH', `${items}/${id}/fields`, { body: { Name }, headers }),
    fallBehind: () => tenant.core.faults.setRules([{ kind: 'stale', behind, match: { method: 'GET' } }]),
    catchUp: () => tenant.core.faults.setRules([]),
  };
}

it('does not list a new row yet, nor find it by its key, though its key is taken and its id is known', async () => {
  const list = await aListBehind(1);
  await list.create('a');
  await list.create('b');
  list.fallBehind();
  expect((await list.get('')).body.value.map(({ id }) => id)).toEqual(['1']);
  expect((await list.get("?$filter=fields/Key eq 'b'")).body.value).toEqual([]);
  expect((await list.create('b')).status).toBe(400);
  expect((await list.get('/2')).status).toBe(200);
  list.catchUp();
  expect((await list.get("?$filter=fields/Key eq 'b'")).body.value.map(({ id }) => id)).toEqual(['2']);
});

it('shows a changed row as it was, with the eTag of then, which no longer serves', async () => {
  const list = await aListBehind(1);
  const { eTag } = (await list.create('a')).body;
  await list.patch('1', 'new');
  list.fallBehind();
  for (const path of ['/1?$expand=fields', '?$expand=fields']) {
    const { body } = await list.get(path);
    const row = body.value?.[0] ?? body;
    expect([row.fields['Name'], row.eTag]).toEqual(['a', eTag]);
  }
  expect((await list.get('/1/fields')).body['Name']).toBe('a');
  expect((await list.patch('1', 'newer', { 'if-match': eTag })).status).toBe(412);
});

it('holds changes back from delta and tells them with the next link', async () => {
  const list = await aListBehind(2);
  for (const key of ['a', 'b', 'c']) await list.create(key);
  list.fallBehind();
  const early = (await list.get('/delta')).body;
  expect(early.value.map(({ id }) => id)).toEqual(['1']);
  list.catchUp();
  const { searchParams } = new URL(String(early['@odata.deltaLink']));
  const late = (await list.get(`/delta?token=${searchParams.get('token')}`)).body;
  expect(late.value.map(({ id }) => id)).toEqual(['2', '3']);
});
