import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import type { StartOptions } from '../../../src/local/tenant.ts';
import { aTenant, type ReplyBody, type TestTenant } from '../a-tenant.ts';

export interface ByteReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly body: ReplyBody;
}

export interface Library extends TestTenant {
  readonly list: string;
  readonly drive: string;
  /** Calls Graph below `/drives/{id}`; bytes as body go as they are. */
  onDrive(
    method: string,
    path: string,
    asked?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<ByteReply>;
  /** Asks an address that Graph handed out, without a token. */
  outside(
    method: string,
    url: string,
    asked?: { body?: Uint8Array; headers?: Record<string, string> },
  ): Promise<ByteReply>;
  /** A range of an upload. */
  range(url: string, file: Uint8Array, from: number, to: number): Promise<ByteReply>;
  /** The bytes of a file by its path in the drive. */
  content(path: string): Promise<Buffer>;
}

async function replyOf(answer: Response): Promise<ByteReply> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const json = answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    headers: answer.headers,
    bytes,
    body: (json ? JSON.parse(bytes.toString()) : {}) as ReplyBody,
  };
}

/** A tenant with a document library, which the next start of the same folder finds again. */
export async function aLibrary(options: Partial<StartOptions> = {}): Promise<Library> {
  const tenant = await aTenant(options);
  const transport = localTransport(tenant.origin);
  const token = tenant.core.graphToken(demo.provisionAppId);
  const template = { displayName: 'Files', list: { template: 'documentLibrary' } };
  const made = await tenant.graph('POST', '/lists', { token, body: template });
  const list = made.status === 201 ? made.body.id : (await tenant.graph('GET', '/lists/Files')).body.id;
  const drive = (await tenant.graph('GET', `/lists/${list}/drive`)).body.id;

  const onDrive: Library['onDrive'] = async (method, path, { body, headers } = {}) =>
    replyOf(
      await transport(`https://graph.microsoft.com/v1.0/drives/${drive}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${tenant.core.graphToken(demo.apiAppId)}`,
          ...(body !== undefined && {
            'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
          }),
          ...headers,
        },
        ...(body !== undefined && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
      } as RequestInit),
    );
  const outside: Library['outside'] = async (method, url, asked = {}) =>
    replyOf(await transport(url, { method, ...asked } as RequestInit));

  return {
    ...tenant,
    list,
    drive,
    onDrive,
    outside,
    range: (url, file, from, to) =>
      outside('PUT', url, {
        body: file.subarray(from, to),
        headers: { 'content-range': `bytes ${from}-${to - 1}/${file.length}` },
      }),
    async content(path) {
      const way = await onDrive('GET', `/root:/${path}:/content`);
      return (await outside('GET', String(way.headers.get('location')))).bytes;
    },
  };
}

/** Bytes that differ from place to place. */
export function bytesOf(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  for (let n = 0; n < length; n++) bytes[n] = n * 31 + (n >> 8) * 7 + seed;
  return bytes;
}
