import type { Restricted, Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Whoever was given the case, or opened the child's file by break-glass. */
const readers: readonly Right[] = [...leads, { role: 'staff', reach: 'given', recognised: true }];

/** Lantern itself, which scans and files. What was misfiled meanwhile goes into the library all the same: nothing is lost. */
const filing: readonly Right[] = [{ role: 'filing', reach: 'school', restricted: true }];

/** What hangs on an entry for the wrong child is hidden with it. */
export const restrictedFiles: Restricted = { document: { standing: ['misfiled'] } };

/** What can be done with a document and who may; no row, no right. A download leaves Lantern, so it is journalled as an export. */
export const fileRights = {
  'begin-upload': { audit: 'read', about: 'concern', may: leads },
  /** One's own unfinished uploads: their names may name a child. */
  'list-uploads': { audit: 'list', about: 'concern', may: leads },
  'add-document': { audit: 'create', about: 'concern', may: leads },
  'list-documents': { audit: 'list', about: 'concern', may: readers },
  'download-document': { audit: 'export', about: 'document', may: readers },
  'record-scan': { audit: 'decide', about: 'document', may: filing },
  'record-place': { audit: 'decide', about: 'document', may: filing },
} as const satisfies RightsTable;
