import { z } from 'zod';
import type { Graph, GraphAnswer } from '../ports/graph.ts';
import { succeeded } from './answers.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

export type Collected =
  | { readonly ok: true; readonly values: readonly unknown[] }
  /** The first answer that was not a page. */
  | { readonly ok: false; readonly answer: GraphAnswer };

/**
 * Reads a collection to its end by following Graph's links: all of it or nothing.
 * @throws GraphUnreachable when an answer did not come
 */
export async function collect(graph: Graph, path: string): Promise<Collected> {
  const values: unknown[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const answer: GraphAnswer = await graph.call({ method: 'GET', path: next });
    const read = page.safeParse(answer.body);
    if (!succeeded(answer) || !read.success) return { ok: false, answer };
    values.push(...read.data.value);
    next = read.data['@odata.nextLink'];
  }
  return { ok: true, values };
}
