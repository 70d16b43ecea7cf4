import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { briefingFields, briefingReceiptFields, procedureFields } from './fields.ts';

/** A notice to the staff, which they confirm that they have read. No child is named in one. */
export const briefing = defineRecord({
  name: 'briefing',
  list: 'Briefings',
  description: 'Safeguarding notices to the staff. Written by Lantern; do not edit here.',
  fields: briefingFields,
});
export type Briefing = RecordOf<typeof briefing>;

/** That one person was asked to read a briefing, and when they said that they had. */
export const briefingReceipt = defineRecord({
  name: 'briefingReceipt',
  list: 'Receipts of briefings',
  description: 'Who was asked to read which briefing, and who has. Written by Lantern; do not edit here.',
  fields: briefingReceiptFields,
});
export type BriefingReceipt = RecordOf<typeof briefingReceipt>;

/** What holds locally: a number, a threshold, a form, a way to escalate, as the safeguarding partnership publishes it. */
export const procedure = defineRecord({
  name: 'procedure',
  list: 'Local procedures',
  description: 'Procedures of the local safeguarding partnership. Written by Lantern; do not edit here.',
  fields: procedureFields,
});
export type Procedure = RecordOf<typeof procedure>;
