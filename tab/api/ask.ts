import { notSignedIn, unreachable } from './api-failure.ts';

export interface AskSettings {
  /** A fresh token from Teams for each call. */
  readonly token: () => Promise<string>;
  /** Told the school's time, an ISO instant, as often as the server says it. */
  readonly heardTime: (instant: string) => void;
  /** Told how old Lantern's knowledge of SharePoint is, as often as the server says it. */
  readonly heardChecked: (said: string) => void;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly signal: AbortSignal;
}

/** Asks the tab API once, as the person who is signed in. Throws ApiFailure when no answer came. */
export function createAsk({ token, heardTime, heardChecked }: AskSettings) {
  return async (path: string, { method, headers, body, signal }: Question): Promise<Response> => {
    const bearer = await token().catch(() => {
      throw notSignedIn();
    });
    const response = await fetch(path, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, ...headers },
      ...(body !== undefined && { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    }).catch(() => {
      throw unreachable();
    });
    heardTime(response.headers.get('Lantern-Now') ?? '');
    heardChecked(response.headers.get('Lantern-Checked') ?? '');
    return response;
  };
}
