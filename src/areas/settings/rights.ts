import type { Right, RightsTable } from '../../access/types.ts';

/** Who keeps Lantern itself in order: nobody else has to know what is wrong with the machine or the tenant. */
const keepers: readonly Right[] = [{ role: 'tenant-admin', reach: 'school' }];

export const settingsRights = {
  'look-at-health': { audit: 'read', about: 'health', over: 'roleGrant', may: keepers },
  'examine-health': { audit: 'read', about: 'health', over: 'roleGrant', may: keepers },
} as const satisfies RightsTable;
