import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { addendumFields, concernFields } from './fields.ts';

/** A worry about a child's safety or welfare, reported once; its words are never edited. */
export const concern = defineRecord({
  name: 'concern',
  list: 'Concerns',
  description: 'Concerns about children, one row each. Written by Lantern; do not edit here.',
  refPrefix: 'C',
  newestBy: 'reportedAt',
  fields: concernFields,
  // The counts above the list; the lists of what waits and of what one has taken on.
  askedBy: [
    ['status', 'urgency', 'takenById'],
    ['status', 'reportedAt'],
    ['takenById', 'reportedAt'],
  ],
});
export type Concern = RecordOf<typeof concern>;

/** A further piece of a concern's text. */
export const concernAddendum = defineRecord({
  name: 'concernAddendum',
  list: 'Concern addenda',
  description: 'Further text of concerns, numbered. Written by Lantern; do not edit here.',
  fields: addendumFields,
});
export type ConcernAddendum = RecordOf<typeof concernAddendum>;
