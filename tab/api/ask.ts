import { notProved, notSignedIn, unreachable } from './api-failure.ts';
import { claimsAskedFor } from './claims-challenge.ts';

export interface AskSettings {
  /** A token from Teams for each call; with a claims request, one for which the person proves what it asks. */
  readonly token: (claims?: string) => Promise<string>;
  /** Told the school's time, an ISO instant, as often as the server says it. */
  readonly heardTime: (instant: string) => void;
  /** Told how old Lantern's knowledge of SharePoint is, as often as the server says it. */
  readonly heardChecked: (said: string) => void;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  /** Milliseconds after which one gives up. */
  readonly patience: number;
  /** Ends it sooner. */
  readonly signal?: AbortSignal;
}

/**
 * Asks the tab API as the person who is signed in, and once more when they first have to prove anew that it is them.
 * Throws ApiFailure when no answer came.
 */
export function createAsk({ token, heardTime, heardChecked }: AskSettings) {
  async function send(bearer: string, path: string, question: Question): Promise<Response> {
    const { method, headers, body, patience, signal } = question;
    const soonest = AbortSignal.timeout(patience);
    const response = await fetch(path, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, ...headers },
      ...(body !== undefined && { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, soonest]) : soonest,
    }).catch(() => {
      throw unreachable();
    });
    heardTime(response.headers.get('Lantern-Now') ?? '');
    heardChecked(response.headers.get('Lantern-Checked') ?? '');
    return response;
  }

  return async (path: string, question: Question): Promise<Response> => {
    const bearer = await token().catch(() => {
      throw notSignedIn();
    });
    const response = await send(bearer, path, question);
    const claims = claimsAskedFor(response);
    if (claims === undefined) return response;
    const proved = await token(claims).catch(() => {
      throw notProved();
    });
    return send(proved, path, question);
  };
}
