import { ok, type Answer } from './answer.ts';
import { readBatch, type Step } from './batch-request.ts';
import type { Arrival } from './exchange.ts';
import type { Quirks } from './quirks.ts';

interface StepAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What belongs to the connection, not to the answer. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** `retry-after` as `Retry-After`: in a batch the names are keys of an object, as the service spells them. */
const spelled = (name: string) =>
  name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase()).replace(/^Ratelimit/, 'RateLimit');

async function answerOf(id: string, reply: Response): Promise<StepAnswer> {
  const headers = Object.fromEntries(
    [...reply.headers].filter(([name]) => !ofConnection.has(name)).map(([name, value]) => [spelled(name), value]),
  );
  const content = Buffer.from(await reply.arrayBuffer());
  if (content.length === 0) return { id, status: reply.status, headers };
  const json = reply.headers.get('content-type')?.includes('json');
  const body: unknown = json ? JSON.parse(content.toString()) : content.toString('base64');
  return { id, status: reply.status, headers, body };
}

const failure = (id: string, status: number, code: string, message: string): StepAnswer => ({
  id,
  status,
  body: { error: { code, message } },
});

/** Sends one step as a call of its own, so that it meets the same door, ceilings, faults and ledger as any other. */
async function send({ request, requestId }: Arrival, { id, method, url, headers, body }: Step): Promise<StepAnswer> {
  const address = `http://127.0.0.1:${request.socket.localPort}${request.baseUrl}/${url.replace(/^\//, '')}`;
  try {
    const reply = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { ...headers, authorization: request.get('authorization') ?? '', 'x-in-batch': requestId },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return await answerOf(id, reply);
  } catch {
    return failure(id, 504, 'UnknownError', '');
  }
}

/** `POST /$batch`: https://learn.microsoft.com/graph/json-batching. The caller is known. */
export async function runBatch(arrival: Arrival, { throttledBatch }: Quirks): Promise<Answer> {
  const answers = new Map<string, Promise<StepAnswer>>();
  for (const step of readBatch(arrival.body)) {
    const carryOut = async () => {
      const before = await Promise.all(step.dependsOn.flatMap((id) => answers.get(id) ?? []));
      const failed = before.some(({ status }) => status >= 400);
      if (!failed) return send(arrival, step);
      return failure(step.id, 424, 'FailedDependency', 'A request that this one depends on has failed.');
    };
    answers.set(step.id, carryOut());
  }
  // Microsoft promises no order: the last comes first here, so that nobody comes to rely on theirs.
  const responses = (await Promise.all(answers.values())).reverse();
  const throttled = responses.some(({ status }) => status === 429);
  return throttled && throttledBatch === '424' ? { status: 424, body: { responses } } : ok({ responses });
}
