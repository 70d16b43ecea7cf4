import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aTenant } from '../a-tenant.ts';
import { aLibrary, bytesOf, type Library } from './a-library.ts';

const conflict = (word: string) => `?@microsoft.graph.conflictBehavior=${word}`;
const stored = (library: Library) => readdirSync(join(library.dataDir, 'files')).length;

it('answers 201 to a new file and 200 to new content, which is a new version of the same row', async () => {
  const library = await aLibrary();
  const first = await library.onDrive('PUT', '/root:/a.pdf:/content', { body: bytesOf(1_000) });
  expect([first.status, first.body['size']]).toEqual([201, 1_000]);
  const second = await library.onDrive('PUT', '/root:/A.pdf:/content', { body: bytesOf(2_000, 9) });
  expect([second.status, second.body.id, second.body['size']]).toEqual([200, first.body.id, 2_000]);
  expect([second.body.eTag, second.body['cTag']]).not.toEqual([first.body.eTag, first.body['cTag']]);
  expect((await library.content('a.pdf')).equals(bytesOf(2_000, 9))).toBe(true);
  const { body: row } = await library.onDrive('GET', `/items/${first.body.id}/listItem?$expand=fields`);
  const { body: versions } = await library.graph(
    'GET',
    `/lists/${library.list}/items/${row.id}/versions?$expand=fields`,
  );
  expect(versions.value.map(({ id, fields }) => [id, fields['FileSizeDisplay']])).toEqual([
    ['2.0', '2000'],
    ['1.0', '1000'],
  ]);
  expect(stored(library)).toBe(1);
});

it('refuses, replaces or renames when the name is taken, as it is told', async () => {
  const library = await aLibrary();
  const put = async (word: string, seed: number) => {
    const { status, body } = await library.onDrive('PUT', `/root:/a.txt:/content${conflict(word)}`, {
      body: bytesOf(9, seed),
    });
    return [status, body.error?.code ?? body['name']];
  };
  expect(await put('fail', 1)).toEqual([201, 'a.txt']);
  expect(await put('fail', 2)).toEqual([409, 'nameAlreadyExists']);
  expect((await library.content('a.txt')).equals(bytesOf(9, 1))).toBe(true);
  expect(await put('rename', 3)).toEqual([201, 'a 1.txt']);
  expect(await put('rename', 4)).toEqual([201, 'a 2.txt']);
  expect(await put('replace', 5)).toEqual([200, 'a.txt']);
  expect(await put('merge', 6)).toEqual([400, 'BadRequest']);
  expect((await library.content('a%201.txt')).equals(bytesOf(9, 3))).toBe(true);
  expect(stored(library)).toBe(3);
});

it('refuses a folder, or a file in the place of one, when the name is taken', async () => {
  const library = await aLibrary();
  const make = async (rest = {}) =>
    (await library.onDrive('POST', '/root/children', { body: { name: 'f', folder: {}, ...rest } })).body;
  await make();
  expect((await make()).error.code).toBe('nameAlreadyExists');
  expect((await make({ '@microsoft.graph.conflictBehavior': 'rename' }))['name']).toBe('f 1');
  const { body } = await library.onDrive('PUT', '/root:/f:/content', { body: bytesOf(1) });
  expect(body.error.code).toBe('nameAlreadyExists');
});

it('writes and deletes only the version that the caller saw', async () => {
  const library = await aLibrary();
  const { body: made } = await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1) });
  await library.onDrive('PATCH', `/items/${made.id}/listItem/fields`, { body: { Title: 'moved on' } });
  const old = { headers: { 'if-match': made.eTag } };
  expect((await library.onDrive('PUT', `/items/${made.id}/content`, { body: bytesOf(2), ...old })).status).toBe(412);
  expect((await library.onDrive('POST', `/items/${made.id}/createUploadSession`, old)).status).toBe(412);
  expect((await library.onDrive('DELETE', `/items/${made.id}`, old)).status).toBe(412);
  const { body: now } = await library.onDrive('GET', `/items/${made.id}`);
  expect(now['cTag']).toBe(made['cTag']);
  const byContent = { headers: { 'if-match': String(now['cTag']) } };
  expect((await library.onDrive('PUT', `/items/${made.id}/content`, { body: bytesOf(2), ...byContent })).status).toBe(
    200,
  );
  expect((await library.onDrive('DELETE', `/items/${made.id}`, byContent)).status).toBe(412);
  expect((await library.onDrive('PUT', '/root:/new.txt:/content', { body: bytesOf(2), ...old })).status).toBe(412);
});

it('shows a file as a row, with its fields, in the list and in its changes', async () => {
  const library = await aLibrary();
  const token = library.core.graphToken(demo.provisionAppId);
  const items = `/lists/${library.list}/items`;
  const column = { name: 'CaseKey', text: {}, indexed: true };
  expect((await library.graph('POST', `/lists/${library.list}/columns`, { token, body: column })).status).toBe(201);
  const { body: latest } = await library.graph('GET', `${items}/delta?token=latest`);
  const { body: file } = await library.onDrive('PUT', '/root:/plan.docx:/content', { body: bytesOf(10) });
  const fields = await library.onDrive('PATCH', `/items/${file.id}/listItem/fields`, { body: { CaseKey: 'c-1' } });
  expect([fields.status, fields.body]).toEqual([
    200,
    expect.objectContaining({ CaseKey: 'c-1', FileLeafRef: 'plan.docx' }),
  ]);
  const found = await library.graph('GET', `${items}?$expand=fields&$filter=fields/CaseKey eq 'c-1'`);
  expect(found.body.value).toMatchObject([
    {
      webUrl: file['webUrl'],
      contentType: { name: 'Document' },
      fields: {
        FileLeafRef: 'plan.docx',
        FileSizeDisplay: '10',
        DocIcon: 'docx',
        ContentType: 'Document',
        CaseKey: 'c-1',
      },
    },
  ]);
  expect(found.body.value[0]!.fields).not.toHaveProperty('FileDirRef');
  const selected = await library.graph(
    'GET',
    `${items}/${found.body.value[0]!.id}?$expand=fields($select=FileLeafRef)`,
  );
  expect(selected.body.fields['FileLeafRef']).toBe('plan.docx');
  const link = String(latest['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', '');
  const changed = async () => (await library.graph('GET', link)).body.value.map((row) => [row.id, row['deleted']]);
  expect(await changed()).toEqual([['1', undefined]]);
  await library.onDrive('DELETE', `/items/${file.id}`);
  expect(await changed()).toEqual([['1', { state: 'deleted' }]]);
});

it('answers 409 to who writes the fields in the moment in which SharePoint saves', async () => {
  const library = await aLibrary();
  await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1) });
  library.core.faults.setRules([{ kind: 'own-save', match: { pathContains: '/listItem/fields' }, times: 1 }]);
  const patch = () => library.onDrive('PATCH', '/root:/a.txt:/listItem/fields', { body: { Title: 'x' } });
  const refused = await patch();
  expect([refused.status, refused.body.error.code]).toEqual([409, 'resourceModified']);
  expect((await patch()).body['Title']).toBe('x');
});

it('leads to the bytes by an address that opens without a token, for a few minutes, whole or in part', async () => {
  const clock = { now: Date.now() };
  const library = await aLibrary({ now: () => clock.now });
  const { body: made } = await library.onDrive('PUT', '/root:/a.pdf:/content', { body: bytesOf(100) });
  const way = await library.onDrive('GET', `/items/${made.id}/content`);
  const url = String(way.headers.get('location'));
  expect([way.status, url]).toEqual([302, expect.stringMatching(/^https:\/\/kestrelvale\.sharepoint\.com\//)]);
  const whole = await library.outside('GET', url);
  expect([whole.status, whole.headers.get('content-type'), whole.bytes.equals(bytesOf(100))]).toEqual([
    200,
    'application/pdf',
    true,
  ]);
  expect(whole.headers.get('content-disposition')).toBe("attachment;filename*=UTF-8''a.pdf");
  const part = await library.outside('GET', String(made['@microsoft.graph.downloadUrl']), {
    headers: { range: 'bytes=10-19' },
  });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/100']);
  expect(part.bytes.equals(bytesOf(100).subarray(10, 20))).toBe(true);
  expect((await library.outside('GET', url, { headers: { range: 'bytes=100-' } })).status).toBe(416);
  expect((await library.outside('GET', url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  expect((await library.outside('GET', url.replace(/tempauth=v1\.\d/, 'tempauth=v1.9'))).status).toBe(401);
  expect(
    (await library.onDrive('GET', `/items/${made.id}/content`, { headers: { 'if-none-match': made.eTag } })).status,
  ).toBe(304);
  clock.now += 5 * 60_000;
  expect((await library.outside('GET', url)).status).toBe(401);
});

it('keeps length and digest in the ledger in place of the bytes, and nothing that opens an address', async () => {
  const library = await aLibrary();
  const bytes = bytesOf(50);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytes });
  await library.content('a.txt');
  await library.onDrive('GET', '/root/children');
  const entries = library.core.ledger.entries();
  const [put, way, got] = entries.slice(-4);
  expect(put).toMatchObject({ method: 'PUT', body: { bytes: 50, sha256 }, status: 201, ru: 2 });
  expect(way).toMatchObject({ method: 'GET', status: 302, ru: 1 });
  expect(got).toMatchObject({ status: 200, response: { bytes: 50, sha256 }, ru: 1 });
  expect(got?.url).toMatch(/^https:\/\/kestrelvale\.sharepoint\.com\/sites\/.*UniqueId=/);
  expect(entries.at(-1)?.ru).toBe(2);
  expect(JSON.stringify(entries)).not.toMatch(/tempauth=v1/);
});

it('takes no more bytes at once than it is set to, and none in a batch', async () => {
  const library = await aLibrary({ largestPut: 1_000 });
  expect((await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1_001) })).status).toBe(413);
  expect((await library.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(1_000) })).status).toBe(201);
  const request = (id: string, method: string, url: string, rest = {}) => ({ id, method, url, ...rest });
  const inBatch = await fetch(`${library.origin}/v1.0/$batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${library.core.graphToken(demo.apiAppId)}` },
    body: JSON.stringify({
      requests: [
        request('put', 'PUT', `/drives/${library.drive}/root:/b.txt:/content`, {
          headers: { 'Content-Type': 'application/octet-stream' },
          body: 'AAAA',
        }),
        request('get', 'GET', `/drives/${library.drive}/root:/a.txt:/content`),
      ],
    }),
  });
  const { responses } = (await inBatch.json()) as { responses: { id: string; status: number; headers: object }[] };
  const of = (id: string) => responses.find((response) => response.id === id);
  expect(of('put')?.status).toBe(501);
  expect(of('get')).toMatchObject({ status: 302, headers: { Location: expect.stringContaining('sharepoint.com') } });
});

it('keeps files between starts, and clears away bytes that belong to none', async () => {
  const first = await aLibrary();
  await first.onDrive('PUT', '/root:/a.txt:/content', { body: bytesOf(10) });
  await first.close();
  writeFileSync(join(first.dataDir, 'files', 'left-by-a-killed-process'), 'x');
  const second = await aLibrary({ dataDir: first.dataDir });
  expect((await second.content('a.txt')).equals(bytesOf(10))).toBe(true);
  expect(stored(second)).toBe(1);
});

it('brings the rows of a tenant of before to the layout with files', async () => {
  const tenant = await aTenant();
  const list = await tenant.aList([], 'Concerns');
  await tenant.close();
  const again = await aLibrary({ dataDir: tenant.dataDir });
  expect((await again.graph('GET', `/lists/${list}`)).body['list']).toMatchObject({ template: 'genericList' });
});
