import {
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
  type GraphRequest as LibraryRequest,
} from '@microsoft/microsoft-graph-client';
import type { Graph, GraphRequest } from '../ports/graph.ts';
import { BudgetHandler } from './budget-handler.ts';
import { answerOf, oneCall, type CallSettings } from './one-call.ts';
import { graphOrigin } from './origin.ts';
import { routeOf } from './route-of.ts';
import { UserAgentHandler, WireHandler, wrap } from './wire.ts';

export interface GraphSettings extends CallSettings {
  /** Gives a valid app-only bearer token, e.g. from `createTokenSource`. */
  readonly token: () => Promise<string>;
  /** For the whole call: token, answer and body. Default 45,000. Must stay below the outbox's lease of 60 s. */
  readonly timeoutMs?: number;
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

  async function ask(request: GraphRequest, requestId: string, signal: AbortSignal): Promise<Response> {
    const call = client
      .api(request.path)
      .headers({ ...request.headers, 'client-request-id': requestId })
      .option('signal', signal)
      .responseType(ResponseType.RAW);
    return send(call, request);
  }

  return {
    async call(request) {
      if (!request.path.startsWith('/') && !request.path.startsWith(`${graphOrigin}/`)) {
        throw new TypeError('Graph is asked by path, or by a link of its own');
      }
      return oneCall(
        { method: request.method, route: routeOf(request.path), timeoutMs, ...(onCall && { onCall }) },
        async (requestId, signal) => answerOf(await ask(request, requestId, signal)),
      );
    },
  };
}

async function send(call: LibraryRequest, { method, body }: GraphRequest): Promise<Response> {
  const sent = {
    GET: () => call.get(),
    POST: () => call.post(body),
    PATCH: () => call.patch(body),
    PUT: () => call.put(body instanceof Uint8Array ? asBuffer(body) : body),
    DELETE: () => call.delete(),
  }[method]();
  return (await sent) as Response;
}

/** The library sends the whole memory behind any other array of bytes, whatever part of it the array shows. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);
