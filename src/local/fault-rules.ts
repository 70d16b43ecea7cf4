import { z } from 'zod';
import { effects, type Effect } from './fault-effects.ts';
import { seededChance } from './seeded-chance.ts';

const method = z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

/** Which calls a rule meets: all, when a property is absent. */
const aim = {
  match: z
    .strictObject({
      method: method.optional(),
      /** Part of path and query, as the caller wrote them. */
      pathContains: z.string().min(1).optional(),
    })
    .default({}),
  /** How often it strikes; without end when absent. */
  times: z.int().min(1).optional(),
  /** How likely it strikes a call that it meets. */
  probability: z.number().min(0).max(1).default(1),
};

export const ruleSchema = z.discriminatedUnion('kind', [
  ...effects(aim),
  /** When it strikes it throttles all that it meets for so long, and says how long that is. */
  z.strictObject({ kind: z.literal('storm'), forMs: z.int().min(1), ...aim }),
  /** Unavailable for so long, beginning so long after the rule was set. */
  z.strictObject({ kind: z.literal('outage'), startsInMs: z.int().min(0).default(0), forMs: z.int().min(1), ...aim }),
]);
export type Rule = z.output<typeof ruleSchema>;
export type RuleRequest = z.input<typeof ruleSchema>;

/** A rule, and how often it struck. */
export interface StandingRule {
  readonly rule: Rule;
  readonly struck: number;
}

export interface Rules {
  /** What the first rule that strikes does to this call. */
  take(method: string, path: string): Effect | undefined;
  standing(): readonly StandingRule[];
}

/** One rule with what it has done. */
function createRule(rule: Rule, chance: () => number, now: () => number) {
  const set = now();
  let struck = 0;
  let stormUntil = 0;

  const meets = (method: string, path: string) =>
    (rule.match.method ?? method) === method && path.includes(rule.match.pathContains ?? '');
  const strikes = () => {
    if (struck === rule.times || chance() >= rule.probability) return false;
    struck += 1;
    return true;
  };
  const storm = (): Effect => ({ kind: 'throttle', retryAfterSeconds: Math.ceil((stormUntil - now()) / 1_000) });

  function take(): Effect | undefined {
    if (rule.kind === 'storm') {
      if (now() < stormUntil) return storm();
      if (!strikes()) return undefined;
      stormUntil = now() + rule.forMs;
      return storm();
    }
    if (rule.kind === 'outage') {
      const since = now() - set - rule.startsInMs;
      return since >= 0 && since < rule.forMs && strikes() ? { kind: 'unavailable' } : undefined;
    }
    return strikes() ? rule : undefined;
  }
  return {
    take: (method: string, path: string) => (meets(method, path) ? take() : undefined),
    standing: (): StandingRule => ({ rule, struck }),
  };
}

/**
 * @param seed the same seed and the same calls bring the same faults
 * @param now the tenant's clock, in milliseconds
 */
export function createRules(rules: readonly Rule[], seed: number, now: () => number): Rules {
  const chance = seededChance(seed);
  const living = rules.map((rule) => createRule(rule, chance, now));
  return {
    take(method, path) {
      for (const rule of living) {
        const effect = rule.take(method, path);
        if (effect) return effect;
      }
      return undefined;
    },
    standing: () => living.map((rule) => rule.standing()),
  };
}
