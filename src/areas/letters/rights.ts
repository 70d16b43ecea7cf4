import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Whoever calls meetings writes the letters of them. */
const writers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];
/** An administrator sees no case: of letters only those of meetings. */
const readers: readonly Right[] = [
  ...leads,
  { role: 'safeguarding-administrator', reach: 'school', when: { writtenOf: ['meeting'] } },
];
/** Lantern itself, which files letters. What was misfiled meanwhile lies in the restricted register and gets no paper. */
const filing: readonly Right[] = [{ role: 'filing', reach: 'school' }];

/** What can be done with letters and their templates, and who may; no row, no right. A letter leaves the school, so sending is a transfer. */
export const letterRights = {
  'list-letter-templates': { audit: 'list', about: 'letterTemplate', may: writers },
  'keep-letter-template': { audit: 'config-change', about: 'letterTemplate', may: writers },
  'retire-letter-template': { audit: 'config-change', about: 'letterTemplate', may: writers },
  'merge-letter-of-meeting': { audit: 'read', about: 'meeting', may: writers },
  'merge-letter-of-concern': { audit: 'read', about: 'concern', may: leads },
  'send-letter-of-meeting': { audit: 'transfer', about: 'meeting', may: writers },
  'send-letter-of-concern': { audit: 'transfer', about: 'concern', may: leads },
  'file-letter': { audit: 'create', about: 'concern', may: filing },
  'list-letters-of-meeting': { audit: 'list', about: 'letter', may: readers },
  'list-letters-of-concern': { audit: 'list', about: 'letter', may: leads },
  'read-letter': { audit: 'read', about: 'letter', may: readers },
  /** What is copied or put on paper is read by whoever finds it. */
  'print-letter': { audit: 'print', about: 'letter', may: readers },
} as const satisfies RightsTable;
