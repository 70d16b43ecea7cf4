import { expect, it } from 'vitest';
import { openState } from '../../../src/local/state.ts';
import { aTenant, text, type GraphReply, type TestTenant } from '../a-tenant.ts';

const origin = 'https://graph.microsoft.com/v1.0';
const day = 24 * 60 * 60 * 1_000;

async function aFollowedList(tenant: TestTenant) {
  const items = `/lists/${await tenant.aList([text('Name')])}/items`;
  const follow = (link: string) => tenant.graph('GET', link.replace(origin, ''));
  return {
    items,
    create: (Name: string) => tenant.graph('POST', items, { body: { fields: { Name } } }),
    rename: (id: string, Name: string) => tenant.graph('PATCH', `${items}/${id}/fields`, { body: { Name } }),
    remove: (id: string) => tenant.graph('DELETE', `${items}/${id}`),
    delta: (query = '') => tenant.graph('GET', `${items}/delta${query}`),
    follow,
    /** Follows every nextLink, as Microsoft's page says, and answers all rows and the deltaLink. */
    async drain(first: GraphReply) {
      const value = [...first.body.value];
      let page = first;
      while (page.body['@odata.nextLink'] !== undefined) {
        page = await follow(String(page.body['@odata.nextLink']));
        value.push(...page.body.value);
      }
      return { value, deltaLink: String(page.body['@odata.deltaLink']) };
    },
  };
}

const ids = (reply: { value: readonly { id: string }[] }) => reply.value.map((item) => item.id);

it('enumerates a list page by page and ends with the link to what comes next', async () => {
  const list = await aFollowedList(await aTenant());
  for (const name of ['a', 'b', 'c', 'd', 'e']) await list.create(name);
  const first = await list.delta('?$top=2&$expand=fields($select=Name)&$select=id');
  expect(first.body['@odata.deltaLink']).toBeUndefined();
  expect(first.body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*[?&]token=[\w-]+$/);
  const { value, deltaLink } = await list.drain(first);
  expect(value.map((item) => [item.id, item.fields['Name']])).toEqual([
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'c'],
    ['4', 'd'],
    ['5', 'e'],
  ]);
  expect(value[4]?.eTag).toBeUndefined();
  const later = await list.follow(deltaLink);
  expect([later.body.value, later.body['@odata.nextLink']]).toEqual([[], undefined]);
});

it('tells the newest state of what was made, changed and deleted since a link, each once', async () => {
  const list = await aFollowedList(await aTenant());
  for (const name of ['a', 'b', 'c']) await list.create(name);
  const { deltaLink } = await list.drain(await list.delta('?$expand=fields'));
  await list.create('d');
  await list.rename('1', 'A');
  await list.rename('1', 'AA');
  await list.remove('2');
  const { body } = await list.follow(deltaLink);
  expect(ids(body)).toEqual(['4', '1', '2']);
  expect(body.value[1]?.fields['Name']).toBe('AA');
  expect(body.value[2]).toEqual({
    id: '2',
    parentReference: expect.objectContaining({ siteId: expect.any(String) }),
    contentType: expect.objectContaining({ name: 'Item' }),
    deleted: { state: 'deleted' },
  });
  expect(ids((await list.follow(deltaLink)).body)).toEqual(['4', '1', '2']);
  expect((await list.follow(String(body['@odata.deltaLink']))).body.value).toEqual([]);
});

it('shows a row again when it changes while the list is enumerated, and only what went away meanwhile as deleted', async () => {
  const list = await aFollowedList(await aTenant());
  for (const name of ['a', 'b', 'c', 'd']) await list.create(name);
  await list.remove('4');
  const first = await list.delta('?$top=2&$expand=fields');
  await list.rename('1', 'later');
  await list.remove('2');
  const { value } = await list.drain(first);
  expect(ids({ value })).toEqual(['1', '2', '3', '1', '2']);
  expect([value[3]?.fields['Name'], value[4]?.['deleted']]).toEqual(['later', { state: 'deleted' }]);
});

it('gives a link without an enumeration for token=latest', async () => {
  const list = await aFollowedList(await aTenant());
  await list.create('a');
  const { body } = await list.delta('?token=latest');
  expect(body.value).toEqual([]);
  await list.create('b');
  expect(ids((await list.follow(String(body['@odata.deltaLink']))).body)).toEqual(['2']);
});

it('is called as a function too', async () => {
  const list = await aFollowedList(await aTenant());
  await list.create('a');
  const { value, deltaLink } = await list.drain(await list.delta('()'));
  expect(ids({ value })).toEqual(['1']);
  expect((await list.delta("(token='latest')")).body.value).toEqual([]);
  await list.create('b');
  const token = new URL(deltaLink).searchParams.get('token');
  expect(ids((await list.delta(`(token='${token}')`)).body)).toEqual(['2']);
});

it('refuses a token that it did not give out, one of another list, and options that delta does not take', async () => {
  const tenant = await aTenant();
  const list = await aFollowedList(tenant);
  const other = await aFollowedList(tenant);
  const { deltaLink } = await other.drain(await other.delta());
  const token = new URL(deltaLink).searchParams.get('token') ?? '';
  expect((await list.delta('?token=made-up')).status).toBe(400);
  expect((await list.delta(`?token=${token}`)).status).toBe(400);
  expect((await list.delta("?$filter=fields/Name eq 'a'")).status).toBe(501);
  expect((await list.delta('?$top=none')).status).toBe(400);
});

it('answers an expired token with 410 and the address of a new enumeration, which then works', async () => {
  const tenant = await aTenant();
  const list = await aFollowedList(tenant);
  await list.create('a');
  const { deltaLink } = await list.drain(await list.delta('?$expand=fields'));
  tenant.core.quirks.set({ deltaTokensExpiredUpTo: Date.now() });
  const gone = await list.follow(deltaLink);
  expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncChangesApplyDifferences']);
  const location = gone.headers.get('location') ?? '';
  expect(location).toMatch(/\/items\/delta\?\$expand=fields$/);
  const again = await list.drain(await list.follow(location));
  expect(again.value[0]?.fields['Name']).toBe('a');
  expect((await list.follow(again.deltaLink)).status).toBe(200);
});

it('says which way to mend when it is told to, over HTTP too', async () => {
  const tenant = await aTenant();
  const list = await aFollowedList(tenant);
  const { deltaLink } = await list.drain(await list.delta());
  const post = (quirks: object) =>
    fetch(`${tenant.origin}/local/quirks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(quirks),
    });
  expect((await post({ resyncCode: 'none' })).status).toBe(400);
  await post({ resyncCode: 'resyncChangesUploadDifferences' });
  const set = await post({ deltaTokensExpiredUpTo: Date.now() });
  expect(await set.json()).toMatchObject({ resyncCode: 'resyncChangesUploadDifferences' });
  expect((await list.follow(deltaLink)).body.error.code).toBe('resyncChangesUploadDifferences');
});

it('lets a token live for thirty days', async () => {
  const clock = { now: Date.now() };
  const list = await aFollowedList(await aTenant({ now: () => clock.now }));
  const { deltaLink } = await list.drain(await list.delta());
  clock.now += 30 * day;
  expect((await list.follow(deltaLink)).status).toBe(200);
  clock.now += 1;
  expect((await list.follow(deltaLink)).status).toBe(410);
});

it('fails on a deleted row inside an answer of 200 when it is told to, and goes on', async () => {
  const tenant = await aTenant();
  const list = await aFollowedList(tenant);
  await list.create('a');
  const { deltaLink } = await list.drain(await list.delta());
  await list.remove('1');
  await list.create('b');
  tenant.core.quirks.set({ deletedRowsInDelta: 'as-error' });
  const { status, body } = await list.follow(deltaLink);
  expect(status).toBe(200);
  expect(body.value).toMatchObject([{ error: { code: 'InternalServerError' } }, { id: '2' }]);
  expect(body['@odata.deltaLink']).toBeDefined();
});

it('keeps tokens and changes through a restart', async () => {
  const before = await aTenant();
  const list = await aFollowedList(before);
  await list.create('a');
  const { deltaLink } = await list.drain(await list.delta());
  await list.create('b');
  await before.close();
  const after = await aTenant({ dataDir: before.dataDir });
  expect(ids((await after.graph('GET', deltaLink.replace(origin, ''))).body)).toEqual(['2']);
});

it('follows rows that lay there before the tenant knew of changes', async () => {
  const before = await aTenant();
  const list = await aFollowedList(before);
  await list.create('a');
  await before.close();
  const file = `${before.dataDir}/sharepoint.db`;
  const state = openState(file);
  for (const name of ['item_made', 'item_changed', 'item_deleted']) state.exec(`drop trigger ${name}`);
  const later =
    "select name from sqlite_master where type = 'table' and name not in ('list', 'item', 'cell', 'version')";
  for (const name of state.prepare(later).pluck().all()) state.exec(`drop table ${String(name)}`);
  state.exec('pragma user_version = 1');
  state.close();
  const after = await aTenant({ dataDir: before.dataDir });
  await after.graph('PATCH', `${list.items}/1/fields`, { body: { Name: 'A' } });
  expect(ids((await after.graph('GET', `${list.items}/delta`)).body)).toEqual(['1']);
});

it('counts one unit for the changes since a token and two for an enumeration', async () => {
  const tenant = await aTenant();
  const list = await aFollowedList(tenant);
  const { deltaLink } = await list.drain(await list.delta());
  await list.follow(deltaLink);
  for (const call of ['?token=latest', '()', "(token='latest')", "(token='some')"]) await list.delta(call);
  expect(tenant.core.ledger.entries(1).map((entry) => entry.ru)).toEqual([2, 1, 2, 2, 2, 1]);
});
