import { badRequest } from './graph-fault.ts';

/** The opaque place in a paged answer after the row with this id. */
export const skipTokenAfter = (id: number) => Buffer.from(`Paged=TRUE&p_ID=${id}`).toString('base64url');

/**
 * The id that a page begins after: 0 without a token.
 * @throws GraphFault 400 for a token that was not given out
 */
export function readSkipToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const id = /^Paged=TRUE&p_ID=(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (id === undefined) throw badRequest('Skip token is not valid.');
  return Number(id);
}
