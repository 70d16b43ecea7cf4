import { randomUUID } from 'node:crypto';
import {
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
  type GraphRequest as LibraryRequest,
} from '@microsoft/microsoft-graph-client';
import { GraphUnreachable, type Budget, type Graph, type GraphAnswer, type GraphRequest } from '../ports/graph.ts';
import type { Transport } from '../ports/transport.ts';
import { BudgetHandler } from './budget-handler.ts';
import { faultCode } from './fault-code.ts';
import { graphOrigin } from './origin.ts';
import { unwrap, UserAgentHandler, WireHandler, wrap } from './wire.ts';

/** What may be told about a call: never its address, for that can hold a key, and never its content. */
export interface GraphCall {
  readonly method: GraphRequest['method'];
  /** Sent as `client-request-id`; Microsoft's support finds the call by it. */
  readonly requestId: string;
  readonly ms: number;
  /** Absent when no answer came. */
  readonly status?: number;
  /** Why no answer came. */
  readonly code?: string;
}

export interface GraphSettings {
  /** Gives a valid app-only bearer token, e.g. from `createTokenSource`. */
  readonly token: () => Promise<string>;
  readonly transport: Transport;
  /** `NONISV|Organisation|Lantern/1.0`, as Microsoft asks for. */
  readonly userAgent: string;
  /** For the whole call: token, answer and body. Default 45,000. Must stay below the outbox's lease of 60 s. */
  readonly timeoutMs?: number;
  readonly onCall?: (call: GraphCall) => void;
  /** What calls are charged to, and wait for. */
  readonly budget: Budget;
}

/**
 * The Graph port over Microsoft's client library with a chain of our own: authentication, budget, telemetry, the wire.
 * No handler retries: a write that may have been carried out is the outbox's to settle.
 * `call` takes a path (`/sites/…`) or a link that Graph itself gave (`@odata.nextLink`).
 * It throws TypeError for any other address, GraphUnreachable when no answer came; every status is a value.
 */
export function createGraph(settings: GraphSettings): Graph {
  const { token, transport, userAgent, budget, timeoutMs = 45_000, onCall } = settings;
  const getAccessToken = async () => {
    try {
      return await token();
    } catch (error) {
      throw wrap(error);
    }
  };
  const client = Client.initWithMiddleware({
    defaultVersion: 'v1.0',
    middleware: [
      new AuthenticationHandler({ getAccessToken }),
      new BudgetHandler(budget),
      new TelemetryHandler(),
      new UserAgentHandler(userAgent),
      new WireHandler(transport),
    ],
  });

  async function answerOf(request: GraphRequest, requestId: string, signal: AbortSignal): Promise<GraphAnswer> {
    const call = client
      .api(request.path)
      .headers({ ...request.headers, 'client-request-id': requestId })
      .option('signal', signal)
      .responseType(ResponseType.RAW);
    const response = await send(call, request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parse(await response.text()),
    };
  }

  return {
    async call(request) {
      if (!request.path.startsWith('/') && !request.path.startsWith(`${graphOrigin}/`)) {
        throw new TypeError('Graph is asked by path, or by a link of its own');
      }
      const requestId = randomUUID();
      const started = performance.now();
      const tell = (end: Pick<GraphCall, 'status' | 'code'>) =>
        onCall?.({ method: request.method, requestId, ms: Math.round(performance.now() - started), ...end });
      const timer = createTimer(timeoutMs);
      try {
        const answer = await Promise.race([answerOf(request, requestId, timer.signal), timer.over]);
        tell({ status: answer.status });
        return answer;
      } catch (error) {
        const code = faultCode(unwrap(error));
        tell({ code });
        throw new GraphUnreachable(code);
      } finally {
        timer.clear();
      }
    },
  };
}

async function send(call: LibraryRequest, { method, body }: GraphRequest): Promise<Response> {
  const sent = {
    GET: () => call.get(),
    POST: () => call.post(body),
    PATCH: () => call.patch(body),
    DELETE: () => call.delete(),
  }[method]();
  return (await sent) as Response;
}

function parse(text: string): unknown {
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
