import { GraphFault, invalidRequest } from '../graph/graph-fault.ts';
import type { UploadSession } from './session-store.ts';

/** `bytes from-to/size`, both ends counted. */
interface ContentRange {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** Each range but the last is a multiple of 320 KiB. */
const grain = 327_680;

function read(header: string | undefined): ContentRange {
  const [match, from, to, size] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header ?? '') ?? [];
  const range = { from: Number(from), to: Number(to), size: Number(size) };
  if (match === undefined || range.to < range.from || range.to >= range.size)
    throw invalidRequest('The Content-Range header is missing or malformed.');
  return range;
}

/** 416: https://github.com/OneDrive/onedrive-api-docs/issues/64 and 79 show the words. */
const wrongRange = (message: string) => new GraphFault(416, 'invalidRange', message);

/**
 * Checks a range against what the session has, and waits for.
 * https://learn.microsoft.com/graph/api/driveitem-createuploadsession
 * @throws GraphFault 416 for a range that came before or is not the next; 400 for one that is no range of this file
 */
export function nextRange(session: UploadSession, header: string | undefined, length: number): ContentRange {
  const range = read(header);
  if (range.to - range.from + 1 !== length)
    throw invalidRequest('The Content-Range header length does not match the provided number of bytes.');
  if (session.size !== null && session.size !== range.size)
    throw invalidRequest(
      `The current upload session is for ${session.size} total bytes, but the current fragment declares a total of ${range.size}.`,
    );
  if (range.from < session.received) throw wrongRange('Uploaded fragment overlaps with existing data.');
  if (range.from > session.received) throw wrongRange('Uploaded fragment is out of order.');
  if (range.to + 1 < range.size && length % grain !== 0)
    throw invalidRequest('The size of a fragment must be a multiple of 320 KiB.');
  return range;
}
