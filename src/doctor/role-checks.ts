import { grantableRole } from '../areas/people/fields.ts';
import type { FedRole } from '../areas/roles/plan-feed.ts';
import type { Check, Found } from './check.ts';
import type { Facts } from './facts.ts';

type Looked = Extract<Facts['roleGroups'], { readonly kind: 'looked' }>;

const inDesk = 'under Roles in the desk';

/** One line where Lantern may read none: that is one cause. */
function ofUnread({ unread }: Looked): readonly Found[] {
  if (unread.some(({ why }) => why === 'not-allowed'))
    return [
      {
        ...{
          state: 'fault',
          says: 'Entra does not let Lantern read the groups that give roles, so none is given or ended.',
        },
        mend: 'In Entra give the registration of the API the application permission GroupMember.Read.All of Microsoft Graph, with admin consent; or take LANTERN_ROLE_GROUPS out of the settings.',
      },
    ];
  const gone = unread
    .filter(({ why }) => why === 'no-group')
    .map(({ group, school }): Found => ({
      ...{ state: 'fault', school, says: `Entra has no group ${group}, so the roles that it gives stay as they are.` },
      mend: 'Correct LANTERN_ROLE_GROUPS: the object id of a group stands in Entra under its overview.',
    }));
  const silent = unread.some(({ why }) => why === 'no-answer');
  return [
    ...gone,
    ...(silent
      ? [{ state: 'unseen' as const, says: 'Who is in the groups that give roles could not be asked just now.' }]
      : []),
  ];
}

function ofRole(role: FedRole, name: string): readonly Found[] {
  const { school, members, strangers, refused, waiting, leaving, fed, tooMany, lastLead } = role;
  const label = `“${grantableRole[role.role]}”`;
  if (role.unread) return [];
  if (tooMany)
    return [
      {
        ...{
          state: 'warning',
          school,
          says: `At ${name} ${leaving} of ${fed} whom groups gave ${label} are in no group any more. That is more than happens, so nothing was changed.`,
        },
        mend: `Look in Entra whether that is right. If it is, end these roles ${inDesk}.`,
      },
    ];
  const found: Found[] = [];
  if (lastLead)
    found.push({
      ...{
        state: 'warning',
        school,
        says: `${name} would have no lead without a ${label} who is in no group any more, so the role stands.`,
      },
      mend: `Give the lead to somebody else, have it confirmed, and the group’s word is followed.`,
    });
  if (strangers > 0)
    found.push({
      ...{
        state: 'warning',
        school,
        says: `At ${name} ${strangers} of ${members} in the groups for ${label} are not on the staff list, so they were given nothing.`,
      },
      mend: 'Import the staff, with their accounts; or take out of the group who does not belong there.',
    });
  if (found.length > 0) return found;
  const besides = [
    ...(waiting > 0 ? [`${waiting} wait for a second person`] : []),
    ...(refused > 0 ? [`${refused} were not given it, for a person has ended it`] : []),
  ];
  const says = `${[`At ${name} ${members} are in the groups for ${label}`, ...besides].join('; ')}.`;
  return [{ state: 'ok', school, says }];
}

/** What is judged of the roles that groups in Entra give. */
export const roleChecks = {
  'role-groups': ({ roleGroups: found, schools }) => {
    if (found.kind === 'unseen') return [];
    const nameOf = (school: string) => schools.find(({ id }) => id === school)?.name ?? school;
    const orphans = found.orphans.map(({ school, count }): Found => ({
      ...{
        state: 'warning',
        school,
        says: `At ${nameOf(school)} ${count} roles come from groups that the settings do not name, so nobody ends them with the group.`,
      },
      mend: `Look at them ${inDesk}: end each, or end it and give it there. Or name the group in LANTERN_ROLE_GROUPS again.`,
    }));
    const lines = [...ofUnread(found), ...found.roles.flatMap((role) => ofRole(role, nameOf(role.school))), ...orphans];
    return lines.length > 0 ? lines : [{ state: 'ok', says: 'No role comes from a group in Entra.' }];
  },
} as const satisfies Record<string, Check>;
