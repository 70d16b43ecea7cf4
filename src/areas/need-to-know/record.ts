import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { caseAccessFields } from './fields.ts';

/** What one person was given of single cases, or is kept from; read at each call, as roles are. */
export const caseAccess = defineRecord({
  name: 'caseAccess',
  list: 'Need to know',
  description: 'Who may see single cases, and who may not. Written by Lantern; do not edit here.',
  fields: caseAccessFields,
});
export type CaseAccess = RecordOf<typeof caseAccess>;
