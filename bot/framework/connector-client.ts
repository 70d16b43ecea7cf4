import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Transport } from '../../src/ports/transport.ts';
import { backOff } from './back-off.ts';
import { ConnectorRefusal, toRefusal } from './connector-refusal.ts';
import { connectorHost } from './service-url.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type ConnectorClient = NonNullable<ConnectorOptions['httpClient']>;

/** One call to Teams that must not be made twice. */
export interface SingleCall {
  /** Whether it was made, whatever came of it. */
  made: boolean;
}
const single = new AsyncLocalStorage<SingleCall>();
/** Does something that calls Teams once and no second time, whatever comes of it. */
export const callingOnce = <T>(call: SingleCall, work: () => Promise<T>): Promise<T> => single.run(call, work);

/** Per attempt, in milliseconds. */
const patience = 5000;

/**
 * The last step of every message that leaves for Teams. It alone decides what is tried again: whatever does not end in
 * success is thrown as a ConnectorRefusal, which the retry policies inside botbuilder (up to a minute) let pass.
 */
export const createConnectorClient = (transport: Transport): ConnectorClient => ({
  async sendRequest(request) {
    const { protocol, host, username } = new URL(request.url);
    if (protocol !== 'https:' || host !== connectorHost || username) throw new ConnectorRefusal('foreign-service-url');

    const headers = request.headers.rawHeaders();
    delete headers['content-length'];
    const body = typeof request.body === 'string' ? request.body : null;

    const call = single.getStore();
    if (call?.made) throw new ConnectorRefusal('made-before');
    if (call) call.made = true;
    const began = performance.now();
    for (let number = 1; ; number++) {
      const answer = await send(transport, request.url, { method: request.method, headers, body });
      if (answer.ok)
        return { request, status: answer.status, headers: headersLike(request, answer), bodyAsText: answer.text };
      const chance = randomInt(1000) / 1000;
      const elapsed = performance.now() - began;
      if (call) throw toRefusal(answer.status, answer.text);
      const pause = backOff({ number, status: answer.status, elapsed, chance, ...retryAfter(answer) });
      if (pause === undefined) throw toRefusal(answer.status, answer.text);
      await wait(pause);
    }
  },
});

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function send(transport: Transport, url: string, init: RequestInit): Promise<Answer> {
  try {
    // A redirect would carry the token elsewhere.
    const answer = await transport(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return { ok: answer.ok, status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch {
    throw new ConnectorRefusal('no-answer');
  }
}

function retryAfter({ headers }: Answer): { readonly retryAfter?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfter: seconds } : {};
}

/** botbuilder reads headers through a class of its own that it does not export: a request's are copied and refilled. */
function headersLike(request: Parameters<ConnectorClient['sendRequest']>[0], { headers }: Answer) {
  const copy = request.headers.clone();
  for (const name of copy.headerNames()) copy.remove(name);
  headers.forEach((value, name) => {
    copy.set(name, value);
  });
  return copy;
}
