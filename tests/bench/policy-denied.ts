import { composeRules, type AreaAccess, type Rules } from '../../src/access/rules.ts';
import { areas } from '../../src/areas/areas.ts';
import { listedVerbs } from '../src/access/policy-oracle.ts';
import { everyView, type AnyView } from '../support/inventory.ts';
import type { Measured } from './figure.ts';
import { checkPolicy } from './policy-checks.ts';
import { asked, checkFields } from './policy-fields.ts';

export interface PolicyOptions {
  /** The areas’ tables, broken on purpose. */
  readonly tables?: readonly AreaAccess[];
  /** Puts other views in the place of the areas’. */
  readonly views?: (views: readonly AnyView[]) => readonly AnyView[];
  /** Generated people and records for each role and verb. */
  readonly each?: number;
  readonly seed?: number;
}

const least = 100_000;

/**
 * `policy.denied_fields_leaked`: what the table of rights lets in and the oracle does not, on generated people and records; and what
 * answers of every view hold that whoever was given them may not see, or that the view must not show.
 */
export async function measurePolicy(options: PolicyOptions = {}): Promise<Measured> {
  const { each = 60, seed = 20_261_210, views = (all) => all } = options;
  const rules: Rules = composeRules(options.tables ?? Object.values(areas));
  const verbs = Object.values(areas).flatMap(({ rights }) => Object.keys(rights));
  const table = checkPolicy(rules, verbs, each, seed);
  const fields = await checkFields(rules, asked(views(await everyView())));
  const unknown = verbs.filter((verb) => !listedVerbs.has(verb));
  const faults = [
    ...(table.checks < least ? [`${table.checks} checks are fewer than ${least}`] : []),
    ...(unknown.length > 0 ? [`the oracle does not know ${unknown.join(', ')}`] : []),
    ...(table.refused.length > 0 ? [`the table refuses what the oracle allows: ${table.refused.join(', ')}`] : []),
    ...(table.unseen.length > 0 ? [`nothing was seen of ${table.unseen.join(', ')}`] : []),
    ...(fields.silent.length > 0 ? [`these views answered nobody: ${fields.silent.join(', ')}`] : []),
  ];
  const figure = {
    metric: 'policy.denied_fields_leaked',
    value: table.leaked.length + fields.leaked.length,
    unit: 'leaks',
    yardstick: `${table.checks} checks of role, verb, class, state and school, ${fields.looks} looks with ${fields.found} canaries`,
    ratio: null,
    ...(faults.length > 0 && { why: faults.join('; ') }),
  };
  return { figures: [figure], rounds: { seed, table, fields: { ...fields, leaked: [...new Set(fields.leaked)] } } };
}
