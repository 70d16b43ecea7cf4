import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Budget } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { Telemetry } from '../ports/telemetry.ts';
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
  readonly telemetry?: Telemetry | undefined;
}

/**
 * Microsoft Graph as one of Lantern's app registrations, and what that may spend there. `graph` asks once; `patient` asks again
 * where it only reads. `calls`: what every call needs that goes past Graph, to an address that it handed out.
 */
export function openGraph(appId: string, { config, transport, clock, log, telemetry }: OpenGraphParts) {
  const token = createTokenSource(appIdentity(config, appId), transport);
  const plain = createBudget({ licences: config.LANTERN_LICENCES, clock });
  const budget = telemetry ? countedBudget(plain, telemetry) : plain;
  const pulse = createPulse(clock);
  const trouble = tellOfTrouble(log);
  const onCall = (call: GraphCall) => {
    pulse.heard(call);
    trouble(call);
    telemetry?.after('graph', factsOf(call), call.ms, call.status === undefined ? 'failed' : undefined);
  };
  const calls = { transport, userAgent, budget, onCall };
  const graph = createGraph({ token, ...calls });
  return { budget, graph, calls, patient: retryReads(graph, { clock }), pulse };
}

const factsOf = ({ method, route, status, code }: GraphCall) => ({ method, route, status: status ?? code ?? 'none' });

/** Tells how many of SharePoint's units are spent. */
const countedBudget = (budget: Budget, telemetry: Telemetry): Budget => ({
  ...budget,
  spend(units) {
    telemetry.count('graph.units', units);
    return budget.spend(units);
  },
});
export type OpenGraph = ReturnType<typeof openGraph>;
