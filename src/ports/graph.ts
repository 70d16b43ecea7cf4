/** One request to Microsoft Graph v1.0. `path` starts with `/` and is relative to `/v1.0`; text in it is already URL-encoded. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; the bytes of a file as they are, with a `content-type` of the caller's. */
  readonly body?: unknown;
}

/** Any answer that came back, whatever its status: statuses are values, not exceptions. `body` is parsed JSON, the text of a transcript (`text/vtt`), or undefined. */
export interface GraphAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** No answer came back: the request may or may not have been carried out. `code` is a short word without content, for the log. */
export class GraphUnreachable extends Error {
  constructor(readonly code: string) {
    super(`Microsoft Graph gave no answer (${code})`);
    this.name = 'GraphUnreachable';
  }
}

/**
 * Microsoft Graph as Lantern needs it: one authenticated call, no retry (the outbox retries, with its own rules).
 * Throws GraphUnreachable when no answer arrived within the adapter's time limit.
 */
export interface Graph {
  call(request: GraphRequest): Promise<GraphAnswer>;
}

/** What became of one request among several: an answer, or that none came. */
export type BatchEnd = GraphAnswer | GraphUnreachable;

/**
 * Asks several things at once. They are not carried out in any order, nor together: each has an end of its own.
 * @returns the ends, in the order of the requests
 */
export type Batch = (requests: readonly GraphRequest[]) => Promise<readonly BatchEnd[]>;

/**
 * What one tenant lets Lantern ask of SharePoint, in resource units. One for each tenant and app registration, shared by all
 * who call: the limits are theirs together.
 */
export interface Budget {
  /** Seconds until a call of so many units may leave; 0 when it may now. */
  wait(units: number): number;
  /** A call leaves. @returns to be called once with its answer, or with nothing when none came */
  spend(units: number): (answer?: Pick<GraphAnswer, 'status' | 'headers'>) => void;
  /** Nothing leaves for so many seconds. Never shortens a rest that was asked for before. */
  rest(seconds: number): void;
}
