import { describe, expect, it } from 'vitest';
import { createAbilities } from '../../../src/access/abilities.ts';
import { noCases } from '../../../src/access/actor.ts';
import { composeRules } from '../../../src/access/rules.ts';
import type { Actor, Right } from '../../../src/access/types.ts';

const may: readonly Right[] = [{ role: 'dsl', reach: 'school' }];
const concerns = {
  rights: { 'read-concern': { audit: 'read', about: 'concern', may } },
  restricted: { concern: { status: ['misfiled'] } },
  belongs: { concern: { concern: 'id' } },
} as const;
const health = {
  rights: {
    'look-past': { audit: 'read', about: 'health', over: 'concern', may },
    'see-health': { audit: 'read', about: 'health', may: [{ role: 'auditor', reach: 'own' }] },
  },
} as const;
/** Composed in each test: what fails while a file loads fails no test of its own. */
const rules = (verb: string) => composeRules([concerns, health])(verb);

describe('the table of all areas', () => {
  it('adds to a rule what its record class hides and belongs to', () => {
    expect(rules('read-concern')).toEqual({
      ...concerns.rights['read-concern'],
      hides: { status: ['misfiled'] },
      belongs: { concern: 'id' },
    });
  });

  it('goes by the class whose rows are asked for, not by the one that the look is about', () => {
    expect(rules('look-past')).toEqual({
      ...health.rights['look-past'],
      hides: { status: ['misfiled'] },
      belongs: { concern: 'id' },
    });
  });

  it('adds nothing where nothing is hidden and nothing belongs to anybody', () => {
    expect(rules('see-health')).toStrictEqual(health.rights['see-health']);
  });

  it('refuses a verb that two areas declare, and one that none does', () => {
    expect(() => composeRules([concerns, concerns])).toThrow('two areas declare the verb read-concern');
    expect(() => rules('read-everything')).toThrow('no area declares rights for read-everything');
  });
});

describe('what a person may do at all', () => {
  const actor: Actor = {
    ...{ tenant: 't', person: 'p', name: 'Priya Raman', door: 'tab', school: 'b', recognised: true },
    ...{ given: noCases, circle: [], kept: noCases },
    grants: [
      { role: 'dsl', school: 'b' },
      { role: 'dsl', school: 'a' },
      { role: 'auditor', school: 'a' },
    ],
  };
  const twice = { rights: { twice: { audit: 'read', about: 'health', may: [...may, ...may] } } } as const;
  const abilities = (who: Actor) =>
    createAbilities(composeRules([concerns, health, twice]), async () => ({ actor }))(who);

  it('is judged by the roles as they are now, and says at which schools', async () => {
    const able = await abilities(actor);
    expect(able.actor).toBe(actor);
    expect(able.may('read-concern')).toBe(true);
    expect(able.schools('read-concern')).toEqual(['b', 'a']);
    expect(able.schools('twice')).toEqual(['b', 'a']);
  });

  it('may be something at no school as a whole: what is one’s own', async () => {
    const able = await abilities(actor);
    expect(able.may('see-health')).toBe(true);
    expect(able.schools('see-health')).toEqual([]);
  });

  it('is nothing for somebody without the role', async () => {
    const able = await createAbilities(composeRules([concerns]), async () => ({ actor: { ...actor, grants: [] } }))(
      actor,
    );
    expect(able.may('read-concern')).toBe(false);
    expect(able.schools('read-concern')).toEqual([]);
  });
});
