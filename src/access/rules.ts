import type { Restricted, RightsTable, VerbRule } from './types.ts';

/** All areas' rights as one table. */
export type Rules = (verb: string) => VerbRule;

/** What an area says about access to its records. */
export interface AreaAccess {
  readonly rights: RightsTable;
  /** Which of its records lie in the restricted register: hidden from every verb of any area that does not ask for them by name. */
  readonly restricted?: Restricted;
}

/**
 * Composes the areas' tables. A verb that no table names has no rule, so nobody may do it:
 * asking for it is a fault of the program, not of the person.
 * @throws Error when two areas declare the same verb, or for an undeclared verb
 */
export function composeRules(areas: readonly AreaAccess[]): Rules {
  const restricted: Restricted = Object.fromEntries(areas.flatMap((area) => Object.entries(area.restricted ?? {})));
  const rules = new Map<string, VerbRule>();
  for (const [verb, rule] of areas.flatMap(({ rights }) => Object.entries(rights))) {
    if (rules.has(verb)) throw new Error(`two areas declare the verb ${verb}`);
    const hides = restricted[rule.over ?? rule.about];
    rules.set(verb, hides ? { ...rule, hides } : rule);
  }
  return (verb) => {
    const rule = rules.get(verb);
    if (!rule) throw new Error(`no area declares rights for ${verb}`);
    return rule;
  };
}
