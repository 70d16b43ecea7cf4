import type { RightsTable } from '../../access/types.ts';

export const peopleRights = {
  'set-up-school': { audit: 'config-change', about: 'staffMember', may: [{ role: 'setup', reach: 'school' }] },
} as const satisfies RightsTable;
