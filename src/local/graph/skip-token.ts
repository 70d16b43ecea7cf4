import { z } from 'zod';
import { badRequest } from './graph-fault.ts';
import type { PageEnd } from './item-query.ts';

const shape = z.strictObject({
  Paged: z.literal('TRUE'),
  p_ID: z.int().min(1),
  p_Key: z.union([z.string(), z.number(), z.null()]).optional(),
});

/** The opaque place in a paged answer after this row. */
export const skipTokenAfter = ({ id, key }: PageEnd) =>
  Buffer.from(JSON.stringify({ Paged: 'TRUE', p_ID: id, p_Key: key })).toString('base64url');

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The row that a page begins after; undefined without a token.
 * @param sorted whether the page belongs to an order by a column
 * @throws GraphFault 400 for a token that was not given out for such a page
 */
export function readSkipToken(token: string | undefined, sorted: boolean): PageEnd | undefined {
  if (token === undefined) return undefined;
  const read = shape.safeParse(parse(token));
  if (!read.success || (read.data.p_Key !== undefined) !== sorted) throw badRequest('Skip token is not valid.');
  return { id: read.data.p_ID, key: read.data.p_Key };
}
