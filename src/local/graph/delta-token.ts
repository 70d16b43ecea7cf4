import { badRequest, GraphFault } from './graph-fault.ts';
import type { Quirks } from './quirks.ts';

/** Where a caller stands in a list's changes. */
export interface DeltaToken {
  readonly list: string;
  /** The caller knows the changes up to this place. */
  readonly after: number;
  /**
   * In the middle of a first enumeration: rows that were already gone are left out. What goes while it lasts is told,
   * since an earlier page may have shown it.
   */
  readonly since: number | null;
  /** When it was given out, in milliseconds. */
  readonly issued: number;
}

/** Not documented for lists; about this long was seen with OneDrive. In milliseconds. */
const life = 30 * 24 * 60 * 60 * 1_000;

const part = (value: number | null) => (value === null ? '-' : String(value));

/** Opaque to callers: they follow links and read nothing out of them. */
export function deltaToken({ list, after, since, issued }: DeltaToken): string {
  return Buffer.from(`1;3;${list};${issued};${after};${part(since)}`).toString('base64url');
}

const shape = /^1;3;([0-9a-f-]{36});(\d{1,15});(\d{1,15});(\d{1,15}|-)$/;

/**
 * Reads a token of this list.
 * @param fresh the address that begins a new enumeration, for a caller whose token is too old
 * @throws GraphFault 400 for a token that was not given out for this list, 410 with `Location` for one that has expired
 */
export function readDeltaToken(
  token: string,
  { list, now, quirks, fresh }: { list: string; now: number; quirks: Quirks; fresh: string },
): DeltaToken {
  const [, of, issued, after, since] = shape.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (of !== list) throw badRequest('The provided delta token is not valid.');
  const read = { list, issued: Number(issued), after: Number(after), since: since === '-' ? null : Number(since) };
  if (read.issued <= quirks.deltaTokensExpiredUpTo || now - read.issued > life) {
    throw new GraphFault(
      410,
      quirks.resyncCode,
      'The delta token is no longer valid, and the application must reset the sync state.',
      { location: fresh },
    );
  }
  return read;
}
