import type { RightsTable, VerbRule } from './types.ts';

/** All areas' rights as one table. */
export type Rules = (verb: string) => VerbRule;

/**
 * Composes the areas' tables. A verb that no table names has no rule, so nobody may do it:
 * asking for it is a fault of the program, not of the person.
 * @throws Error when two areas declare the same verb, or for an undeclared verb
 */
export function composeRules(tables: readonly RightsTable[]): Rules {
  const rules = new Map<string, VerbRule>();
  for (const [verb, rule] of tables.flatMap((table) => Object.entries(table))) {
    if (rules.has(verb)) throw new Error(`two areas declare the verb ${verb}`);
    rules.set(verb, rule);
  }
  return (verb) => {
    const rule = rules.get(verb);
    if (!rule) throw new Error(`no area declares rights for ${verb}`);
    return rule;
  };
}
