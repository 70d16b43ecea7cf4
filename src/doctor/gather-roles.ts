import { lookAtGroups, type LookAtGroupsParts } from '../jobs/feed-roles.ts';
import type { RoleGroupFacts } from './facts.ts';

/**
 * What groups in Entra say of roles, as it would be acted on now. Who is in them does not leave this function.
 * @param parts absent where the store does not open
 */
export async function gatherRoles(parts: LookAtGroupsParts | undefined): Promise<RoleGroupFacts> {
  if (!parts) return { kind: 'unseen' };
  const { plan, unread } = await lookAtGroups(parts);
  const asked = new Map(parts.roleGroups.map((one) => [one.group, one.school]));
  return {
    kind: 'looked',
    unread: [...unread].map(([group, why]) => ({ group, why, school: asked.get(group) ?? '' })),
    roles: plan.roles,
    orphans: [...plan.orphans].map(([school, count]) => ({ school, count })),
  };
}
