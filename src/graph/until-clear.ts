import type { UploadEnd } from '../ports/files.ts';
import type { Graph, GraphAnswer, GraphRequest } from '../ports/graph.ts';
import { endOf, mayPass, type UploadPatience } from './upload-patience.ts';
import type { Settle } from './settle-upload.ts';

export type Clear = { readonly answer: GraphAnswer } | { readonly end: UploadEnd };

/** SharePoint will not have it. */
export function refused(answer: GraphAnswer): UploadEnd {
  const code = (answer.body as { error?: { code?: unknown } } | undefined)?.error?.code;
  return { ok: false, reason: 'refused', status: answer.status, ...(typeof code === 'string' && { code }) };
}

/**
 * Makes a request that says `fail` to a name that is taken, until it is clear what became of it: sent a second time it
 * cannot make a second file. A 409 is settled by looking at what lies there.
 * @param settleFirst looks before each repetition too, so that the bytes of a file are not sent for nothing
 */
export async function untilClear(
  {
    graph,
    settle,
    patience,
    settleFirst,
  }: { graph: Graph; settle: Settle; patience: UploadPatience; settleFirst: boolean },
  request: GraphRequest,
): Promise<Clear> {
  for (;;) {
    const end = await endOf(graph.call(request));
    const status = 'status' in end ? end.status : undefined;
    if ('status' in end && (end.status === 200 || end.status === 201)) return { answer: end };
    if (!mayPass(end) && status !== 409)
      return { end: 'status' in end ? refused(end) : { ok: false, reason: 'no-answer' } };
    // 429 was not carried out; after anything else it may have been. A name that is taken and shows nothing yet is asked again.
    const known = status === 409 || (settleFirst && status !== 429) ? await settle() : undefined;
    if (known) return { end: known };
    if (!(await patience.again(end))) return { end: { ok: false, reason: 'no-answer' } };
  }
}
