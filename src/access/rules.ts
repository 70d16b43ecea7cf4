import type { Belonging, Restricted, RightsTable, VerbRule } from './types.ts';

/** All areas' rights as one table. */
export type Rules = (verb: string) => VerbRule;

/** What an area says about access to its records. */
export interface AreaAccess {
  readonly rights: RightsTable;
  /** Which of its records lie in the restricted register: hidden from every verb of any area that does not ask for them by name. */
  readonly restricted?: Restricted;
  /** Of a record class: to which case, child or adult its records belong. */
  readonly belongs?: Readonly<Record<string, Belonging>>;
}

/**
 * Composes the areas' tables. A verb that no table names has no rule, so nobody may do it:
 * asking for it is a fault of the program, not of the person.
 * @throws Error when two areas declare the same verb, or for an undeclared verb
 */
export function composeRules(areas: readonly AreaAccess[]): Rules {
  const restricted: Restricted = Object.fromEntries(areas.flatMap((area) => Object.entries(area.restricted ?? {})));
  const belonging = Object.fromEntries(areas.flatMap((area) => Object.entries(area.belongs ?? {})));
  const rules = new Map<string, VerbRule>();
  for (const [verb, rule] of areas.flatMap(({ rights }) => Object.entries(rights))) {
    if (rules.has(verb)) throw new Error(`two areas declare the verb ${verb}`);
    const about = rule.over ?? rule.about;
    const [hides, belongs] = [restricted[about], belonging[about]];
    rules.set(verb, { ...rule, ...(hides && { hides }), ...(belongs && { belongs }) });
  }
  return (verb) => {
    const rule = rules.get(verb);
    if (!rule) throw new Error(`no area declares rights for ${verb}`);
    return rule;
  };
}
