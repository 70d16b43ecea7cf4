import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Express } from 'express';
import { z } from 'zod';
import type { Identity } from '../../src/access/types.ts';
import { createApp, type AppParts } from '../../src/http/app.ts';
import type { AnyUseCase, AnyView } from '../../src/http/parts.ts';
import type { Route, SentFile } from '../../src/http/route.ts';
import type { Result } from '../../src/perform/problem.ts';
import { createTokenVerifier, type TokenVerifierParts, type VerifyToken } from '../../src/identity/token-verifier.ts';
import {
  audience,
  genuineClaims,
  newKey,
  sign,
  startEntraKeys,
  teamsWeb,
  tenant,
  type EntraKeys,
  type SigningKey,
} from './entra-keys.ts';
import { handSetClock, type HandSetClock } from './hand-set-clock.ts';
import { recordedLog, type LogLine } from './recorded-log.ts';

/** What `perform` or `read` was asked to do. */
export interface Asked {
  readonly identity: Identity;
  readonly input: unknown;
  readonly form?: string;
}

export const view: AnyView = {
  verb: 'look',
  shape: 'page',
  fields: [],
  params: z.object({}),
  query: { name: 'none', build: () => ({ compile: () => Promise.reject(new Error('never compiled here')) }) as never },
  values: () => ({}),
  present: () => ({ answer: {}, ids: [] }),
};

export const useCase: AnyUseCase = {
  verb: 'act',
  input: z.unknown(),
  needs: () => ({}),
  decide: () => ({ ok: true, change: { put: [], entries: [], effects: [] }, answer: {} }),
};

/** A file under any name: a page, as far as its bytes go, so that whoever would show it would run it. */
function fileCalled(name: string): Result<SentFile> {
  const page = Buffer.from('<script>alert(1)</script>');
  const bytes = (async function* () {
    yield page;
  })();
  return { ok: true, answer: { name, mediaType: 'application/pdf', size: page.length, bytes } };
}

/** One route of each kind. */
export const sampleRoutes: readonly Route[] = [
  { method: 'get', path: '/api/desk', compose: (identity, read) => read(view, identity, 'composed') },
  { method: 'get', path: '/api/things', view, params: ({ query }) => query },
  { method: 'get', path: '/api/things/:id', view, params: ({ params }) => params },
  { method: 'post', path: '/api/things/:id', useCase, input: ({ params, body }) => ({ id: params['id'], body }) },
  { method: 'get', path: '/api/files/:id', file: async (_identity, { params }) => fileCalled(params['id'] ?? '') },
  {
    method: 'put',
    path: '/api/files/:id',
    most: 64,
    receive: async (_identity, { range, bytes }) => ({ ok: true, answer: { range, bytes: [...bytes] } }),
  },
];

export interface TabApi {
  readonly app: Express;
  readonly origin: string;
  readonly keys: EntraKeys;
  readonly key: SigningKey;
  readonly clock: HandSetClock;
  readonly lines: LogLine[];
  readonly looks: Asked[];
  readonly acts: Asked[];
  /** A genuine header for the person of the sample. */
  readonly authorization: string;
  close(): Promise<void>;
}

const page =
  '<!doctype html><meta name="lantern-host" content="" /><script nonce="__NONCE__"></script><style nonce="__NONCE__"></style>';

function builtTab(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lantern-tab-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), page);
  writeFileSync(join(directory, 'assets', 'index-4f2a91c3.js'), 'export {};');
  writeFileSync(join(directory, 'assets', 'index-4f2a91c3.js.br'), brotliCompressSync('export {};'));
  return directory;
}

/** Making an RSA key is the slow part of a start, and a key has no state. */
const sampleKey = newKey('first');

/** The real web application on a real port, with a real token check; what stands behind the door only notes what it was asked. */
export async function startTabApi(
  changes: Partial<AppParts> = {},
  around: (verify: VerifyToken) => VerifyToken = (verify) => verify,
  rules: Partial<TokenVerifierParts> = {},
): Promise<TabApi> {
  const clock = handSetClock();
  const key = await sampleKey;
  const keys = await startEntraKeys(key);
  const { log, lines } = recordedLog();
  const looks: Asked[] = [];
  const acts: Asked[] = [];
  const tabDir = builtTab();
  const app = createApp({
    config: { LANTERN_MODE: 'production' },
    verify: around(
      createTokenVerifier({
        tenants: new Set([tenant]),
        audience,
        clients: new Set([teamsWeb]),
        transport: keys.transport,
        clock,
        log,
        ...rules,
      }),
    ),
    routes: sampleRoutes,
    clock,
    read: async (_view, identity, input) => {
      looks.push({ identity, input });
      return { ok: true, answer: '{"items":[]}' };
    },
    perform: async (_useCase, identity, input, form) => {
      acts.push({ identity, input, form });
      return { ok: true, answer: { done: true } };
    },
    follow: () => undefined,
    botHandler: (request, response) => {
      response.json({ bot: JSON.stringify(request.body).length });
    },
    tabDir,
    hostOrigin: undefined,
    outside: { door: { open: async () => undefined }, take: () => 0 },
    ready: () => true,
    age: () => ({ seconds: 40, late: false }),
    log,
    ...changes,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const token = await sign(key, genuineClaims(clock.seconds()));

  return {
    app,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    key,
    clock,
    lines,
    looks,
    acts,
    authorization: `Bearer ${token}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await Promise.all([once(server, 'close'), keys.close()]);
      rmSync(tabDir, { recursive: true });
    },
  };
}
