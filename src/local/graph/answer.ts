import type { GraphFault } from './graph-fault.ts';

/** What Graph answers, before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; absent for 204. */
  readonly body?: unknown;
  /** A file's bytes in place of JSON. */
  readonly content?: { readonly type: string; readonly bytes: Buffer };
  /** It holds addresses that open without a token: the ledger keeps what opens them out. */
  readonly preauthenticated?: true;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** 201 with the address of what was made, relative to `/v1.0`. */
export const created = (path: string, body: unknown): Answer => ({
  status: 201,
  headers: { location: `https://graph.microsoft.com/v1.0${path}` },
  body,
});

export const noContent: Answer = { status: 204 };

/** https://learn.microsoft.com/graph/errors */
export function refusal(fault: GraphFault, requestId: string, clientRequestId: string, at: Date): Answer {
  return {
    status: fault.status,
    headers: fault.headers,
    body: {
      error: {
        code: fault.code,
        message: fault.message,
        innerError: {
          date: at.toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId,
        },
      },
    },
  };
}
