import { failureFrom, unreachable } from './api-failure.ts';
import { createAsk, type AskSettings } from './ask.ts';

export type CallSettings = AskSettings;

/** One request to the tab API: the path, a body for an act, and after how many milliseconds one gives up. */
export type Call = <T>(path: string, body?: object, patience?: number) => Promise<T>;

const patienceMs = 15_000;

/**
 * A caller of the tab API. It trusts the shape of a good answer (same origin, same build) and never the transport.
 * The calls it makes throw ApiFailure and nothing else.
 */
export function createCall(settings: CallSettings): Call {
  const ask = createAsk(settings);
  return async <T>(path: string, body?: object, patience = patienceMs): Promise<T> => {
    const response = await ask(path, {
      method: body ? 'POST' : 'GET',
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      patience,
    });
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
