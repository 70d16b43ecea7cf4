import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z, type ZodType } from 'zod';
import { listConcerns } from '../../src/areas/concerns/views.ts';
import { houseFiles } from '../architecture/house.ts';
import { ofAreas } from '../support/all-routes.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

const routes = Object.values(ofAreas).flat();

/** What the acts and looks of a route take. */
const schemas = routes.flatMap((route): readonly (readonly [string, ZodType])[] => {
  const name = `${route.method} ${route.path}`;
  if ('useCase' in route) return [[name, route.useCase.input as ZodType]];
  return 'view' in route ? [[name, route.view.params as ZodType]] : [];
});

interface Complaint {
  readonly code: string;
  /** Of each kind that it could have been. */
  readonly errors?: readonly (readonly Complaint[])[];
}
const complaints = (schema: ZodType, input: unknown): readonly Complaint[] => {
  const read = schema.safeParse(input);
  return read.success ? [] : (read.error.issues as readonly Complaint[]);
};
/** Whether a field too many is a fault, whichever kind the input is taken for. */
const isStrict = (found: readonly Complaint[]): boolean =>
  found.some(({ code, errors = [] }) => code === 'unrecognized_keys' || (errors.length > 0 && errors.every(isStrict)));

describe('a field that nobody asked for', () => {
  it('is tried on the routes of every area that is mounted', () => {
    const { text: source = '' } = houseFiles().find(({ path }) => path === 'src/compose/open-app.ts') ?? {};
    const mounted = [...source.matchAll(/^import \{ (\w+Routes)\b/gm)].map(([, name]) => name ?? '');
    expect(mounted.sort()).toEqual(Object.keys(ofAreas).sort());
  });

  it('there are acts and looks to try, and a lax one would be noticed', () => {
    expect(schemas.length).toBeGreaterThan(30);
    expect(isStrict(complaints(z.object({ id: z.string() }), { nobodyAsked: true }))).toBe(false);
    const lax = z.union([z.strictObject({ a: z.string() }), z.object({ b: z.string() })]);
    expect(isStrict(complaints(lax, { nobodyAsked: true }))).toBe(false);
  });

  it.each(schemas)('%s takes none', (_name, schema) => {
    expect(isStrict(complaints(schema, { takenById: 'me', nobodyAsked: true }))).toBe(true);
  });
});

describe('names that JavaScript gives a meaning', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s in a body changes no other object', async (name) => {
    const body = `{"form":"${'1'.repeat(32)}","${name}":{"polluted":true,"prototype":{"polluted":true}}}`;
    const headers = { authorization: api.authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${api.origin}/api/things/1`, { method: 'POST', headers, body });
    expect(answer.status).toBeLessThan(500);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('in an address they change none either', async () => {
    const query = '?__proto__[polluted]=1&constructor[prototype][polluted]=1';
    const { status } = await fetch(`${api.origin}/api/things${query}`, {
      headers: { authorization: api.authorization },
    });
    expect(status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

it('a parameter that is given twice is no text, and is refused', () => {
  const params = listConcerns.params as ZodType;
  expect(complaints(params, { show: 'mine' })).toEqual([]);
  expect(complaints(params, { show: ['mine', 'all'] })).not.toEqual([]);
});

describe('a folder of the tab', () => {
  it.each(['/tab/assets', '/tab/assets/', '/tab/assets/.', '/tab/assets//'])('%s shows no list', async (path) => {
    const answer = await fetch(api.origin + path);
    expect(await answer.text()).not.toContain('index-4f2a91c3');
  });
});

describe('a request of which two readers could think differently', () => {
  it.each([
    ['both lengths', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a coding that hides', 'Transfer-Encoding: chunked\r\nTransfer-Encoding : identity'],
    ['a length that is no number', 'Content-Length: +5'],
  ])('with %s is refused and its connection closed', async (_which, lines) => {
    api.acts.length = 0;
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = `Host: localhost\r\nAuthorization: ${api.authorization}\r\nContent-Type: application/json`;
    socket.write(
      `POST /api/things/1 HTTP/1.1\r\n${head}\r\n${lines}\r\n\r\n0\r\n\r\nGET /live HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    );
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
    expect(api.acts).toEqual([]);
  });
});

describe('what a person wrote', () => {
  const product = houseFiles().filter(
    ({ path }) => /^(src|bot|tab)\/.*\.tsx?$/.test(path) && !path.startsWith('src/local/'),
  );
  const dangers = [
    ['a process', /child_process|worker_threads/],
    ['code', /\beval\(|new Function\(|from 'node:vm'|setTimeout\(['"`]/],
    ['a regular expression', /\bRegExp\(/],
  ] as const;

  it.each(dangers)('can never become %s: the product makes none', (_what, danger) => {
    expect(product.length).toBeGreaterThan(300);
    expect(product.filter(({ text: source }) => danger.test(source)).map(({ path }) => path)).toEqual([]);
  });

  it('each of these would be noticed', () => {
    const sources = ["import { spawn } from 'node:child_process';", 'eval(words)', 'new RegExp(words)'];
    expect(dangers.map(([, danger], n) => danger.test(sources[n] ?? ''))).toEqual([true, true, true]);
  });
});
