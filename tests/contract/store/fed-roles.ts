import { describe, expect, it } from 'vitest';
import { confirmRole } from '../../../src/areas/roles/confirm-role.ts';
import { endRole } from '../../../src/areas/roles/end-role.ts';
import type { RoleGroup } from '../../../src/areas/roles/feed.ts';
import { listRoles } from '../../../src/areas/roles/views.ts';
import { createFeedRoles } from '../../../src/jobs/feed-roles.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { startScene, type EngineHarness } from './scene.ts';

const { daniel, priya, tom, zoe } = people;
const group = '6b1c7a1e-7777-4777-8777-000000000001';

/** Roles that groups in Entra give are given, kept and ended alike on every engine. */
export function fedRolesContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: roles from groups`, () => {
    const scene = startScene(makeEngine);
    const turnWith = (role: RoleGroup['role'], ...members: readonly { readonly person: string }[]) => {
      const { store, perform, clock } = scene.kernel;
      const groups = { people: async () => ({ ok: true as const, people: members.map(({ person }) => person) }) };
      const roleGroups = [{ group, school, role }];
      const { log } = recordedLog();
      return createFeedRoles({
        ...{ tenant, roleGroups, groups, store, perform, clock, log },
        schools: [{ id: school }],
      })();
    };
    const fed = async () => {
      const page = await scene.kernel.read(listRoles, tom, {});
      return page.ok ? page.answer.answer.items.filter((item) => item.fed) : [];
    };
    const standing = async () => (await fed()).map((item) => [item.name, item.standing]);

    it('are given to whoever is in the group and on the staff list, once, and end with it', async () => {
      expect(await turnWith('senco', daniel, zoe, people.stranger)).toBe(2);
      expect(await turnWith('senco', daniel, zoe, people.stranger)).toBe(0);
      expect(await standing()).toEqual([daniel, zoe].map((who) => [who.name, 'in-force']));
      expect(await turnWith('senco', daniel)).toBe(1);
      expect(await standing()).toEqual([
        [daniel.name, 'in-force'],
        [zoe.name, 'over'],
      ]);
    });

    it('leave the school its last lead, of whom the store says that they still work there', async () => {
      await turnWith('dsl', zoe);
      const [waiting] = await fed();
      const { perform } = scene.kernel;
      const one = { role: waiting?.id ?? '', rev: waiting?.rev ?? 0 };
      expect(await perform(confirmRole, tom, one, newForm())).toMatchObject({ ok: true });
      const page = await scene.kernel.read(listRoles, tom, {});
      const lead = page.ok ? page.answer.answer.items.find((item) => item.name === priya.name) : undefined;
      expect(await perform(endRole, zoe, { role: lead?.id ?? '', rev: lead?.rev ?? 0 }, newForm())).toMatchObject({
        ok: true,
      });
      expect(await turnWith('dsl')).toBe(0);
      expect(await standing()).toEqual([[zoe.name, 'in-force']]);
    });
  });
}
