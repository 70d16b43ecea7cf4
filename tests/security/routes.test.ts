import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '../../src/http/signed-in.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

const mounts = ['/api', '/tab'];

/** Where a nested router is mounted: the one of our prefixes that its layer answers to. A layer at the root answers to any. */
const prefixOf = (layer: Layer) =>
  layer.match('/anything') ? '' : (mounts.find((mount) => layer.match(mount)) ?? 'unknown');

/** Every route that Express holds, wherever it is nested. */
function inventory(stack: readonly Layer[], prefix = ''): readonly string[] {
  return stack.flatMap((layer) => {
    if (layer.route) return [prefix + layer.route.path];
    return layer.handle.stack ? inventory(layer.handle.stack, prefix + prefixOf(layer)) : [];
  });
}

const stackOf = (app: TabApi['app']) => (app as unknown as { router: { stack: readonly Layer[] } }).router.stack;
const open = ['/tab/{*place}', '/live', '/ready', '/api/messages', '/outside/:secret'];

/** Sends a path exactly as written. */
const statusOf = (method: string, path: string, authorization?: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = authorization ? { authorization } : {};
    request(api.origin, { method, path, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    })
      .on('error', reject)
      .end();
  });

describe('every route but five is behind the token check', () => {
  it('the inventory holds the five and the areas’ own', () => {
    expect([...inventory(stackOf(api.app))].sort()).toEqual(
      [...open, '/api/changes', '/api/desk', '/api/files/:id', '/api/things', '/api/things/:id'].sort(),
    );
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    'each answers 401 to %s without a token',
    async (method) => {
      const guarded = inventory(stackOf(api.app)).filter((path) => !open.includes(path));
      expect(guarded.length).toBeGreaterThan(2);
      const statuses = await Promise.all(guarded.map((path) => statusOf(method, path.replace(':id', '1'))));
      expect(statuses).toEqual(guarded.map(() => 401));
    },
  );

  it('an address that does not exist says no more than one that does', async () => {
    expect(await statusOf('GET', '/api/nothing-here')).toBe(401);
    expect(await statusOf('GET', '/api/nothing-here', api.authorization)).toBe(404);
  });

  it.each([
    '/API/desk',
    '/api/desk/',
    '/api//desk',
    '//api/desk',
    '/%61pi/desk',
    '/api/%64esk',
    '/./api/desk',
    '/tab/../api/desk',
    '/api/messages/../desk',
    '/api/messages/',
    '/api/messages/desk',
    '/API/messages',
    '/api/desk;x',
    '/api/desk%2f',
    '/api\\desk',
    '/api/messages?x=/api/desk',
    '/api/messages%3f/desk',
    '/tab/%2e%2e/api/desk',
    '/tab/assets/..%2f..%2fapi/desk',
    '/tab/assets/../index.html',
    '/tab/assets/..%2findex.html',
    '/tab/assets/%2e%2e/%2e%2e/etc/passwd',
  ])('%s does not lead around it', async (path) => {
    api.looks.length = 0;
    const status = await statusOf('GET', path);
    expect(path.startsWith('/tab') ? [200, 400, 403, 404] : [400, 401, 404, 405]).toContain(status);
    expect(api.looks).toEqual([]);
  });

  it('a header that claims another path or method changes nothing', async () => {
    const claims = { 'x-original-url': '/live', 'x-rewrite-url': '/live', 'x-http-method-override': 'GET' };
    expect((await fetch(`${api.origin}/api/desk`, { headers: claims })).status).toBe(401);
  });

  it('a handler that was mounted outside asks in vain who is calling', () => {
    expect(() => callerOf({})).toThrow('a route was reached without the token check');
  });
});
