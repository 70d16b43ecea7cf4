import { staffConcernFields } from '../../src/areas/staff-concerns/fields.ts';
import type { Settling } from '../concerns/settling.ts';

export const settlingOfMatters: Settling = {
  fields: staffConcernFields,
  differences: (api) => api.matterDifferences,
  settle: (api) => api.settleMatter,
};
