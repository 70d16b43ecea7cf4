import type { Faults } from '../../src/local/faults.ts';
import type { RuleRequest } from '../../src/local/fault-rules.ts';

const rows = { pathContains: '/items' };

/** Longer than the bench's client waits. */
const tooSlowMs = 5_000;

/** Everything that the local tenant can do to a call, together. Waits that are asked for pass on the tenant's clock. */
const rules: readonly RuleRequest[] = [
  { kind: 'outage', startsInMs: 60_000, forMs: 45_000 },
  { kind: 'storm', forMs: 15_000, probability: 0.004 },
  { kind: 'throttle', retryAfterSeconds: 3, probability: 0.02 },
  { kind: 'unavailable', retryAfterSeconds: 4, probability: 0.01 },
  { kind: 'unavailable', probability: 0.01 },
  { kind: 'gateway-timeout', probability: 0.03 },
  { kind: 'lost-reply', probability: 0.03 },
  { kind: 'reset', probability: 0.02 },
  { kind: 'slow', ms: 10, probability: 0.01 },
  { kind: 'slow', ms: tooSlowMs, work: 'before', probability: 0.001 },
  { kind: 'slow', ms: tooSlowMs, work: 'after', probability: 0.001 },
  { kind: 'stale', behind: 4, match: { method: 'GET', ...rows }, probability: 0.3 },
  { kind: 'own-save', match: { method: 'PATCH', ...rows }, probability: 0.03 },
];

/** Bad weather for a tenant's Graph, in chapters, each with an outage of its own. */
export interface Storm {
  begin(seed: number): void;
  /** How often each kind struck so far. */
  struck(): Readonly<Record<string, number>>;
  end(): void;
}

export function createStorm(faults: Faults): Storm {
  const counts: Record<string, number> = {};
  const note = () => {
    for (const { rule, struck } of faults.rules()) counts[rule.kind] = (counts[rule.kind] ?? 0) + struck;
  };
  const set = (next: readonly RuleRequest[], seed?: number) => {
    note();
    faults.setRules(next, seed);
  };
  return { begin: (seed) => set(rules, seed), struck: () => counts, end: () => set([]) };
}
