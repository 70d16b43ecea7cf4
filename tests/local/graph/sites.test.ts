import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aSharedTenant, aTenant, site } from '../a-tenant.ts';

const tenant = aSharedTenant();
const address = `/sites/${demo.sharePointHost}:${demo.school.sitePath}`;

it('finds a site by its address, and by the three-part id that it answers', async () => {
  const { graph } = tenant();
  const byAddress = await graph('GET', address);
  expect(byAddress.status).toBe(200);
  expect(byAddress.body).toMatchObject({
    id: expect.stringMatching(/^kestrelvale\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/),
    name: 'harrowmere-safeguarding',
    webUrl: 'https://kestrelvale.sharepoint.com/sites/harrowmere-safeguarding',
  });
  const byId = await graph('GET', `/sites/${byAddress.body.id}`);
  expect(byId.body).toEqual(byAddress.body);
});

it('keeps the id between starts, so that clients may keep it too', async () => {
  const [one, other] = [await aTenant(), await aTenant()];
  expect((await one.graph('GET', address)).body.id).toBe((await other.graph('GET', address)).body.id);
});

it('goes on from an address to what lies below', async () => {
  const { graph, aList } = tenant();
  const list = await aList([], 'Concerns');
  const lists = await graph('GET', `${address}:/lists?$select=id,displayName`);
  expect(lists.body.value).toMatchObject([{ id: list, displayName: 'Concerns' }]);
  expect((await graph('GET', `${address.toUpperCase().replace('/SITES/', '/sites/')}:/lists/${list}`)).body.id).toBe(
    list,
  );
});

it('answers what was selected and refuses what a site does not have', async () => {
  const { graph } = tenant();
  expect((await graph('GET', `${address}?$select=id,webUrl`)).body).toEqual({
    id: site.slice('/sites/'.length),
    webUrl: expect.any(String),
  });
  expect((await graph('GET', `${address}?$select=colour`)).status).toBe(400);
});

it.each([
  ['an address', `/sites/${demo.sharePointHost}:/sites/nowhere`],
  ['an id', '/sites/kestrelvale.sharepoint.com,1,2'],
])('says that a site is not found by %s that none has', async (_, path) => {
  const { graph } = tenant();
  const { status, body } = await graph('GET', path);
  expect([status, body.error.code]).toEqual([404, 'itemNotFound']);
});

it.each(['/sites', '/sites/root/pages', '/sites/a:/%E0%A4%A'])(
  'answers 400 for %s, which it does not know',
  async (path) => {
    const { graph } = tenant();
    expect((await graph('GET', path)).status).toBe(400);
  },
);
