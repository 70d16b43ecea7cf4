import type { RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Lantern itself tells; whoever leads is told. */
export const outsideRights = {
  'changed-outside-lantern': {
    audit: 'create',
    about: 'outsideChange',
    may: [{ role: 'sync', reach: 'school', restricted: true }],
  },
  'read-outside-change': { audit: 'read', about: 'outsideChange', may: leads },
} as const satisfies RightsTable;
