import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Effect } from '../fault-effects.ts';
import type { Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { refusal, type Answer } from './answer.ts';
import { badRequest, GraphFault } from './graph-fault.ts';
import { recordedAnswer, recordedBody, recordedUrl } from './recorded.ts';
import { resourceUnits } from './resource-units.ts';
import { underFault } from './under-fault.ts';

/** One call as it arrived. `body` is parsed JSON or a file's bytes, undefined when there was none. */
export interface Arrival {
  readonly request: Request;
  readonly body: unknown;
  readonly requestId: string;
  /** What was made to go wrong with it. */
  readonly effect: Effect | undefined;
}

function parseBody(request: Request): unknown {
  const text: unknown = request.body;
  if (Buffer.isBuffer(text)) return text;
  if (typeof text !== 'string' || text === '') return undefined;
  if (!request.is('application/json')) throw badRequest('Entity only allows writes with a JSON Content-Type header.');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

/** Headers as they came, without what proves who called. */
function kept(request: Request): Readonly<Record<string, string>> {
  const { authorization: _token, cookie: _cookie, ...headers } = request.headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const asFault = (error: unknown) =>
  error instanceof GraphFault
    ? error
    : new GraphFault(
        500,
        'generalException',
        error instanceof Error ? error.message : 'General exception while processing',
      );

/** Carries an answer back; without one the connection ends as if the network had failed. */
function send(response: Response, answer: Answer | undefined, requestId: string, clientRequestId: string): void {
  if (!answer) return void response.req.socket.destroy();
  response.status(answer.status).set({
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'cache-control': 'no-store, no-cache',
    ...answer.headers,
  });
  if (answer.content) response.type(answer.content.type).send(answer.content.bytes);
  else if (answer.body === undefined) response.end();
  else response.json(answer.body);
}

export type Exchange = (work: (arrival: Arrival) => Answer | Promise<Answer>) => RequestHandler;

export interface ExchangeParts {
  readonly faults: Faults;
  readonly ledger: Ledger;
  now(): number;
  /** Where the caller believes to have asked. */
  address(request: Request): string;
}

/**
 * One exchange with Graph: carries the call out under whatever fault is switched on, writes it into the ledger, answers.
 * What `work` throws becomes Graph's refusal.
 */
export function createExchange({ faults, ledger, now, address }: ExchangeParts): Exchange {
  return (work) => async (request, response) => {
    const requestId = randomUUID();
    const clientRequestId = request.get('client-request-id') ?? requestId;
    const at = new Date(now());
    const refuse = (error: unknown) => refusal(asFault(error), requestId, clientRequestId, at);
    const effect = faults.take(request.method, request.originalUrl);
    let body: unknown;
    const carryOut = async () => {
      try {
        body = parseBody(request);
        return await work({ request, body, requestId, effect });
      } catch (error) {
        return refuse(error);
      }
    };
    const answer = await underFault(effect, response, carryOut).catch(refuse);
    ledger.record({
      at: at.toISOString(),
      method: request.method,
      url: recordedUrl(address(request)),
      headers: kept(request),
      body: recordedBody(body),
      status: answer?.status ?? null,
      response: recordedAnswer(answer),
      ru: resourceUnits(request.method, request.originalUrl),
    });
    send(response, answer, requestId, clientRequestId);
  };
}
