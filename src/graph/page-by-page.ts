import { z } from 'zod';
import type { Graph, GraphAnswer } from '../ports/graph.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

export type OnePage =
  | { readonly ok: true; readonly values: readonly unknown[] }
  /** An answer that was no page; it is the last. */
  | { readonly ok: false; readonly answer: GraphAnswer };

/**
 * A collection that is too large to be held: one page after the other, following Graph's links.
 * @throws GraphUnreachable when an answer did not come
 */
export async function* pageByPage(graph: Graph, path: string): AsyncGenerator<OnePage> {
  for (let next: string | undefined = path; next !== undefined;) {
    const answer: GraphAnswer = await graph.call({ method: 'GET', path: next });
    const read = page.safeParse(answer.body);
    if (answer.status !== 200 || !read.success || read.data['@odata.nextLink'] === next) {
      yield { ok: false, answer };
      return;
    }
    yield { ok: true, values: read.data.value };
    next = read.data['@odata.nextLink'];
  }
}
