import { onTestFinished } from 'vitest';
import { createGraph } from '../../src/graph/client.ts';
import { createFiles } from '../../src/graph/create-files.ts';
import { createHandedOutAddress } from '../../src/graph/handed-out-address.ts';
import { createHandedOutBytes } from '../../src/graph/handed-out-bytes.ts';
import type { UploadSettings } from '../../src/graph/upload-file.ts';
import { demo } from '../../src/local/cast.ts';
import { localTransport } from '../../src/local/transport.ts';
import type { Files, FileSource } from '../../src/ports/files.ts';
import type { Budget } from '../../src/ports/graph.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { aTenant, type TestTenant } from '../local/a-tenant.ts';
import { handSetClock } from './hand-set-clock.ts';

/** One call as it left: `PUT /path`, whether a token went with it, how many bytes. */
export interface LeftCall {
  readonly what: string;
  readonly host: string;
  readonly token: boolean;
  readonly bytes: number;
}

export interface FileLibrary {
  readonly tenant: TestTenant;
  readonly drive: string;
  readonly files: Files;
  /** What left since the library was opened. */
  readonly left: LeftCall[];
  /** How long was waited in all, in milliseconds; nobody really waits. */
  readonly waits: number[];
  /** Resource units that were charged. */
  readonly spent: { units: number };
  /** The names of the files in the root; no fault strikes any more. */
  names(): Promise<readonly string[]>;
  /** The bytes of a file in the root. */
  content(name: string): Promise<Buffer>;
  /** Ends the tenant and starts it again on the same folder. */
  restarted(): Promise<FileLibrary>;
}

export interface LibrarySettings extends Partial<UploadSettings> {
  /** Stands between Lantern and the tenant. */
  readonly through?: (transport: Transport) => Transport;
}

type AtEnd = Parameters<typeof aTenant>[1];

/**
 * A document library on a local tenant over real HTTP, and Lantern's way to put files there.
 * @param dataDir of a tenant that was ended before
 */
export async function fileLibrary(
  settings: LibrarySettings = {},
  atEnd: AtEnd = onTestFinished,
  dataDir?: string,
): Promise<FileLibrary> {
  const tenant = await aTenant(dataDir === undefined ? {} : { dataDir }, atEnd);
  const { through = (transport: Transport) => transport, ...upload } = settings;
  const left: LeftCall[] = [];
  const waits: number[] = [];
  const spent = { units: 0 };
  const clock = handSetClock();
  const direct = localTransport(tenant.origin);
  const outer = through(direct);
  const transport: Transport = (input, init) => {
    const { pathname, hostname: host } = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    const bytes = init?.body instanceof Uint8Array ? init.body.length : 0;
    left.push({ what: `${init?.method} ${pathname}`, host, token: headers.has('authorization'), bytes });
    return outer(input, init);
  };
  const budget: Budget = {
    wait: () => 0,
    spend(units) {
      spent.units += units;
      return () => undefined;
    },
    rest: () => undefined,
  };
  const calls = { transport, userAgent: 'NONISV|Lantern|Tests/1.0', budget };
  const files = createFiles({
    graph: createGraph({ ...calls, token: async () => tenant.core.graphToken(demo.apiAppId) }),
    ask: createHandedOutAddress(calls),
    fetchBytes: createHandedOutBytes(calls),
    clock,
    random: () => 0,
    async sleep(ms) {
      waits.push(ms);
      clock.forward(ms / 1_000);
    },
    ...upload,
  });

  const token = tenant.core.graphToken(demo.provisionAppId);
  const list = { displayName: 'Files', list: { template: 'documentLibrary' } };
  if (dataDir === undefined) await tenant.graph('POST', '/lists', { token, body: list });
  const drive = (await tenant.graph('GET', '/lists/Files/drive')).body.id;

  return {
    tenant,
    drive,
    files,
    left,
    waits,
    spent,
    async names() {
      tenant.core.faults.setRules([]);
      const { body } = await tenant.graph('GET', '/lists/Files/drive/root/children?$top=5000');
      return body.value.map((item) => String(item['name']));
    },
    async content(name) {
      const { body } = await tenant.graph('GET', `/lists/Files/drive/root:/${encodeURIComponent(name)}`);
      const answer = await direct(String(body['@microsoft.graph.downloadUrl']));
      return Buffer.from(await answer.arrayBuffer());
    },
    async restarted() {
      await tenant.close();
      return fileLibrary(settings, atEnd, tenant.dataDir);
    },
  };
}

/** A source in memory. */
export function sourceOf(bytes: Uint8Array): FileSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** Bytes that differ from place to place. */
export function someBytes(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  for (let n = 0; n < length; n++) bytes[n] = n * 31 + (n >> 8) * 7 + seed;
  return bytes;
}
