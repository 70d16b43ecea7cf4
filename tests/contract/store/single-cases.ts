import { describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { listActionOwners, listOwnActions } from '../../../src/areas/actions/views.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { listOtherLeads } from '../../../src/areas/concerns/list-other-leads.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { listMisfiled } from '../../../src/areas/concerns/misfiled-views.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { breakGlass } from '../../../src/areas/need-to-know/break-glass.ts';
import { declareConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import { endAccess } from '../../../src/areas/need-to-know/end-access.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { listCircle, listNeedToKnow, lookUpChildByName } from '../../../src/areas/need-to-know/views.ts';
import { mergeChildren } from '../../../src/areas/people/merge-children.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

const { priya, tom, zoe, kayleigh } = people;

/** Who may see single cases, and who may not, is the same on every engine. */
export function singleCasesContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: single cases`, () => {
    const scene = startScene(makeEngine);
    async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<string> {
      const result = await scene.kernel.perform(useCase, who, input, newForm());
      return result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);
    }
    async function look<P extends object, R, O>(view: View<P, R, O>, who: Identity, params: P): Promise<O | undefined> {
      const seen = await scene.kernel.read(view, who, params);
      return seen.ok ? seen.answer.answer : undefined;
    }
    const childOf = async (words: string) =>
      (await look(lookUpChildByName, kayleigh, { words }))?.items.find(({ hasLeft }) => !hasLeft)?.id ?? '';
    const keep = (who: Identity, child: string, by: Identity) =>
      act(declareConflict, by, { school, person: who.person, child, conflict: 'related', reason: 'Family.' });

    it('are hidden by a conflict of interest: of the child, of a record merged with it, and where the child was meant or is named', async () => {
      const twice = { givenName: 'Elly', familyName: 'Marsden', yearGroup: 'Year 7', formGroup: '7B' };
      const more = { school, staff: [], roles: [], duty: schoolOfTests.duty, pupils: [twice] };
      await scene.kernel.perform(setUpSchool, setupIdentity(tenant), more, newForm());
      const [ellie, elly] = [await childOf('Ellie Marsden'), await childOf('Elly Marsden')];
      const [about, merged] = [await scene.reported(), await scene.reported({ who: 'Elly Marsden' })];
      const [wrong, named] = [
        await scene.reported({ who: "Jakub O'Brien-Łukasz" }),
        await scene.reported({ who: 'Mia' }),
      ];
      const one = { child: ellie, rev: 1, other: elly, otherRev: 1, reason: 'One child.' };
      expect(await act(mergeChildren, tom, one)).toBe('done');
      expect(await act(addPerson, tom, { concern: named, pupil: ellie, role: 'sibling' })).toBe('done');
      expect(await act(markMisfiled, tom, { concern: wrong, rev: 1, school, reason: 'Not Jakub.', child: ellie })).toBe(
        'done',
      );
      expect((await look(listMisfiled, priya, {}))?.items).toHaveLength(1);
      const order = {
        concern: about,
        what: 'Ring.',
        whatOutside: 'Ring.',
        priority: 'today' as const,
        owner: zoe.person,
      };
      expect(await act(createAction, tom, order)).toBe('done');
      expect(await act(takeConcern, priya, { concern: merged })).toBe('done');

      // Said of either record it holds for both.
      expect(await keep(priya, elly, tom)).toBe('done');
      expect(await keep(priya, ellie, tom)).toBe('already-done');
      expect(await keep(zoe, ellie, tom)).toBe('done');
      expect((await look(listConcerns, priya, {}))?.items).toEqual([]);
      expect((await look(listMisfiled, priya, {}))?.items).toEqual([]);
      expect((await look(listConcerns, tom, {}))?.items).toHaveLength(4);
      expect((await look(listOwnActions, zoe, {}))?.items).toEqual([]);
      expect(await look(readConcern, tom, { id: merged })).toMatchObject({ status: 'submitted' });
      expect((await look(listOtherLeads, tom, { id: about }))?.items.map(({ id }) => id)).toEqual([tom.person]);
      const owners = (await look(listActionOwners, tom, { id: about }))?.items.map(({ id }) => id) ?? [];
      expect([owners.includes(zoe.person), owners.includes(people.daniel.person)]).toEqual([false, true]);
      expect(await act(giveCase, tom, { concern: about, person: zoe.person, reason: 'To help.' })).toBe('person');
    });

    it('are shown to whoever was given one or opened a file, until it ends', async () => {
      const concern = await scene.reported();
      expect(await act(giveCase, tom, { concern, person: zoe.person, reason: 'To help.', until: '2099-12-31' })).toBe(
        'done',
      );
      const file = {
        child: await childOf('Ellie Marsden'),
        school,
        reason: 'Nobody answers.',
        confirmed: true as const,
      };
      expect(await act(breakGlass, kayleigh, file)).toBe('done');
      expect(await act(breakGlass, kayleigh, file)).toBe('already-done');
      for (const who of [zoe, kayleigh])
        expect((await look(listConcerns, who, {}))?.items.map(({ id }) => id)).toEqual([concern]);
      const circle = (await look(listCircle, tom, { id: concern }))?.items ?? [];
      expect(circle.map(({ kind }) => kind).sort()).toEqual(['break-glass', 'circle']);
      expect((await look(listNeedToKnow, tom, {}))?.items).toHaveLength(2);
      for (const { id, rev } of circle) expect(await act(endAccess, tom, { access: id, rev })).toBe('done');
      for (const who of [zoe, kayleigh]) expect(await look(listConcerns, who, {})).toBeUndefined();
    });
  });
}
