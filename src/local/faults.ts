import { z } from 'zod';
import { effects, type Effect } from './fault-effects.ts';
import { createRules, ruleSchema, type RuleRequest, type StandingRule } from './fault-rules.ts';

/** How many calls it hits (all, when absent) and of which methods (any, when absent). */
const aim = {
  count: z.int().min(1).optional(),
  methods: z
    .array(z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']))
    .min(1)
    .optional(),
};

/** The switch: what goes wrong with `/v1.0` and the addresses it hands out on `/sharepoint`, and nothing else, from now on. */
export const faultSchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') }), ...effects(aim)]);
export type Fault = z.output<typeof faultSchema>;
export type FaultRequest = z.input<typeof faultSchema>;

/** All the rules there shall be, and the seed of their chance. */
export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema), seed: z.int().default(1) });

export interface Faults {
  /** @throws z.ZodError for anything but a fault of the closed set */
  set(fault: FaultRequest): void;
  current(): Fault;
  /** Puts these rules in place of those before; none ends them. @throws z.ZodError for anything but rules */
  setRules(rules: readonly RuleRequest[], seed?: number): void;
  rules(): readonly StandingRule[];
  /** What happens to a call now, by the switch or else by the first rule that strikes; counts it. */
  take(method: string, path: string): Effect | undefined;
}

/**
 * What breaks Graph on purpose, by a switch and by rules. Begins with nothing broken.
 * @param now the tenant's clock, in milliseconds
 */
export function createFaults(now: () => number): Faults {
  let fault: Fault = { kind: 'none' };
  let rules = createRules([], 1, now);

  function bySwitch(method: string): Effect | undefined {
    if (fault.kind === 'none') return undefined;
    const hit = fault;
    if (hit.methods?.every((aimed) => aimed !== method)) return undefined;
    if (hit.count !== undefined) fault = hit.count === 1 ? { kind: 'none' } : { ...hit, count: hit.count - 1 };
    return hit;
  }
  return {
    set: (request) => void (fault = faultSchema.parse(request)),
    current: () => fault,
    setRules(requested, seed = 1) {
      rules = createRules(rulesSchema.parse({ rules: requested, seed }).rules, seed, now);
    },
    rules: () => rules.standing(),
    take: (method, path) => bySwitch(method) ?? rules.take(method, path),
  };
}
