import { partsOfRef } from '../../records/counted.ts';
import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { actionCounterOf } from './action-counter-of.ts';
import { actionFields } from './fields.ts';

/** A task that arises from a concern: owner, due date, evidence of completion. */
export const action = defineRecord({
  name: 'action',
  list: 'Actions',
  description: 'What is to be done about concerns, one row each. Written by Lantern; do not edit here.',
  refPrefix: 'A',
  // What is still open, soonest due first: an agenda does not go past all that was ever done.
  askedBy: [['status', 'dueOn'], ['pointId']],
  fields: actionFields,
  counted({ ref }) {
    const parts = partsOfRef('A', ref);
    return parts && { counter: actionCounterOf(parts.year), number: parts.number };
  },
});
export type Action = RecordOf<typeof action>;
