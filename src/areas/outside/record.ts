import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { outsideFields } from './fields.ts';

/** Something that was done to Lantern's lists in SharePoint and not in Lantern, with both values. */
export const outsideChange = defineRecord({
  name: 'outsideChange',
  list: 'Changes outside Lantern',
  description: 'What was changed in these lists by hand, with both values. Written by Lantern; do not edit here.',
  fields: outsideFields,
});
export type OutsideChange = RecordOf<typeof outsideChange>;
