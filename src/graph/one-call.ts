import { randomUUID } from 'node:crypto';
import { GraphUnreachable, type Budget, type GraphAnswer, type GraphRequest } from '../ports/graph.ts';
import type { Transport } from '../ports/transport.ts';
import { faultCode } from './fault-code.ts';
import { unwrap } from './wire.ts';

/** What may be told about a call: never its address, for that can hold a key, only the shape of it, and never its content. */
export interface GraphCall {
  readonly method: GraphRequest['method'];
  /** The shape of its address: see routeOf. */
  readonly route: string;
  /** Sent as `client-request-id`; Microsoft's support finds the call by it. */
  readonly requestId: string;
  readonly ms: number;
  /** Absent when no answer came. */
  readonly status?: number;
  /** Why no answer came. */
  readonly code?: string;
}

/** What every call to Microsoft needs, whichever host it goes to. */
export interface CallSettings {
  readonly transport: Transport;
  /** `NONISV|Organisation|Lantern/1.0`, as Microsoft asks for. */
  readonly userAgent: string;
  /** What calls are charged to, and wait for. */
  readonly budget: Budget;
  readonly onCall?: (call: GraphCall) => void;
}

/**
 * One call within its time: told of, and with GraphUnreachable for every way not to get an answer.
 * @param ask makes the call; heeds the signal as far as it can
 */
export async function oneCall(
  {
    method,
    route,
    timeoutMs,
    onCall,
  }: Pick<GraphCall, 'method' | 'route'> & Pick<CallSettings, 'onCall'> & { timeoutMs: number },
  ask: (requestId: string, signal: AbortSignal) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  const requestId = randomUUID();
  const started = performance.now();
  const tell = (end: Pick<GraphCall, 'status' | 'code'>) =>
    onCall?.({ method, route, requestId, ms: Math.round(performance.now() - started), ...end });
  const timer = createTimer(timeoutMs);
  try {
    const answer = await Promise.race([ask(requestId, timer.signal), timer.over]);
    tell({ status: answer.status });
    return answer;
  } catch (error) {
    const code = faultCode(unwrap(error));
    tell({ code });
    throw new GraphUnreachable(code);
  } finally {
    timer.clear();
  }
}

/** An answer as the port has it. */
export async function answerOf(response: Response): Promise<GraphAnswer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: parse(await response.text(), response.headers.get('content-type') ?? ''),
  };
}

/** Of what is not JSON only a transcript is taken, as the text that it is. */
function parse(text: string, type: string): unknown {
  if (type.startsWith('text/vtt')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Ends the wait even where a part of the chain does not heed the signal, such as a token that never comes. */
function createTimer(ms: number): { signal: AbortSignal; over: Promise<never>; clear(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('time is up', 'TimeoutError')), ms);
  const over = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
  });
  return { signal: controller.signal, over, clear: () => clearTimeout(timer) };
}
