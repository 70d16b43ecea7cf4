import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { documentFields } from './fields.ts';

/** A document of a concern: what it is, whose, and where its bytes lie. */
export const document = defineRecord({
  name: 'document',
  list: 'Case documents',
  description: 'What is known of each file in the library “Case files”. Written by Lantern; do not edit here.',
  fields: documentFields,
});
export type Document = RecordOf<typeof document>;
