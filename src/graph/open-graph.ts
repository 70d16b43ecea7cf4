import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { appIdentity } from './app-identity.ts';
import { createBudget } from './budget.ts';
import { createGraph } from './client.ts';
import { retryReads } from './retry-reads.ts';
import { tellOfTrouble } from './tell-of-trouble.ts';
import { createTokenSource } from './token.ts';

const userAgent = 'NONISV|Lantern|Lantern/0.1';

export interface OpenGraphParts {
  readonly config: Config;
  readonly transport: Transport;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Microsoft Graph as one of Lantern's app registrations, and what that may spend there. `graph` asks once; `patient` asks again
 * where it only reads. `calls`: what every call needs that goes past Graph, to an address that it handed out.
 */
export function openGraph(appId: string, { config, transport, clock, log }: OpenGraphParts) {
  const token = createTokenSource(appIdentity(config, appId), transport);
  const budget = createBudget({ licences: config.LANTERN_LICENCES, clock });
  const calls = { transport, userAgent, budget, onCall: tellOfTrouble(log) };
  const graph = createGraph({ token, ...calls });
  return { budget, graph, calls, patient: retryReads(graph, { clock }) };
}
export type OpenGraph = ReturnType<typeof openGraph>;
