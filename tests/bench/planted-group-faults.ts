import { groupIds } from '../../src/local/directory/directory-data.ts';
import { tenant } from '../support/kernel.ts';
import { granted, inDatabase } from './planting.ts';
import type { PlantedFault } from './planted-fault.ts';

const school = 'harrowmere';
const role = 'attendance-lead';
/** Whose people the staff list of the tests has: Daniel and Zoe, but for Ines, who is planted where she is not what is wrong. */
const group = groupIds.teaching;
const settings = (...groups: readonly string[]) => ({
  env: { LANTERN_ROLE_GROUPS: JSON.stringify(groups.map((one) => ({ group: one, school, role }))) },
});

/** Roles that a group has given, to so many people who are not in it. */
const fedTo = (people: number) =>
  Array.from(
    { length: people },
    (_, n) => `insert into roleGrant (tenant, id, school, rev, personId, personName, role, state, fedBy)
      values ('${tenant}', '${String(n).repeat(32)}', '${school}', 1, 'somebody-${n}', 'Somebody', '${role}', 'in-force', '${group}');`,
  ).join('');
const ines = `insert into staffMember (tenant, id, school, rev, personId, name)
  values ('${tenant}', '${'e'.repeat(32)}', '${school}', 1, '6b1c7a1e-1111-4111-8111-000000000006', 'Ines Duarte');`;

/** What goes wrong between groups in Entra and the roles that they give. */
export const groupFaults: readonly PlantedFault[] = [
  {
    ...{ name: 'groups that Lantern may not read', check: 'role-groups', says: /does not let Lantern read the groups/ },
    plant: (scene) => ({ ...granted(scene, ['Sites.Selected']), ...settings(group, groupIds.staff) }),
  },
  {
    ...{ name: 'a group that is not there', check: 'role-groups', says: /no group 6b1c7a1e-9999/ },
    plant: () => settings('6b1c7a1e-9999-4999-8999-000000000001'),
  },
  {
    ...{
      name: 'a group that has lost its people',
      check: 'role-groups',
      says: /5 of 5 whom groups gave .* nothing was/,
    },
    plant: (scene) => {
      inDatabase(fedTo(5))(scene);
      return settings(group);
    },
  },
  {
    ...{ name: 'somebody in a group who is not staff', check: 'role-groups', says: /1 of 3 .* not on the staff list/ },
    plant: () => settings(group),
  },
  {
    ...{ name: 'a last lead who is in no group any more', check: 'role-groups', says: /would have no lead/ },
    plant: (scene) => {
      inDatabase(`${ines} update roleGrant set fedBy = '${group}' where role = 'dsl'`)(scene);
      return { env: { LANTERN_ROLE_GROUPS: JSON.stringify([{ group, school, role: 'dsl' }]) } };
    },
  },
  {
    ...{
      name: 'roles of a group that the settings no longer name',
      check: 'role-groups',
      says: /2 roles come from groups/,
    },
    plant: inDatabase(fedTo(2)),
  },
];
