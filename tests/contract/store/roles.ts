import { describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { changeRoleDays } from '../../../src/areas/roles/change-role-days.ts';
import { confirmRole } from '../../../src/areas/roles/confirm-role.ts';
import { giveRole } from '../../../src/areas/roles/give-role.ts';
import { readRoleToConfirm } from '../../../src/areas/roles/read-role-to-confirm.ts';
import { listRoles, lookUpTrustStaff } from '../../../src/areas/roles/views.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { kernelOn, newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import type { EngineHarness } from './scene.ts';

const { priya, tom } = people;
const colm: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000014', name: 'Colm Rafferty', door: 'tab' };

/** Who is what is given, found and changed alike on every engine. */
export function rolesContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: who is what`, () => {
    it('somebody of another school is found by name, waits as a trust’s lead, and a lead’s days are changed and taken off', async () => {
      const engine = await makeEngine();
      const opened = await engine.open();
      const kernel = await kernelOn(opened.store, { otherSchools: ['elmbridge'] });
      async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<O> {
        const result = await kernel.perform(useCase, who, input, newForm());
        if (!result.ok) throw new Error(`${useCase.verb}: ${JSON.stringify(result.problem)}`);
        return result.answer;
      }
      async function look<P extends object, R, O>(
        view: View<P, R, O>,
        who: Identity,
        params: P,
      ): Promise<O | undefined> {
        const seen = await kernel.read(view, who, params);
        return seen.ok ? seen.answer.answer : undefined;
      }
      await act(setUpSchool, setupIdentity(tenant), {
        ...{ school: 'elmbridge', duty: schoolOfTests.duty, pupils: [], roles: [] },
        staff: [{ personId: colm.person, name: colm.name, email: 'Colm@kestrelvale.example' }],
      });
      for (const words of ['colm RAFFERTY', 'colm@kestrelvale.example'])
        expect(await look(lookUpTrustStaff, priya, { words })).toEqual({
          items: [{ person: colm.person, name: colm.name }],
        });
      expect(await look(lookUpTrustStaff, priya, { words: 'Colm' })).toEqual({ items: [] });
      expect(await look(lookUpTrustStaff, tom, { words: colm.name })).toBeUndefined();

      const given = { schools: [school], person: colm.person, role: 'trust-lead' as const };
      expect(await act(giveRole, priya, given)).toEqual({ waits: true });
      const find = async (who: string) => (await look(listRoles, priya, {}))?.items.find((one) => one.name === who);
      const { id = '', rev = 0 } = (await find(colm.name)) ?? {};
      expect(await look(readRoleToConfirm, tom, { id })).toEqual({ waits: true, acting: false });
      await act(confirmRole, tom, { role: id, rev });
      expect((await look(listRoles, colm, {}))?.items.map((one) => one.school)).toContain(school);

      for (const days of [['Mon', 'Thu'] as const, [] as const]) {
        const deputy = await find(tom.name);
        await act(changeRoleDays, colm, { role: deputy?.id ?? '', rev: deputy?.rev ?? 0, days: [...days] });
        expect((await find(tom.name))?.days ?? []).toEqual(days);
      }
      await opened.close();
      await engine.end();
    });
  });
}
