import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aSharedTenant, indexed, text, unique, type TestTenant } from '../a-tenant.ts';

const shared = aSharedTenant();

const provision = ({ graph, core }: TestTenant, path: string, body: unknown) =>
  graph('POST', path, { body, token: core.graphToken(demo.provisionAppId) });

it('makes a list with columns, which is found by id and by display name', async () => {
  const tenant = shared();
  const made = await provision(tenant, '/lists', {
    displayName: 'Concern addenda',
    description: 'Further text',
    columns: [
      text('RequestKey', { ...unique, displayName: 'Request key' }),
      { name: 'Number', number: { decimalPlaces: 'none' } },
    ],
    list: { template: 'genericList' },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    displayName: 'Concern addenda',
    description: 'Further text',
    list: { template: 'genericList' },
    createdBy: { application: { id: demo.provisionAppId } },
  });
  expect(made.headers.get('location')).toContain(`/lists/${made.body.id}`);
  for (const key of [made.body.id, 'Concern%20addenda', 'concern%20ADDENDA']) {
    expect((await tenant.graph('GET', `/lists/${key}`)).body.id).toBe(made.body.id);
  }
  const missing = await tenant.graph('GET', '/lists/Nothing');
  expect([missing.status, missing.body.error.code]).toEqual([404, 'itemNotFound']);
});

it('lists the columns, those of the template among them', async () => {
  const tenant = shared();
  const list = await tenant.aList([text('RequestKey', unique), { name: 'Words', text: { allowMultipleLines: true } }]);
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  const named = (name: string) => body.value.find((column) => column['name'] === name);
  expect(named('RequestKey')).toMatchObject({ indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } });
  expect(named('Words')).toMatchObject({ indexed: false, text: { allowMultipleLines: true, textType: 'plain' } });
  expect(named('Title')).toMatchObject({ readOnly: false });
  expect(named('Modified')).toMatchObject({ readOnly: true });
  const expanded = await tenant.graph('GET', `/lists/${list}?$select=id&$expand=columns`);
  expect(expanded.body['columns']).toEqual(body.value);
});

it('finds a list by a filter on its display name', async () => {
  const tenant = shared();
  await tenant.aList([], "Children's concerns");
  await tenant.aList([], 'Actions');
  const filter = encodeURIComponent("displayName eq 'Children''s concerns'");
  const { body } = await tenant.graph('GET', `/lists?$filter=${filter}&$select=displayName`);
  expect(body.value.map((list) => list['displayName'])).toEqual(["Children's concerns"]);
});

it('refuses a second list of the same display name', async () => {
  const tenant = shared();
  await tenant.aList([], 'Concerns');
  const { status, body } = await provision(tenant, '/lists', { displayName: 'concerns' });
  expect([status, body.error.code]).toEqual([409, 'nameAlreadyExists']);
});

it('refuses a name for a list, and a list without a display name', async () => {
  const tenant = shared();
  const named = await provision(tenant, '/lists', { name: 'Concerns' });
  expect([named.status, named.body.error.message]).toEqual([
    400,
    expect.stringContaining("Cannot define a 'name' for a list"),
  ]);
  expect((await provision(tenant, '/lists', { columns: [] })).status).toBe(400);
});

it.each([
  ['no facet', { name: 'A' }, 400],
  ['two facets', { name: 'A', text: {}, number: {} }, 400],
  ['an unknown property', { name: 'A', text: {}, colour: 'red' }, 400],
  ['a unique column without an index', text('A', { enforceUniqueValues: true }), 400],
  ['an index on text of several lines', { name: 'A', text: { allowMultipleLines: true }, indexed: true }, 400],
  ['an index on several choices', { name: 'A', choice: { displayAs: 'checkBoxes' }, indexed: true }, 400],
  ['a yes or no that is unique', { name: 'A', boolean: {}, ...unique }, 400],
  [
    'a default of several choices',
    { name: 'A', choice: { displayAs: 'checkBoxes' }, defaultValue: { value: 'a' } },
    501,
  ],
  ['a name that the template has', text('modified'), 409],
  ['a default value that is null', { name: 'A', text: {}, defaultValue: null }, 500],
  ['a validation that is null', { name: 'A', text: {}, validation: null }, 500],
  ['a kind that is not modelled', { name: 'A', personOrGroup: {} }, 501],
])('refuses a column with %s', async (_, column, status) => {
  const tenant = shared();
  expect((await provision(tenant, '/lists', { displayName: 'X', columns: [column] })).status).toBe(status);
  expect((await tenant.graph('GET', '/lists/X')).status).toBe(404);
});

it('adds a column to a list that has rows, and refuses its name a second time', async () => {
  const tenant = shared();
  const list = await tenant.aList();
  await tenant.graph('POST', `/lists/${list}/items`, { body: { fields: { Title: 'before' } } });
  const added = await provision(tenant, `/lists/${list}/columns`, text('Later', indexed));
  expect([added.status, added.body['name']]).toEqual([201, 'Later']);
  const row = await tenant.graph('POST', `/lists/${list}/items`, { body: { fields: { Later: 'x' } } });
  expect(row.status).toBe(201);
  expect((await provision(tenant, `/lists/${list}/columns`, text('LATER'))).status).toBe(409);
});

it('makes the internal name of a column ASCII for good', async () => {
  const tenant = shared();
  const list = await tenant.aList();
  const { body } = await provision(tenant, `/lists/${list}/columns`, text('Case Note'));
  expect([body['name'], body['displayName']]).toEqual(['Case_x0020_Note', 'Case Note']);
});

it('indexes twenty columns of a list and refuses the next', async () => {
  const tenant = shared();
  const list = await tenant.aList(Array.from({ length: 20 }, (_, n) => text(`Key${n}`, indexed)));
  expect((await provision(tenant, `/lists/${list}/columns`, text('OneMore', indexed))).status).toBe(400);
  expect((await provision(tenant, `/lists/${list}/columns`, text('OneMore'))).status).toBe(201);
});

it('gives a column its index and its uniqueness later, unless two rows hold the same', async () => {
  const tenant = shared();
  const list = await tenant.aList([text('Key'), { name: 'Status', choice: { choices: ['new'] } }]);
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  const patch = (name: string, change: object) => {
    const id = body.value.find((column) => column['name'] === name)?.id ?? 'none';
    const token = tenant.core.graphToken(demo.provisionAppId);
    return tenant.graph('PATCH', `/lists/${list}/columns/${id}`, { body: change, token });
  };
  const create = async (Key: string) =>
    (await tenant.graph('POST', `/lists/${list}/items`, { body: { fields: { Key } } })).status;
  expect([await create('a'), await create('A'), await create('b')]).toEqual([201, 201, 201]);
  expect((await patch('Key', unique)).status).toBe(400);
  await tenant.graph('DELETE', `/lists/${list}/items/2`);
  expect((await patch('Key', unique)).body).toMatchObject({ indexed: true, enforceUniqueValues: true });
  expect([await create('B'), await create('c')]).toEqual([400, 201]);
  expect((await tenant.graph('GET', `/lists/${list}/items?$filter=fields/Key eq 'A'`)).body.value).toHaveLength(1);

  const choices = ['new', 'taken'];
  expect((await patch('Status', { choice: { choices } })).body).toMatchObject({ name: 'Status', choice: { choices } });
  expect((await patch('Status', { text: {} })).status).toBe(400);
  expect((await patch('Title', { indexed: true })).status).toBe(501);
  expect((await patch('Nothing', { indexed: true })).status).toBe(404);
});

it('takes a column away with all that it held, and no row counts as changed by it', async () => {
  const tenant = shared();
  const list = await tenant.aList([text('Key', unique), text('Words')]);
  const token = tenant.core.graphToken(demo.provisionAppId);
  const items = `/lists/${list}/items`;
  await tenant.graph('POST', items, { body: { fields: { Key: 'a', Words: 'b' } } });
  const { body: latest } = await tenant.graph('GET', `${items}/delta?token=latest`);
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  const path = `/lists/${list}/columns/${body.value.find((column) => column['name'] === 'Key')?.id}`;
  expect((await tenant.graph('GET', `${path}?$select=name`)).body).toEqual({ name: 'Key' });
  expect((await tenant.graph('DELETE', path)).status).toBe(403);
  expect((await tenant.graph('DELETE', path, { token })).status).toBe(204);
  expect((await tenant.graph('GET', path)).status).toBe(404);
  const { fields } = (await tenant.graph('GET', `${items}/1?$expand=fields`)).body;
  expect([fields['Words'], 'Key' in fields]).toEqual(['b', false]);
  const changes = String(latest['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect((await tenant.graph('GET', changes)).body.value).toEqual([]);

  await provision(tenant, `/lists/${list}/columns`, text('Key', unique));
  expect((await tenant.graph('GET', `${items}/1?$expand=fields`)).body.fields).not.toHaveProperty('Key');
  expect((await tenant.graph('POST', items, { body: { fields: { Key: 'A' } } })).status).toBe(201);
});

it('leaves the columns of the template where they are', async () => {
  const tenant = shared();
  const list = await tenant.aList();
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  const token = tenant.core.graphToken(demo.provisionAppId);
  const removed = await tenant.graph('DELETE', `/lists/${list}/columns/${body.value[0]?.id}`, { token });
  expect(removed.status).toBe(501);
});

it('does not make several choices of one', async () => {
  const tenant = shared();
  const list = await tenant.aList([{ name: 'Tags', choice: { choices: ['a'] } }]);
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  const id = body.value.find((column) => column['name'] === 'Tags')?.id;
  const change = { body: { choice: { displayAs: 'checkBoxes' } }, token: tenant.core.graphToken(demo.provisionAppId) };
  expect((await tenant.graph('PATCH', `/lists/${list}/columns/${id}`, change)).status).toBe(501);
});
