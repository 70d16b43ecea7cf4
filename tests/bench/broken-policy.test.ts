import { expect, it } from 'vitest';
import type { AreaAccess } from '../../src/access/rules.ts';
import type { Right, RightsTable } from '../../src/access/types.ts';
import { areas } from '../../src/areas/areas.ts';
import type { AnyView } from '../support/inventory.ts';
import { judge, readGoals } from './figure.ts';
import { measurePolicy, type PolicyOptions } from './policy-denied.ts';

const line = async (options: PolicyOptions = {}) => {
  const { figures, rounds } = await measurePolicy(options);
  return { ...judge(figures[0]!, readGoals()), rounds: rounds as { fields: { leaked: readonly string[] } } };
};
const all: readonly AreaAccess[] = Object.values(areas);
/** The tables with one verb's rights changed. */
const widened = (verb: string, change: (may: readonly Right[]) => readonly Right[]): readonly AreaAccess[] =>
  all.map((area) => {
    const rule = area.rights[verb];
    const rights: RightsTable = rule ? { ...area.rights, [verb]: { ...rule, may: change(rule.may) } } : area.rights;
    return { ...area, rights };
  });
/** Only so many views, so that each breakage is seen soon. */
const only =
  (...verbs: readonly string[]) =>
  (views: readonly AnyView[]) =>
    views.filter(({ verb }) => verbs.includes(verb));

it('finds nothing that leaks, over a hundred thousand checks', async () => {
  const { why, ...rest } = await line();
  expect(why).toBeUndefined();
  expect(rest).toMatchObject({ value: 0, pass: true });
}, 180_000);

it.each<[string, PolicyOptions, string]>([
  [
    'a right that was given to one role more',
    { tables: widened('read-concern', (may) => [...may, { role: 'pastoral-lead', reach: 'school' }]) },
    'read-concern shows concern.words',
  ],
  [
    'conflicts of interest that keep nobody out',
    { tables: all.map(({ belongs: _belongs, ...area }) => area) },
    'read-concern shows concern.words',
  ],
  [
    'a restricted register that hides nothing',
    { tables: all.map(({ restricted: _restricted, ...area }) => area) },
    'read-concern shows concern.words',
  ],
])('notices %s', async (_what, options, shown) => {
  const { value, pass, rounds } = await line({ ...options, views: only('read-concern') });
  expect(value).toBeGreaterThan(0);
  expect(pass).toBe(false);
  expect(rounds.fields.leaked).toContain(shown);
});

it('notices a receipt that shows what was reported', async () => {
  const views = (given: readonly AnyView[]) => {
    const whole = given.find(({ verb }) => verb === 'read-misfiled');
    const receipt = given.find(({ verb }) => verb === 'read-receipt');
    if (!whole || !receipt) throw new Error('there are no such views');
    return [{ ...receipt, query: whole.query, values: whole.values, present: whole.present }];
  };
  const { pass, rounds } = await line({ views });
  expect(pass).toBe(false);
  expect(rounds.fields.leaked).toContain('read-receipt shows concern.words');
});
