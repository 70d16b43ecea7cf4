import { failureFrom, notSignedIn, unreachable } from './api-failure.ts';

export interface CallSettings {
  /** A fresh token from Teams for each call. */
  readonly token: () => Promise<string>;
  /** Told the school's time, an ISO instant, as often as the server says it. */
  readonly heardTime: (instant: string) => void;
  /** Told how old Lantern's knowledge of SharePoint is, as often as the server says it. */
  readonly heardChecked: (said: string) => void;
}

/** One request to the tab API: the path, a body for an act, and after how many milliseconds one gives up. */
export type Call = <T>(path: string, body?: object, patience?: number) => Promise<T>;

const patienceMs = 15_000;

/**
 * A caller of the tab API. It trusts the shape of a good answer (same origin, same build) and never the transport.
 * The calls it makes throw ApiFailure and nothing else.
 */
export function createCall({ token, heardTime, heardChecked }: CallSettings): Call {
  return async <T>(path: string, body?: object, patience = patienceMs): Promise<T> => {
    const bearer = await token().catch(() => {
      throw notSignedIn();
    });
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${bearer}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch(() => {
      throw unreachable();
    });
    heardTime(response.headers.get('Lantern-Now') ?? '');
    heardChecked(response.headers.get('Lantern-Checked') ?? '');
    const text = await response.text().catch(() => {
      throw unreachable();
    });
    // An act may answer with nothing at all.
    const answer = body && response.ok && text === '' ? null : parsed(text);
    if (!response.ok || answer === undefined) throw failureFrom(answer);
    return answer as T;
  };
}

/** Undefined when the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
