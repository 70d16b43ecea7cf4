import { z } from 'zod';
import { GraphUnreachable, type BatchEnd, type GraphAnswer, type GraphRequest } from '../ports/graph.ts';
import { graphOrigin } from './origin.ts';

const answers = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      headers: z.record(z.string(), z.coerce.string()).default({}),
      body: z.unknown().optional(),
    }),
  ),
});

/** A path as it stands in a batch; links of Graph's own lose their origin. @throws TypeError for any other address */
function relative(path: string): string {
  const url = path.startsWith(`${graphOrigin}/`) ? path.slice(graphOrigin.length) : path;
  if (!url.startsWith('/')) throw new TypeError('Graph is asked by path, or by a link of its own');
  return url;
}

/** Several requests as the body of `POST /$batch`, each called by its place among them. */
export function batchBody(requests: readonly GraphRequest[]) {
  return {
    requests: requests.map(({ method, path, headers, body }, at) => ({
      id: String(at),
      method,
      url: relative(path),
      ...((headers ?? body !== undefined) && {
        headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      }),
      ...(body !== undefined && { body }),
    })),
  };
}

/**
 * What became of each of so many requests. Answers are found by id, for Graph gives them in any order; the status of the whole
 * says nothing about them (424 comes with answers too). A whole that holds no answers is the answer to each.
 */
export function batchEnds(whole: GraphAnswer, count: number): readonly BatchEnd[] {
  const read = answers.safeParse(whole.body);
  const refused = whole.status < 200 || whole.status >= 300;
  return Array.from({ length: count }, (_, at) => {
    if (!read.success) return refused ? whole : new GraphUnreachable('batch-unreadable');
    const found = read.data.responses.find(({ id }) => id === String(at));
    if (!found) return new GraphUnreachable('batch-incomplete');
    const headers = Object.entries(found.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    return { status: found.status, headers: Object.fromEntries(headers), body: found.body };
  });
}
