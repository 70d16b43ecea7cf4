import type { GraphAnswer, GraphRequest } from '../ports/graph.ts';
import { answerOf, oneCall, type CallSettings } from './one-call.ts';
import { resourceUnits } from './resource-units.ts';
import { withinBudget } from './within-budget.ts';

/** One request to an address that Graph handed out and that opens by itself. */
export interface HandedOutRequest {
  readonly method: Extract<GraphRequest['method'], 'GET' | 'PUT' | 'DELETE'>;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export type HandedOutAddress = (request: HandedOutRequest) => Promise<GraphAnswer>;

export interface HandedOutSettings extends CallSettings {
  /** For one range of a file, there and back. Default 120,000. */
  readonly timeoutMs?: number;
}

/**
 * Asks the addresses of uploads under way, which lie on SharePoint's own host: the same budget, telemetry and time limit
 * as Graph, but no token, which SharePoint would refuse there.
 * https://learn.microsoft.com/graph/api/driveitem-createuploadsession
 * @returns a function that throws TypeError for an address elsewhere, GraphUnreachable when no answer came
 */
export function createHandedOutAddress(settings: HandedOutSettings): HandedOutAddress {
  const { transport, userAgent, budget, timeoutMs = 120_000, onCall } = settings;
  return async ({ method, url, headers, body }) => {
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' || !hostname.endsWith('.sharepoint.com'))
      throw new TypeError('files are sent to SharePoint and nowhere else');
    return oneCall({ method, route: 'handed-out', timeoutMs, ...(onCall && { onCall }) }, async (requestId, signal) => {
      const response = await withinBudget(budget, resourceUnits(method, url), signal, () =>
        transport(url, {
          method,
          headers: { ...headers, 'user-agent': userAgent, 'client-request-id': requestId },
          redirect: 'manual',
          signal,
          ...(body && { body: body as BodyInit }),
        }),
      );
      return answerOf(response);
    });
  };
}
