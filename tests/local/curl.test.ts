import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { processEnvironment } from '../../src/config.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { until } from '../support/until.ts';
import type { ReplyBody } from './a-tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-curl-'));
let local: ChildProcess | undefined;
let said = '';

/** What stands behind a name in the lines that `npm run local` prints. */
const printed = (name: string) => new RegExp(`^${name} +(\\S+)`, 'm').exec(said)?.[1];

beforeAll(async () => {
  if (spawnSync('curl', ['--version']).error) throw new Error('this test is a person with curl: install curl');
  const args = ['run', 'local', '--', '--port', '0', '--data', folder];
  // Whoever runs the tests has what they need: a test installs nothing beside others that run.
  const env = { ...processEnvironment(), LANTERN_PREPARING: '1' };
  // A group of its own: npm starts a shell, and that the tenant.
  local = spawn('npm', args, { cwd: projectRoot, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [local.stdout, local.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  await until('the tenant’s addresses', () => printed('token of priya'), 60).catch(() => {
    throw new Error(`npm run local printed no addresses:\n${said}`);
  });
}, 90_000);

afterAll(async () => {
  if (local?.pid !== undefined && local.exitCode === null) {
    const ended = once(local, 'exit');
    process.kill(-local.pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number;
  readonly body: ReplyBody;
}

/** curl as somebody types it, in silence and with the status after the answer. */
function curl(...args: readonly string[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    execFile('curl', ['--silent', '--show-error', '--write-out', '\n%{http_code}', ...args], (error, out, why) => {
      if (error) return reject(new Error(why));
      const [, text = '', status] = /^([^]*)\n(\d{3})$/.exec(out) ?? [];
      resolve({ status: Number(status), body: JSON.parse(text === '' ? '{}' : text) as ReplyBody });
    });
  });
}

it('a person with only curl makes a list, fills, pages, filters and changes it, and follows what happens to it', async () => {
  const [origin = '', site, token, provisioning] = ['origin', 'site id', 'Graph token', 'provisioning token'].map(
    printed,
  );
  const lists = `${origin}/v1.0/sites/${site}/lists`;
  const as = (bearer: string | undefined) => ['--header', `Authorization: Bearer ${bearer}`];
  const json = (body: object) => ['--header', 'Content-Type: application/json', '--data', JSON.stringify(body)];
  /** Links that Graph gives bear Microsoft's address; the tenant answers them at its own. */
  const here = (link: unknown) => String(link).replace('https://graph.microsoft.com', origin);
  const get = (url: string) => curl('--globoff', url.replaceAll(' ', '%20'), ...as(token));

  const made = await curl(
    ...[lists, ...as(provisioning)],
    ...json({
      displayName: 'Books',
      columns: [
        { name: 'Author', text: {}, indexed: true },
        { name: 'PageCount', number: {} },
      ],
      list: { template: 'genericList' },
    }),
  );
  expect([made.status, made.body['displayName']]).toEqual([201, 'Books']);
  const items = `${lists}/${made.body.id}/items`;

  const books = [
    { Title: 'Emma', Author: 'Austen', PageCount: 474 },
    { Title: 'Persuasion', Author: 'Austen', PageCount: 249 },
    { Title: 'Middlemarch', Author: 'Eliot', PageCount: 880 },
  ];
  for (const fields of books) expect((await curl(items, ...as(token), ...json({ fields }))).status).toBe(201);

  const titles = ({ body }: Reply) => body.value.map(({ fields }) => fields['Title']);
  const first = await get(`${items}?$expand=fields($select=Title)&$top=2`);
  expect([first.status, titles(first)]).toEqual([200, ['Emma', 'Persuasion']]);
  const second = await get(here(first.body['@odata.nextLink']));
  expect([titles(second), second.body['@odata.nextLink']]).toEqual([['Middlemarch'], undefined]);
  expect(titles(await get(`${items}?$expand=fields&$filter=fields/Author eq 'Eliot'`))).toEqual(['Middlemarch']);

  const start = await get(`${items}/delta?$top=2`);
  const rest = await get(here(start.body['@odata.nextLink']));
  expect([...start.body.value, ...rest.body.value].map(({ id }) => id)).toEqual(['1', '2', '3']);

  const { eTag } = (await get(`${items}/1`)).body;
  const update = (PageCount: number) =>
    curl(
      ...['--request', 'PATCH', `${items}/1/fields`, ...as(token), '--header', `If-Match: ${eTag}`],
      ...json({ PageCount }),
    );
  const changed = await update(475);
  expect([changed.status, changed.body['PageCount']]).toEqual([200, 475]);
  expect((await update(476)).status).toBe(412);
  expect((await curl('--request', 'DELETE', `${items}/3`, ...as(token))).status).toBe(204);

  const since = await get(here(rest.body['@odata.deltaLink']));
  expect(since.body.value.map(({ id, deleted }) => [id, deleted])).toEqual([
    ['1', undefined],
    ['3', { state: 'deleted' }],
  ]);
  expect((await get(here(since.body['@odata.deltaLink']))).body.value).toEqual([]);
});
