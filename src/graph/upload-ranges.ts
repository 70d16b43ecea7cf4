import type { FiledFile, FileSource, UploadProgress } from '../ports/files.ts';
import type { GraphAnswer, GraphUnreachable } from '../ports/graph.ts';
import { filedFile } from './file-there.ts';
import type { HandedOutAddress } from './handed-out-address.ts';
import { endOf, mayPass, type UploadPatience } from './upload-patience.ts';

/**
 * How sending a file's ranges ended. `gone`: nobody knows the upload any more, perhaps because it is complete. `stuck`: it
 * has everything and makes no file of it, mostly because the name was taken.
 */
export type RangesEnd =
  | { readonly what: 'done'; readonly file: FiledFile }
  | { readonly what: 'gone' | 'stuck' | 'no-answer' }
  | { readonly what: 'refused'; readonly answer: GraphAnswer };

/** Microsoft: each range but the last is a multiple of 320 KiB, and 5 to 10 MiB serve best. Here 5 MiB. */
export const rangeGrain = 327_680;
export const usualRange = 16 * rangeGrain;

export interface RangesParts {
  readonly ask: HandedOutAddress;
  readonly url: string;
  readonly source: FileSource;
  /** Bytes in one range. */
  readonly rangeSize: number;
  readonly patience: UploadPatience;
  /** Whether an earlier try may have sent some. */
  readonly resumed: boolean;
  onProgress(progress: UploadProgress): void;
}

/** Where the next range begins, as `nextExpectedRanges` says; undefined when it does not. */
function nextStart({ body }: GraphAnswer, size: number): number | undefined {
  const ranges = (body as { nextExpectedRanges?: unknown } | undefined)?.nextExpectedRanges;
  const first: unknown = Array.isArray(ranges) ? ranges[0] : undefined;
  const start = typeof first === 'string' ? Number(/^(\d+)-/.exec(first)?.[1] ?? NaN) : NaN;
  return start < size ? start : undefined;
}

const gone = (end: GraphAnswer | GraphUnreachable) => 'status' in end && (end.status === 404 || end.status === 401);

/** Asks the upload what it lacks. It may be asked as often as one likes. */
async function missing({ ask, url, source, patience }: RangesParts): Promise<number | RangesEnd> {
  for (;;) {
    const end = await endOf(ask({ method: 'GET', url }));
    if (gone(end)) return { what: 'gone' };
    const start = 'status' in end && end.status === 200 ? nextStart(end, source.size) : undefined;
    if (start !== undefined) return start;
    if ('status' in end && end.status === 200) return { what: 'stuck' };
    if (!mayPass(end) && 'status' in end) return { what: 'refused', answer: end };
    if (!(await patience.again(end))) return { what: 'no-answer' };
  }
}

/**
 * Sends what an upload lacks, range by range. A range names its place in the file, so it may be sent again: the upload has
 * each byte once. After anything but a clear answer it is asked what it has.
 * https://learn.microsoft.com/graph/api/driveitem-createuploadsession
 */
export async function uploadRanges(parts: RangesParts): Promise<RangesEnd> {
  const { ask, url, source, rangeSize, patience, onProgress } = parts;
  let from: number | RangesEnd = parts.resumed ? await missing(parts) : 0;
  while (typeof from === 'number') {
    const to = Math.min(from + rangeSize, source.size);
    const body = await source.read(from, to);
    if (body.length !== to - from) throw new Error('the file to upload changed its size');
    const headers = { 'content-range': `bytes ${from}-${to - 1}/${source.size}` };
    const end = await endOf(ask({ method: 'PUT', url, headers, body }));

    const file = 'status' in end && (end.status === 201 || end.status === 200) ? filedFile(end) : undefined;
    if (file) return { what: 'done', file };
    if (gone(end)) return { what: 'gone' };
    if ('status' in end && end.status === 409) return { what: 'stuck' };
    const next = 'status' in end && end.status === 202 ? nextStart(end, source.size) : undefined;
    if (next !== undefined && next > from) {
      patience.renew();
      onProgress({ sent: next, size: source.size, session: url });
      from = next;
      continue;
    }
    const askable = mayPass(end) || ('status' in end && [200, 201, 202, 416].includes(end.status));
    if (!askable) return 'status' in end ? { what: 'refused', answer: end } : { what: 'no-answer' };
    if (!(await patience.again(end))) return { what: 'no-answer' };
    const had: number = from;
    from = await missing(parts);
    if (typeof from === 'number' && from > had) patience.renew();
  }
  return from;
}
