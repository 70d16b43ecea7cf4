import { z } from 'zod';
import { badRequest } from './graph-fault.ts';

const step = z.strictObject({
  id: z.string().min(1),
  method: z.string().transform((method) => method.toUpperCase()),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
});

/** One request inside a batch. */
export type Step = z.output<typeof step>;

const request = z.strictObject({ requests: z.array(step) });

const most = 20;
const written: ReadonlySet<string> = new Set(['POST', 'PATCH', 'PUT']);

function checkStep(candidate: Step): void {
  const { id, method, url, headers, body } = candidate;
  if (/^https?:/i.test(url) || /^\/?\$batch\b/i.test(url)) throw badRequest(`Invalid url for request id: ${id}.`);
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  if (written.has(method) ? !typed || body === undefined : body !== undefined && !typed)
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
}

/** What a step waits for must stand before it. */
function checkOrder(steps: readonly Step[]): void {
  const known = new Set<string>();
  for (const { id, dependsOn } of steps) {
    if (known.has(id)) throw badRequest('Request Id has to be unique in a batch.');
    if (dependsOn.some((other) => !known.has(other))) throw badRequest(`Invalid dependency for request Id: ${id}`);
    known.add(id);
  }
}

/**
 * All at once, one after the other, or all after the same one: Microsoft's client knows no other order, and its page says
 * that a batch is either fully sequential or fully parallel.
 */
function checkPattern(steps: readonly Step[]): void {
  const after = (previous: (n: number) => string | undefined) =>
    steps.every(({ dependsOn }, n) => n === 0 || (dependsOn.length === 1 && dependsOn[0] === previous(n)));
  const parallel = steps.every(({ dependsOn }) => dependsOn.length === 0);
  if (!parallel && !after((n) => steps[n - 1]?.id) && !after(() => steps[0]?.id))
    throw badRequest('A batch is either fully sequential or fully parallel.');
}

/**
 * Reads the body of `POST /$batch`: https://learn.microsoft.com/graph/json-batching
 * @throws GraphFault 400 for the whole batch; nothing of it is then carried out
 */
export function readBatch(body: unknown): readonly Step[] {
  const parsed = request.safeParse(body);
  if (!parsed.success) throw badRequest('Invalid batch payload format.');
  const steps = parsed.data.requests;
  if (steps.length === 0) throw badRequest('Invalid batch payload format.');
  if (steps.length > most) throw badRequest(`Number of batch request steps exceeds the max value of ${most}.`);
  steps.forEach(checkStep);
  checkOrder(steps);
  checkPattern(steps);
  return steps;
}
