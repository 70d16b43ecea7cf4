import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aSharedTenant, text, unique, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();

const columns = [
  text('Name'),
  text('RequestKey', unique),
  { name: 'Short', text: { maxLength: 5 } },
  { name: 'Words', text: { allowMultipleLines: true } },
  { name: 'Number', number: {} },
  { name: 'Level', number: { minimum: 1, maximum: 5 } },
  { name: 'Safe', boolean: {} },
  { name: 'Status', choice: { choices: ['new', 'taken'] }, defaultValue: { value: 'new' } },
  { name: 'At', dateTime: { format: 'dateTime' } },
];

async function aListOf({ aList, graph }: TestTenant) {
  const list = await aList(columns);
  const items = `/lists/${list}/items`;
  return {
    create: (fields: object) => graph('POST', items, { body: { fields } }),
    get: (id: string, query = '?$expand=fields') => graph('GET', `${items}/${id}${query}`),
    patch: (path: string, body: unknown, headers?: Record<string, string>) =>
      graph('PATCH', `${items}/${path}`, { body, ...(headers && { headers }) }),
    remove: (id: string, headers?: Record<string, string>) =>
      graph('DELETE', `${items}/${id}`, { ...(headers && { headers }) }),
    versions: (id: string) => graph('GET', `${items}/${id}/versions?$expand=fields`),
  };
}

it('creates a row and answers it without its columns, with a string of digits as id', async () => {
  const rows = await aListOf(tenant());
  const { status, body, headers } = await rows.create({ Title: 'C-2026-0001', Name: "O'Brien-Łukasz 🐣" });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: '1',
    contentType: { name: 'Item' },
    eTag: expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
  });
  expect(body['createdBy']).toEqual({ application: { id: demo.apiAppId, displayName: 'Lantern' } });
  expect(body.fields).toBeUndefined();
  expect(headers.get('location')).toMatch(/\/items\/1$/);
});

it('reads a row back with the columns that were selected, in either spelling, and leaves empty ones out', async () => {
  const rows = await aListOf(tenant());
  const { body } = await rows.create({
    Title: 'T',
    Name: "O'Brien-Łukasz 🐣",
    Number: 0,
    Safe: false,
    Words: 'a\nb',
    Short: '',
  });
  const bare = await rows.get(body.id, '');
  expect(bare.body.fields).toBeUndefined();
  const some = await rows.get(body.id, '?$expand=fields($select=Name,Number,Short)');
  expect(some.body.fields).toEqual({ '@odata.etag': body.eTag, Name: "O'Brien-Łukasz 🐣", Number: 0 });
  expect((await rows.get(body.id, '?expand=fields(select=Name,Number,Short)')).body.fields).toEqual(some.body.fields);
  const all = await rows.get(body.id);
  expect(all.body.fields).toMatchObject({
    id: '1',
    Title: 'T',
    LinkTitle: 'T',
    Safe: false,
    Words: 'a\nb',
    Status: 'new',
  });
  expect(Object.keys(all.body.fields)).not.toContain('Short');
});

it.each([
  ['a column that the list does not have', { Colour: 'red' }, 'invalidRequest', "Field 'Colour' is not recognized"],
  ['a column in other letters', { name: 'x' }, 'invalidRequest', "Field 'name' is not recognized"],
  ['a column that SharePoint fills', { Created: '2026-01-01T00:00:00Z' }, 'invalidRequest', 'read-only'],
  ['the id', { id: '7' }, 'invalidRequest', 'read-only'],
  ['a line longer than 255', { Name: 'x'.repeat(256) }, 'invalidRequest', 'Invalid text value.'],
  ['text longer than its column', { Short: '123456' }, 'invalidRequest', 'Invalid text value.'],
  ['text longer than 63,999', { Words: 'x'.repeat(64_000) }, 'invalidRequest', 'Invalid text value.'],
  ['a number for text', { Name: 5 }, 'BadRequest', 'Edm.String'],
  ['text for a number', { Number: '5' }, 'BadRequest', 'Edm.Double'],
  ['a number out of range', { Level: 6 }, 'invalidRequest', 'out of range'],
  ['text for yes or no', { Safe: 'yes' }, 'BadRequest', 'Edm.Boolean'],
  ['no date', { At: 'yesterday' }, 'BadRequest', 'Edm.DateTimeOffset'],
])('refuses %s when a row is made and when it is changed', async (_, fields, code, message) => {
  const rows = await aListOf(tenant());
  const refused = await rows.create(fields);
  expect([refused.status, refused.body.error.code]).toEqual([400, code]);
  expect(refused.body.error.message).toContain(message);
  const { body } = await rows.create({ Title: 'T' });
  expect(body.id).toBe('1');
  expect((await rows.patch('1/fields', fields)).status).toBe(400);
  expect((await rows.get('1')).body.eTag).toBe(body.eTag);
});

it('takes the longest text that a column holds', async () => {
  const rows = await aListOf(tenant());
  const words = 'x'.repeat(63_999);
  const { body } = await rows.create({ Words: words, Name: 'n'.repeat(255) });
  expect((await rows.get(body.id)).body.fields).toMatchObject({ Words: words, Name: 'n'.repeat(255) });
});

it('changes values by PATCH of the fields, and answers them without an eTag', async () => {
  const rows = await aListOf(tenant());
  const { body } = await rows.create({ Title: 'T', Name: 'old', Number: 1 });
  const changed = await rows.patch(`${body.id}/fields`, { Name: 'new', Number: null });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ id: '1', Title: 'T', Name: 'new' });
  expect(changed.body.eTag ?? changed.body['@odata.etag'] ?? changed.body['Number']).toBeUndefined();
  expect((await rows.get(body.id)).body.eTag).toBe(body.eTag.replace(',1"', ',2"'));
});

it('changes values by PATCH of the row, and answers the row', async () => {
  const rows = await aListOf(tenant());
  const { body } = await rows.create({ Name: 'old' });
  const changed = await rows.patch(body.id, { fields: { Name: 'new' } });
  expect([changed.status, changed.body.id, changed.body.eTag]).toEqual([200, '1', body.eTag.replace(',1"', ',2"')]);
  expect((await rows.get('1')).body.fields['Name']).toBe('new');
  expect((await rows.patch('1', { Name: 'bare' })).status).toBe(400);
});

it.each(['1', '1/fields'])(
  'refuses a PATCH of %s under a stale If-Match and leaves the row as it was',
  async (path) => {
    const rows = await aListOf(tenant());
    const { body } = await rows.create({ Name: 'first' });
    const write = (name: string) => (path === '1' ? { fields: { Name: name } } : { Name: name });
    expect((await rows.patch(path, write('second'), { 'if-match': body.eTag })).status).toBe(200);
    const stale = await rows.patch(path, write('third'), { 'if-match': body.eTag });
    expect([stale.status, stale.body.error.code]).toEqual([412, 'resourceModified']);
    expect((await rows.get('1')).body).toMatchObject({
      eTag: body.eTag.replace(',1"', ',2"'),
      fields: { Name: 'second' },
    });
    expect((await rows.patch(path, write('fourth'), { 'if-match': '*' })).status).toBe(200);
  },
);

it('lets exactly one of many writers under the same eTag through', async () => {
  const rows = await aListOf(tenant());
  const { body } = await rows.create({ Number: 0 });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => rows.patch('1/fields', { Number: n + 1 }, { 'if-match': body.eTag })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
});

it('deletes a row, under If-Match too, and never gives its id to another', async () => {
  const rows = await aListOf(tenant());
  const { body } = await rows.create({ RequestKey: 'a' });
  expect((await rows.remove('1', { 'if-match': '"other,1"' })).status).toBe(412);
  expect((await rows.remove('1', { 'if-match': body.eTag })).status).toBe(204);
  expect((await rows.get('1')).status).toBe(404);
  expect((await rows.remove('1')).status).toBe(404);
  expect((await rows.create({ RequestKey: 'a' })).body.id).toBe('2');
});

it('keeps the last fifty versions, newest first', async () => {
  const rows = await aListOf(tenant());
  await rows.create({ Number: 1 });
  for (let n = 2; n <= 53; n++) await rows.patch('1/fields', { Number: n });
  const { body } = await rows.versions('1');
  expect(body.value).toHaveLength(50);
  expect(body.value[0]).toMatchObject({ id: '53.0', fields: { Number: 53 } });
  expect(body.value.at(-1)).toMatchObject({ id: '4.0', fields: { Number: 4 } });
});

it('keeps a date in UTC to the second', async () => {
  const rows = await aListOf(tenant());
  await rows.create({ At: '2026-07-01T10:00:00.500+01:00' });
  expect((await rows.get('1')).body.fields['At']).toBe('2026-07-01T09:00:00Z');
});

it.each([
  ['text that is no JSON', '{"fields":', { 'content-type': 'application/json' }],
  ['JSON that does not say so', '{"fields":{}}', { 'content-type': 'text/plain' }],
  ['a list where an object belongs', '{"fields":[]}', { 'content-type': 'application/json' }],
  ['a property beside the fields', '{"fields":{},"colour":1}', { 'content-type': 'application/json' }],
])('answers 400 to %s', async (_, body, headers) => {
  const { aList, graph } = tenant();
  const list = await aList();
  expect((await graph('POST', `/lists/${list}/items`, { body, headers })).status).toBe(400);
});

it.each(['0', '2', 'abc', '1.5', '-1'])('does not find row %s', async (id) => {
  const rows = await aListOf(tenant());
  await rows.create({});
  const { status, body } = await rows.get(id);
  expect([status, body.error.code]).toEqual([404, 'itemNotFound']);
});

it('takes the content type of the list, and models no other', async () => {
  const { aList, graph } = tenant();
  const items = `/lists/${await aList()}/items`;
  const { body } = await graph('POST', items, { body: { fields: {} } });
  const create = async (id: string) =>
    (await graph('POST', items, { body: { contentType: { id }, fields: {} } })).status;
  expect(await create((body['contentType'] as { id: string }).id)).toBe(201);
  expect(await create('0x0120')).toBe(501);
});
