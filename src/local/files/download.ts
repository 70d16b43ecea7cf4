import type { Answer } from '../graph/answer.ts';
import type { Stores } from '../graph/call.ts';
import { GraphFault, notFound } from '../graph/graph-fault.ts';
import { driveItemId } from './drive-id.ts';
import { mediaType } from './media-type.ts';

/** The bytes that a `Range` header asks for, both ends counted; undefined for the whole file. Several ranges are ignored. */
function asked(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const [match, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (match === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end)
    throw new GraphFault(416, 'invalidRange', 'The requested range is not in the file.', {
      'content-range': `bytes */${size}`,
    });
  return { from: start, to: end };
}

/**
 * Hands out a file's bytes: https://learn.microsoft.com/graph/api/driveitem-get-content, partial range downloads
 * @param guid of the file's row, as the address names it
 */
export function download(stores: Stores, guid: string, range: string | undefined): Answer {
  const file = /^[0-9a-f-]{36}$/.test(guid) ? stores.files.byKey(driveItemId(guid)) : undefined;
  if (!file?.content) throw notFound('The resource');
  const { blob, size } = file.content;
  const part = asked(range, size);
  const bytes = stores.blobs.read(blob, part?.from ?? 0, part ? part.to + 1 : size);
  return {
    status: part ? 206 : 200,
    headers: {
      'accept-ranges': 'bytes',
      // Whatever somebody uploaded must not run as a page of the tenant's own.
      'content-disposition': `attachment;filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      ...(part && { 'content-range': `bytes ${part.from}-${part.to}/${size}` }),
    },
    content: { type: mediaType(file.name), bytes },
  };
}
