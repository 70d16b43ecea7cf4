import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from './rules.ts';

/**
 * Who brings a roster in: whoever keeps the school's lists, and Lantern's own command at the machine. Whole, whomever they are kept
 * from: a roll with a child left out would make that child a second time, and it says nothing of any concern.
 */
const importers: readonly Right[] = [
  { role: 'tenant-admin', reach: 'school', evenKept: true },
  { role: 'safeguarding-administrator', reach: 'school', evenKept: true },
  { role: 'dsl', reach: 'school', evenKept: true },
  { role: 'roster', reach: 'school', evenKept: true },
];

/** Who keeps the list of agencies: whoever may have to call one tonight, and whoever keeps the school's lists. */
const keepers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];

export const peopleRights = {
  'set-up-school': { audit: 'config-change', about: 'staffMember', may: [{ role: 'setup', reach: 'school' }] },
  'import-roster': { audit: 'config-change', about: 'pupil', may: importers },
  'preview-roster': { audit: 'list', about: 'pupil', may: importers },
  'compare-staff': { audit: 'list', about: 'staffMember', may: importers },
  'compare-contacts': { audit: 'list', about: 'contact', may: importers },
  'compare-relationships': { audit: 'list', about: 'relationship', may: importers },
  'read-child': { audit: 'read', about: 'pupil', may: leads },
  'print-child': { audit: 'print', about: 'pupil', may: leads },
  'list-family': { audit: 'list', about: 'pupil', may: leads },
  'list-same-child': { audit: 'list', about: 'pupil', may: leads },
  'merge-children': { audit: 'decide', about: 'pupil', may: leads },
  'unmerge-children': { audit: 'decide', about: 'pupil', may: leads },
  'list-agencies': { audit: 'list', about: 'agency', may: keepers },
  'add-agency': { audit: 'config-change', about: 'agency', may: keepers },
  'correct-agency': { audit: 'config-change', about: 'agency', may: keepers },
  'retire-agency': { audit: 'config-change', about: 'agency', may: keepers },
} as const satisfies RightsTable;
