import { z } from 'zod';
import type { Graph } from '../ports/graph.ts';
import { succeeded } from './answers.ts';

/** What is seen of a list's rows by asking for them, beside what its changes tell of. */
export interface InView {
  /** Rows that the list holds, as far as they were counted. */
  readonly rows: number;
  /** Of these: rows that are there and do not come when all are asked for. */
  readonly hidden: number;
  /** Rows were left uncounted, for there are very many. */
  readonly cut: boolean;
}

const idOnly = z.object({ id: z.string(), deleted: z.unknown().optional() });
const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Pages of one list that are read: 20,000 rows on each side. */
const mostPages = 4;

async function idsOf(
  graph: Graph,
  first: string,
): Promise<{ readonly ids: ReadonlySet<string>; readonly cut: boolean } | undefined> {
  const ids = new Set<string>();
  let next: string | undefined = first;
  for (let pages = 0; next !== undefined && pages < mostPages; pages++) {
    const answer = await graph.call({ method: 'GET', path: next });
    const read = page.safeParse(answer.body);
    if (!succeeded(answer) || !read.success) return undefined;
    for (const value of read.data.value) {
      const row = idOnly.safeParse(value);
      // A row may come twice in its changes; the last word counts.
      if (row.success) ids[row.data.deleted === undefined ? 'add' : 'delete'](row.data.id);
    }
    next = read.data['@odata.nextLink'];
  }
  return { ids, cut: next !== undefined };
}

/**
 * Whether the list's default view hides rows. Graph knows no views, and was seen to give the rows of a list through the
 * default one; its changes come without. A row that is missing is asked for by itself before it counts.
 * https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/21195
 * @param list `/sites/{id}/lists/{id}`
 * @returns undefined when Graph did not give the rows
 * @throws GraphUnreachable when an answer did not come
 */
export async function countInView(graph: Graph, list: string): Promise<InView | undefined> {
  const held = await idsOf(graph, `${list}/items/delta?$select=id&$top=5000`);
  const seen = held && (await idsOf(graph, `${list}/items?$select=id&$top=5000`));
  if (!held || !seen) return undefined;
  const missing = seen.cut ? [] : [...held.ids].filter((id) => !seen.ids.has(id));
  const [one] = missing;
  const there = one !== undefined && succeeded(await graph.call({ method: 'GET', path: `${list}/items/${one}` }));
  return { rows: held.ids.size, hidden: there ? missing.length : 0, cut: held.cut || seen.cut };
}
