import type { RightsTable } from '../../access/types.ts';

/** Anybody who may report may know whom to telephone. */
export const alertRights = {
  'read-duty': { audit: 'read', about: 'duty', may: [{ role: 'staff', reach: 'school' }] },
} as const satisfies RightsTable;
