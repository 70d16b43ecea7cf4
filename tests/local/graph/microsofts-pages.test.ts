import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aTenant } from '../a-tenant.ts';

/** What somebody does who has nothing but the pages of learn.microsoft.com, in their words and order. */
it('serves a list from its making to its changes as the pages show it', async () => {
  const tenant = await aTenant();
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    tenant.graph(method, path, {
      token: tenant.core.graphToken(demo.provisionAppId),
      headers,
      ...(body !== undefined && { body }),
    });

  // graph/api/list-create
  const list = await call('POST', '/lists', {
    displayName: 'Books',
    columns: [
      { name: 'Author', text: {} },
      { name: 'PageCount', number: {} },
    ],
    list: { template: 'genericList' },
  });
  expect([list.status, list.body['displayName']]).toEqual([201, 'Books']);

  // graph/api/list-post-columns, columndefinition-update
  const column = await call('POST', `/lists/${list.body.id}/columns`, {
    description: 'test',
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    name: 'Shelf',
    text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  });
  expect(column.status).toBe(201);
  const changed = await call('PATCH', `/lists/${list.body.id}/columns/${column.body.id}`, {
    required: true,
    hidden: false,
    propagateChanges: false,
    indexed: true,
  });
  expect([changed.status, changed.body['indexed']]).toEqual([200, true]);

  // graph/api/listitem-create, listitem-get
  const items = `/lists/${list.body.id}/items`;
  for (const [Title, Author, Shelf, PageCount] of [
    ['Emma', 'Austen', 'A', 474],
    ['Persuasion', 'Austen', 'A', 249],
    ['Middlemarch', 'Eliot', 'E', 880],
  ])
    expect((await call('POST', items, { fields: { Title, Author, Shelf, PageCount } })).status).toBe(201);
  const emma = await call('GET', `${items}/1?expand=fields`);
  expect(emma.body.fields).toMatchObject({ Title: 'Emma', Author: 'Austen', PageCount: 474 });

  // graph/api/listitem-list: pages, filters
  const first = await call('GET', `${items}?expand=fields(select=Title,Author)&$top=2`);
  expect(first.body.value.map(({ fields }) => fields['Title'])).toEqual(['Emma', 'Persuasion']);
  const next = String(first.body['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect((await call('GET', next)).body.value.map(({ fields }) => fields['Title'])).toEqual(['Middlemarch']);
  expect((await call('GET', `${items}?$filter=fields/Shelf eq 'A'`)).body.value).toHaveLength(2);
  const byPages = `${items}?$expand=fields($select=Title)&$filter=fields/PageCount lt 300`;
  expect((await call('GET', byPages)).status).toBe(400);
  const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
  const short = await call('GET', byPages, undefined, prefer);
  expect(short.body.value.map(({ fields }) => fields['Title'])).toEqual(['Persuasion']);

  // graph/api/listitem-delta, listitem-update with an eTag, listitem-delete
  const latest = await call('GET', `${items}/delta?token=latest`);
  const update = { PageCount: 475 };
  const eTag = { 'if-match': emma.body.eTag };
  expect((await call('PATCH', `${items}/1/fields`, update, eTag)).status).toBe(200);
  expect((await call('PATCH', `${items}/1/fields`, update, eTag)).status).toBe(412);
  expect((await call('DELETE', `${items}/3`)).status).toBe(204);
  const link = String(latest.body['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', '');
  const changes = await call('GET', link);
  expect(changes.body.value.map(({ id, deleted }) => [id, deleted])).toEqual([
    ['1', undefined],
    ['3', { state: 'deleted' }],
  ]);
});

it('shows a column of a caller once, whatever the template calls its own', async () => {
  const tenant = await aTenant();
  const list = await tenant.aList([{ name: 'Author', text: {}, indexed: true }]);
  const { body } = await tenant.graph('GET', `/lists/${list}/columns`);
  expect(body.value.filter((column) => column['name'] === 'Author')).toMatchObject([{ readOnly: false }]);
  await tenant.graph('POST', `/lists/${list}/items`, { body: { fields: { Author: 'Austen' } } });
  const found = await tenant.graph('GET', `/lists/${list}/items?$filter=fields/Author eq 'austen'`);
  expect(found.body.value).toHaveLength(1);
});
