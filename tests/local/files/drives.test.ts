import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { demoSites } from '../../../src/local/graph/site.ts';
import { site } from '../a-tenant.ts';
import { aLibrary, bytesOf } from './a-library.ts';

it('makes a library whose drive is found by list, by site and by its own id', async () => {
  const library = await aLibrary();
  const list = await library.graph('GET', `/lists/${library.list}`);
  expect(list.body['list']).toMatchObject({ template: 'documentLibrary' });
  for (const path of [`/lists/${library.list}/drive`, '/lists/files/drive', '/drive', `/drives/${library.drive}`])
    expect((await library.graph('GET', path)).body).toMatchObject({
      id: library.drive,
      driveType: 'documentLibrary',
      name: 'Files',
    });
  expect((await library.onDrive('GET', '')).body.id).toBe(library.drive);
  expect((await library.graph('GET', '/drives')).body.value.map(({ id }) => id)).toEqual([library.drive]);
  expect((await library.onDrive('GET', '/root')).body).toMatchObject({ folder: { childCount: 0 }, root: {} });
});

it('knows no drive of a list that is no library, and none of another id', async () => {
  const library = await aLibrary();
  const plain = await library.aList();
  expect((await library.graph('GET', `/lists/${plain}/drive`)).status).toBe(404);
  for (const id of [`b!${'A'.repeat(64)}`, 'x', library.drive.slice(0, -2)])
    expect((await library.graph('GET', `/drives/${id}/root`)).status).toBe(404);
});

it('finds a file by every spelling of its place', async () => {
  const library = await aLibrary();
  const folder = await library.onDrive('POST', '/root/children', { body: { name: 'Fälle 2026', folder: {} } });
  expect([folder.status, folder.body['folder']]).toEqual([201, { childCount: 0 }]);
  const name = encodeURIComponent('Bericht #1.txt');
  const made = await library.onDrive('PUT', `/items/${folder.body.id}:/${name}:/content`, { body: Buffer.from('x') });
  expect([made.status, made.body['name']]).toEqual([201, 'Bericht #1.txt']);
  const inFolder = encodeURIComponent('Fälle 2026');
  for (const path of [
    `/items/${made.body.id}`,
    `/root:/${inFolder}/${name}`,
    `/root:/${inFolder}/${name}:`,
    `/items/root:/${inFolder}/${name}`,
    `/items/${folder.body.id}:/${name.toLowerCase()}`,
  ])
    expect((await library.onDrive('GET', path)).body.id, path).toBe(made.body.id);
  const elsewhere = `/drive/root:/${inFolder}/${name}`;
  for (const before of ['', `/lists/${library.list}`, `/sites/${demo.sharePointHost}:${demoSites[0]!.path}:`])
    expect((await library.graph('GET', `${before}${elsewhere}`)).body.id, before).toBe(made.body.id);
  expect((await library.graph('GET', `${site}/drives/${library.drive}/items/${made.body.id}`)).status).toBe(200);
  expect(made.body).toMatchObject({
    size: 1,
    webUrl: expect.stringMatching(/\/sites\/harrowmere-safeguarding\/Files\/F%C3%A4lle%202026\/Bericht/),
    file: { mimeType: 'text/plain', hashes: { quickXorHash: 'eAAAAAAAAAAAAAAAAQAAAAAAAAA=' } },
    parentReference: { driveId: library.drive, id: folder.body.id, name: 'Fälle 2026' },
  });
  for (const path of ['/root:/none.txt', '/root:/none/a.txt', `/items/${made.body.id}:/a.txt`, '/items/01ABC'])
    expect((await library.onDrive('GET', path)).status, path).toBe(404);
});

it('lists a folder page by page, and shows only what was selected', async () => {
  const library = await aLibrary();
  for (const name of ['a.txt', 'b.txt', 'c.txt'])
    await library.onDrive('PUT', `/root:/${name}:/content`, { body: Buffer.from(name) });
  const first = (await library.onDrive('GET', '/root/children?$top=2&$select=name,folder')).body;
  expect(first.value.map((item) => item['name'])).toEqual(['a.txt', 'b.txt']);
  expect(Object.keys(first.value[0]!)).toEqual(['@microsoft.graph.downloadUrl', 'name']);
  const next = String(first['@odata.nextLink']).replace(/^.*?\/drives\/[^/]+/, '');
  const second = (await library.onDrive('GET', next)).body;
  expect(second.value.map((item) => item['name'])).toEqual(['c.txt']);
  expect(second['@odata.nextLink']).toBeUndefined();
  expect((await library.onDrive('GET', '/root:/a.txt:/children')).status).toBe(404);
  expect((await library.onDrive('GET', '/root/children?$filter=x')).status).toBe(501);
});

it('shows a new file late in its folder when reads are behind, and at once by its name', async () => {
  const library = await aLibrary();
  await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1) });
  library.core.faults.setRules([{ kind: 'stale', match: { pathContains: '/children' }, times: 1 }]);
  const names = async () => (await library.onDrive('GET', '/root/children')).body.value.map((item) => item['name']);
  expect(await names()).toEqual([]);
  expect((await library.onDrive('GET', '/root:/a.txt')).status).toBe(200);
  expect(await names()).toEqual(['a.txt']);
});

it('deletes a file, a folder with all it holds, and a file through its row', async () => {
  const library = await aLibrary();
  const { body: folder } = await library.onDrive('POST', '/root/children', { body: { name: 'f', folder: {} } });
  for (const path of ['/root:/f/a.txt:', '/root:/f/b.txt:', '/root:/c.txt:', '/root:/d.txt:'])
    await library.onDrive('PUT', `${path}/content`, { body: bytesOf(3) });
  const { body: c } = await library.onDrive('GET', '/root:/c.txt');
  expect((await library.onDrive('DELETE', `/items/${folder.id}`)).status).toBe(204);
  expect((await library.onDrive('DELETE', `/items/${c.id}`)).status).toBe(204);
  const { body: row } = await library.onDrive('GET', '/root:/d.txt:/listItem');
  expect((await library.graph('DELETE', `/lists/${library.list}/items/${row.id}`)).status).toBe(204);
  expect((await library.onDrive('GET', '/root/children')).body.value).toEqual([]);
  expect((await library.graph('GET', `/lists/${library.list}/items`)).body.value).toEqual([]);
});

it.each([
  ['a name that ends in a dot', '/root:/a.:/content', 400],
  ['a name of Windows', '/root:/CON:/content', 400],
  ['a folder that is not there', '/root:/none/a.txt:/content', 404],
  ['the root', '/root/content', 400],
])('refuses bytes for %s', async (_, path, status) => {
  const library = await aLibrary();
  expect((await library.onDrive('PUT', path, { body: bytesOf(1) })).status).toBe(status);
});

it('refuses what it does not model', async () => {
  const library = await aLibrary();
  const { body: file } = await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1) });
  const call = async (method: string, path: string, body?: unknown) =>
    (await library.onDrive(method, path, body === undefined ? {} : { body })).status;
  expect(await call('PATCH', `/items/${file.id}`, { name: 'b.txt' })).toBe(400);
  expect(await call('POST', `/items/${file.id}/copy`, {})).toBe(400);
  expect(await call('POST', '/root/children', { name: 'b.txt', file: {} })).toBe(400);
  expect(await call('PATCH', '/root:/a.txt:/listItem/fields', { FileLeafRef: 'b.txt' })).toBe(501);
  const row = { fields: { Title: 'a row without a file' } };
  expect((await library.graph('POST', `/lists/${library.list}/items`, { body: row })).status).toBe(400);
});

it('lets who may read read files, and write none', async () => {
  const readable = { ...demoSites[0]!, grants: [{ appId: demo.apiAppId, level: 'read' as const }] };
  const library = await aLibrary({ sites: [readable] });
  expect((await library.onDrive('GET', '/root/children')).status).toBe(200);
  expect((await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1) })).status).toBe(403);
  expect((await library.onDrive('POST', '/root:/a.txt:/createUploadSession', { body: {} })).status).toBe(403);
  expect((await library.graph('GET', `/drives/${library.drive}`, { token: null })).status).toBe(401);
});
