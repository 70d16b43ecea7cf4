import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { dutyFields } from './fields.ts';

/** The duty safeguarding lead of a school. */
export const duty = defineRecord({
  name: 'duty',
  list: 'Duty',
  description: 'Who takes concerns on now. Written by Lantern; do not edit here.',
  fields: dutyFields,
});
export type Duty = RecordOf<typeof duty>;
