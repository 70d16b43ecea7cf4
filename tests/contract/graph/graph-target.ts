import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '../../../src/ports/transport.ts';
import type { MadeCall } from './undocumented.ts';

export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Loosely typed on purpose: a contract looks at what arrived. */
export interface Body {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly eTag: string;
  readonly value: readonly Body[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly error: { readonly code: string; readonly message: string };
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly ms: number;
}

/** A Microsoft 365 tenant, local or real, as its Graph answers one application. */
export interface GraphTarget {
  /** `path` begins below `/v1.0`, or is a link that Graph gave. */
  call(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** Every call so far. */
  readonly made: readonly MadeCall[];
}

const origin = 'https://graph.microsoft.com/v1.0';
const tries = 5;

/**
 * Calls Graph without any of Lantern's own client, so that the two can be told apart. What is throttled was not carried
 * out and is asked again when Graph says so; nothing else is repeated.
 */
export function graphTarget(transport: Transport, token: () => Promise<string>): GraphTarget {
  const made: MadeCall[] = [];

  async function once(method: string, url: string, { body, headers }: Asked): Promise<Response> {
    made.push({ method, url, body });
    return transport(url, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        'user-agent': 'NONISV|Lantern|ContractTests/1.0',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  return {
    made,
    async call(method, path, asked = {}) {
      const url = path.startsWith(origin) ? path : `${origin}${path}`;
      for (let tried = 1; ; tried++) {
        const began = performance.now();
        const answer = await once(method, url, asked);
        const text = await answer.text();
        const wait = Number(answer.headers.get('retry-after'));
        if (answer.status !== 429 || !(wait > 0) || tried >= tries) {
          const body = (text === '' ? {} : JSON.parse(text)) as Body;
          return { status: answer.status, body, ms: performance.now() - began };
        }
        await sleep(wait * 1_000);
      }
    },
  };
}
