import type { Transport } from '../../src/ports/transport.ts';

/**
 * What happens to one call. `lost-reply`, `gateway-timeout` and `busy-after` carry it out first; `late` gives no answer and is carried out
 * three calls later, when the caller has long given it up.
 */
export type CallFault =
  | 'none'
  | 'unreachable'
  | 'lost-reply'
  | 'gateway-timeout'
  | 'error'
  | 'busy'
  | 'busy-after'
  | 'busy-no-hint'
  | 'throttled'
  | 'hangs'
  | 'late';

export interface FaultyTransport {
  readonly transport: Transport;
  /** Faults for the next calls, in order; afterwards all is well. */
  readonly coming: CallFault[];
  /** Method and path of every call, in order. */
  readonly calls: string[];
  /** How many calls have ended, well or not. */
  readonly ended: number;
  /** Carries out what is still late. */
  deliverLate(): Promise<void>;
}

const networkFault = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ error: { code: 'fault', message: 'on purpose' } }, { status, headers });

/** A Transport whose calls go wrong on order. */
export function faultyTransport(inner: Transport): FaultyTransport {
  const coming: CallFault[] = [];
  const calls: string[] = [];
  let ended = 0;
  let late: { callsLeft: number; readonly deliver: () => Promise<unknown> }[] = [];

  async function deliverLate(isDue: (callsLeft: number) => boolean = () => true) {
    const due = late.filter((call) => isDue(call.callsLeft));
    late = late.filter((call) => !due.includes(call));
    for (const call of due) await call.deliver();
  }

  const answer: Transport = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    calls.push(`${init?.method ?? 'GET'} ${pathname}`);
    switch (coming.shift() ?? 'none') {
      case 'none':
        return inner(input, init);
      case 'unreachable':
        throw networkFault('ECONNREFUSED');
      case 'lost-reply':
        await (await inner(input, init)).arrayBuffer();
        throw networkFault('ECONNRESET');
      case 'gateway-timeout':
        await (await inner(input, init)).arrayBuffer();
        return refusal(504);
      case 'error':
        return refusal(500);
      case 'busy-after':
        await (await inner(input, init)).arrayBuffer();
        return refusal(503, { 'retry-after': '20' });
      case 'busy':
        return refusal(503, { 'retry-after': '20' });
      case 'busy-no-hint':
        return refusal(503);
      case 'throttled':
        return refusal(429, { 'retry-after': '7' });
      case 'late': {
        const { signal: _given, ...rest } = init ?? {};
        late.push({ callsLeft: 3, deliver: async () => (await inner(input, rest)).arrayBuffer() });
        throw networkFault('ETIMEDOUT');
      }
      case 'hangs':
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error), { once: true });
        });
    }
  };

  return {
    async transport(input, init) {
      for (const call of late) call.callsLeft--;
      try {
        return await answer(input, init);
      } finally {
        ended++;
        await deliverLate((callsLeft) => callsLeft <= 0);
      }
    },
    deliverLate: () => deliverLate(),
    coming,
    calls,
    get ended() {
      return ended;
    },
  };
}
