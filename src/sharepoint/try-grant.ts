import type { Graph, GraphAnswer } from '../ports/graph.ts';
import { succeeded } from './answers.ts';

/** What an application may do on a site beyond reading: yes, no, or that the answer tells neither. */
export interface GrantTried {
  readonly write: boolean | undefined;
  /** Lists and columns: more than Lantern needs. */
  readonly manage: boolean | undefined;
  /** Grants to others: the most there is. */
  readonly all: boolean | undefined;
}

const nobodys = '00000000-0000-4000-8000-000000000000';
/** SharePoint counts rows from 1 up to here; none has come so far. */
const lastItem = 2_147_483_647;

/** Refused for want of a right, or let through to find that the thing is not there. */
function told({ status }: GraphAnswer): boolean | undefined {
  if (status === 401 || status === 403) return false;
  return status === 404 || status === 400 ? true : undefined;
}

/**
 * Which role was granted on a site, told by what is refused: who holds `write` may not read the grants themselves. Each change
 * is of something that does not exist, so that nothing can come of it.
 * @param list `/sites/{id}/lists/{id}`, one that is there
 * @throws GraphUnreachable when an answer did not come
 */
export async function tryGrant(graph: Graph, site: string, list: string): Promise<GrantTried> {
  const write = await graph.call({
    method: 'PATCH',
    path: `${list}/items/${lastItem}/fields`,
    body: { Title: 'none' },
  });
  const manage = await graph.call({
    method: 'PATCH',
    path: `${list}/columns/${nobodys}`,
    body: { description: 'none' },
  });
  const grants = await graph.call({ method: 'GET', path: `${site}/permissions` });
  return {
    write: told(write),
    manage: told(manage),
    all: succeeded(grants) ? true : told(grants) === false ? false : undefined,
  };
}
