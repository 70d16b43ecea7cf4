import { z } from 'zod';
import type { Graph, GraphAnswer } from '../ports/graph.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

export type Collected =
  | { readonly ok: true; readonly values: readonly unknown[] }
  /** The first answer that was not a page, or led in a circle. */
  | { readonly ok: false; readonly answer: GraphAnswer };

export interface CollectOptions {
  /** Sent with every page: Graph's links do not remember them, and a `Prefer` lost on page two changes what comes. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The first page, when it has been asked for already. */
  readonly first?: GraphAnswer;
}

/**
 * Reads a collection to its end by following Graph's links: all of it or nothing. A later page can fail where the first one did
 * not, and what was read until then is not the answer.
 * @throws GraphUnreachable when an answer did not come
 */
export async function collect(graph: Graph, path: string, { headers, first }: CollectOptions = {}): Promise<Collected> {
  const values: unknown[] = [];
  const asked = new Set<string>();
  for (let next: string | undefined = path; next !== undefined;) {
    const known: GraphAnswer | undefined = asked.size === 0 ? first : undefined;
    const answer: GraphAnswer = known ?? (await graph.call({ method: 'GET', path: next, ...(headers && { headers }) }));
    const read = page.safeParse(answer.body);
    if (answer.status !== 200 || !read.success || asked.has(next)) return { ok: false, answer };
    asked.add(next);
    values.push(...read.data.value);
    next = read.data['@odata.nextLink'];
  }
  return { ok: true, values };
}
