import type { Right, RightsTable } from '../../access/types.ts';
import { giverRoles, secondRoles } from './rules.ts';

/** Who says who is what at their school; a trust’s lead at each school that gave them that role, and at no other. */
const givers: readonly Right[] = giverRoles.map((role) => ({ role, reach: 'school' }));
/** Who sees it, and may be the second person. */
const seers: readonly Right[] = secondRoles.map((role) => ({ role, reach: 'school' }));

/** What can be done with roles and who may; no row, no right. */
export const roleRights = {
  'appoint-first-leads': {
    audit: 'permission-change',
    about: 'roleGrant',
    may: [{ role: 'setup', reach: 'school' }],
  },
  'list-roles': { audit: 'list', about: 'roleGrant', may: seers },
  'list-people-for-roles': { audit: 'list', about: 'staffMember', may: givers },
  /** Asked over one’s own grants: by name alone, for the one role for which somebody of another school may be chosen. */
  'look-up-trust-staff': { audit: 'search', about: 'staffMember', over: 'roleGrant', may: givers },
  'give-role': { audit: 'permission-change', about: 'roleGrant', may: givers },
  'confirm-role': { audit: 'permission-change', about: 'roleGrant', may: seers },
  /** For the message that one waits. */
  'read-role-to-confirm': { audit: 'read', about: 'roleGrant', may: seers },
  'end-role': { audit: 'permission-change', about: 'roleGrant', may: givers },
  'change-role-days': { audit: 'permission-change', about: 'roleGrant', may: givers },
  'appoint-acting-lead': {
    audit: 'permission-change',
    about: 'roleGrant',
    may: [{ role: 'head', reach: 'school' }],
  },
  'give-fed-role': { audit: 'permission-change', about: 'roleGrant', may: [{ role: 'roles-feed', reach: 'school' }] },
  'end-fed-role': { audit: 'permission-change', about: 'roleGrant', may: [{ role: 'roles-feed', reach: 'school' }] },
} as const satisfies RightsTable;
