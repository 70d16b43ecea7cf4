import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { appIdentity } from './app-identity.ts';
import { createBudget } from './budget.ts';
import { createGraph } from './client.ts';
import { retryReads } from './retry-reads.ts';
import { tellOfTrouble } from './tell-of-trouble.ts';
import type { GraphCall } from './one-call.ts';
import { createPulse } from './pulse.ts';
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
 * where it only reads.
 */
export function openGraph(appId: string, { config, transport, clock, log }: OpenGraphParts) {
  const token = createTokenSource(appIdentity(config, appId), transport);
  const budget = createBudget({ licences: config.LANTERN_LICENCES, clock });
  const pulse = createPulse(clock);
  const trouble = tellOfTrouble(log);
  const onCall = (call: GraphCall) => {
    pulse.heard(call);
    trouble(call);
  };
  const graph = createGraph({ token, transport, userAgent, budget, onCall });
  return { budget, graph, patient: retryReads(graph, { clock }), pulse };
}
export type OpenGraph = ReturnType<typeof openGraph>;
