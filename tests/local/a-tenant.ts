import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { startTenant, type StartOptions, type Tenant } from '../../src/local/tenant.ts';

export interface GraphReply {
  readonly status: number;
  readonly headers: Headers;
  /** Loosely typed on purpose: tests look at what arrived over the wire. */
  readonly body: ReplyBody;
}

export interface ReplyBody {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly eTag: string;
  readonly value: readonly ReplyBody[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innerError: Readonly<Record<string, string>>;
  };
}

export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A token, or null for none; Lantern's own when absent. */
  readonly token?: string | null;
  readonly signal?: AbortSignal;
}

/** A tenant on a free port with its own folder, gone when the test ends, and a short way to call its Graph. */
export interface TestTenant extends Tenant {
  readonly dataDir: string;
  /** `/v1.0/sites/{id of the safeguarding site}` is put before a path that begins with nothing Graph begins with. */
  graph(method: string, path: string, asked?: Asked): Promise<GraphReply>;
  /** Makes a list as the provisioning application and answers its id. */
  aList(columns?: readonly object[], displayName?: string): Promise<string>;
}

export const site = `/sites/${siteId(demoSites[0]!)}`;
export const text = (name: string, rest: object = {}) => ({ name, text: { maxLength: 255 }, ...rest });
export const indexed = { indexed: true };
export const unique = { indexed: true, enforceUniqueValues: true };

const besideSite = /^\/((sites|subscriptions|users|groups|education|teams|communications|me)\b|drives\/)/;

type AtEnd = (clean: () => void | Promise<void>) => void;

/** Key pairs take long to make: the first tenant's serve all that a process starts. */
const keys = new Map<string, Buffer>();
const keyFiles = ['entra-keys.json', 'channel-keys.json'];

function aFolder(atEnd: AtEnd): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-tenant-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of keys) writeFileSync(join(folder, file), content, { mode: 0o600 });
  return folder;
}

/** A tenant for one test. */
export async function aTenant(options: Partial<StartOptions> = {}, atEnd: AtEnd = onTestFinished): Promise<TestTenant> {
  const dataDir = options.dataDir ?? aFolder(atEnd);
  const tenant = await startTenant({ port: 0, ...options, dataDir });
  for (const file of keyFiles) keys.set(file, readFileSync(join(dataDir, file)));
  let open = true;
  const close = async () => {
    if (open) await tenant.close();
    open = false;
  };
  atEnd(close);

  const graph: TestTenant['graph'] = async (method, path, asked = {}) => {
    const token = asked.token === undefined ? tenant.core.graphToken(demo.apiAppId) : asked.token;
    const answer = await fetch(`${tenant.origin}/v1.0${besideSite.test(path) ? '' : site}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(asked.body !== undefined && { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body !== undefined && {
        body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body),
      }),
      ...(asked.signal && { signal: asked.signal }),
    });
    const received = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: (received === '' ? {} : JSON.parse(received)) as ReplyBody,
    };
  };

  let lists = 0;
  return {
    ...tenant,
    close,
    dataDir,
    graph,
    async aList(columns = [], displayName = `List ${++lists}`) {
      const token = tenant.core.graphToken(demo.provisionAppId);
      const { status, body } = await graph('POST', '/lists', { token, body: { displayName, columns } });
      if (status !== 201) throw new Error(`list not made: ${status} ${JSON.stringify(body)}`);
      return body.id;
    },
  };
}

/** One tenant for all tests of a file, each with lists of its own. */
export function aSharedTenant(): () => TestTenant {
  const ends: Parameters<AtEnd>[0][] = [];
  let tenant: TestTenant | undefined;
  beforeAll(async () => {
    tenant = await aTenant({}, (clean) => void ends.push(clean));
  });
  afterAll(async () => {
    for (const clean of ends.reverse()) await clean();
  });
  return () => {
    if (!tenant) throw new Error('the shared tenant starts before the first test');
    return tenant;
  };
}
