import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cast } from '../../src/local/cast.ts';
import { createHostPage } from '../../src/local/host/create-host-page.ts';

const lanternOrigin = 'http://127.0.0.1:39781';
let server: Server;
let origin = '';
let signedIn: string[] = [];

beforeAll(async () => {
  const app = express();
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(
    createHostPage({
      people: cast,
      first: 'priya',
      signIn: async (key) => {
        signedIn = [...signedIn, key];
        return `token ${key} ${signedIn.length}`;
      },
      hostOrigin: () => origin,
      lanternOrigin: () => lanternOrigin,
      chats: () => [{ key: 'daniel', name: 'Daniel Osei', url: 'http://localhost:56160/' }],
    }),
  );
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const signIn = (person: unknown, headers: Record<string, string> = {}) =>
  fetch(`${origin}/local/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ person }),
  });

/** fetch does not let one choose the Host. */
async function statusUnder(host: string, method: string, path: string) {
  const asked = request(`${origin}${path}`, { method, headers: { Host: host } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, location: response.headers.location };
}

it('signs a person of the demonstration in, with a fresh token each time', async () => {
  const tokens = [await (await signIn('priya')).json(), await (await signIn('priya')).json()];
  expect(tokens[0]).toEqual({ token: expect.stringMatching(/^token priya /) });
  expect(tokens[0]).not.toEqual(tokens[1]);
});

it.each(['nobody', '', null, 7, ['priya'], { key: 'priya' }])('signs nobody in for %j', async (person) => {
  const before = signedIn.length;
  const response = await signIn(person);
  expect(response.status).toBe(404);
  expect(signedIn.length).toBe(before);
});

it.each([{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }])(
  'refuses a sign-in that a foreign page asks for: %j',
  async (headers) => {
    const before = signedIn.length;
    expect((await signIn('priya', headers as unknown as Record<string, string>)).status).toBe(403);
    expect(signedIn.length).toBe(before);
  },
);

it('refuses a foreign name that points at this machine', async () => {
  expect((await statusUnder('evil.example', 'POST', '/local/sign-in')).status).toBe(421);
  expect((await statusUnder('evil.example', 'GET', '/')).status).toBe(421);
});

it('sends a visitor who comes by another name of this machine to the origin that Lantern knows', async () => {
  const port = new URL(origin).port;
  const answer = await statusUnder(`localhost:${port}`, 'GET', '/host?person=tom');
  expect(answer).toEqual({ status: 302, location: `${origin}/host?person=tom` });
});

it.each(['/', '/host?person=daniel&theme=dark'])(
  '%s shows the page under a policy that frames Lantern and the chat windows alone',
  async (path) => {
    const response = await fetch(`${origin}${path}`);
    const policy = response.headers.get('Content-Security-Policy');
    expect(await response.text()).toContain('Demonstration: invented people');
    expect(policy).toContain(`frame-src ${lanternOrigin} http://localhost:56160;`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  },
);

it('the page has no script or style that its policy would stop', async () => {
  const text = await (await fetch(`${origin}/`)).text();
  expect(text).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*src=)/);
  for (const [, path] of text.matchAll(/(?:src|href)="(\/host\/[^"]+)"/g)) {
    expect((await fetch(`${origin}${path!}`)).status).toBe(200);
  }
});

it('tells the page who there is and where Lantern is, and no more of a person than that', async () => {
  const settings = await (await fetch(`${origin}/host/settings.json`)).json();
  expect(settings).toMatchObject({ lanternOrigin, first: 'priya', chats: [{ key: 'daniel' }] });
  expect(settings.people).toHaveLength(cast.length);
  expect(Object.keys(settings.people[0])).toEqual(['key', 'id', 'name', 'job', 'userPrincipalName', 'school']);
});
