import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Who says who is what at their school. */
const heads: readonly Right[] = [
  { role: 'head', reach: 'school' },
  { role: 'dsl', reach: 'school' },
];
const headsAndLeads: readonly Right[] = [{ role: 'head', reach: 'school' }, ...leads];

/** What can be done with roles and who may; no row, no right. */
export const roleRights = {
  'appoint-first-leads': {
    audit: 'permission-change',
    about: 'roleGrant',
    may: [{ role: 'setup', reach: 'school' }],
  },
  'list-roles': { audit: 'list', about: 'roleGrant', may: headsAndLeads },
  'list-people-for-roles': { audit: 'list', about: 'staffMember', may: heads },
  'give-role': { audit: 'permission-change', about: 'roleGrant', may: heads },
  'confirm-role': { audit: 'permission-change', about: 'roleGrant', may: headsAndLeads },
  'end-role': { audit: 'permission-change', about: 'roleGrant', may: heads },
  'appoint-acting-lead': {
    audit: 'permission-change',
    about: 'roleGrant',
    may: [{ role: 'head', reach: 'school' }],
  },
  'give-fed-role': { audit: 'permission-change', about: 'roleGrant', may: [{ role: 'roles-feed', reach: 'school' }] },
  'end-fed-role': { audit: 'permission-change', about: 'roleGrant', may: [{ role: 'roles-feed', reach: 'school' }] },
} as const satisfies RightsTable;
