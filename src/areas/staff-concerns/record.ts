import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { staffNoteCounter } from './counters.ts';
import { staffConcernFields, staffNoteFields } from './fields.ts';

/**
 * A concern about an adult who works or volunteers in school: in a site of its own, with references that cannot be counted, so that
 * nobody learns from a gap that there is one.
 */
export const staffConcern = defineRecord({
  name: 'staffConcern',
  list: 'Staff concerns',
  description: 'Concerns about adults in school, one row each. Written by Lantern; do not edit here.',
  site: 'staff-concerns',
  refPrefix: 'S',
  fields: staffConcernFields,
  askedBy: [['managedBy', 'reportedAt']],
});
export type StaffConcern = RecordOf<typeof staffConcern>;

/** A further text of a staff concern: never edited, never taken away. */
export const staffNote = defineRecord({
  name: 'staffNote',
  list: 'Staff concern notes',
  description: 'Notes and decisions on concerns about adults. Written by Lantern; do not edit here.',
  site: 'staff-concerns',
  fields: staffNoteFields,
  counted({ values: { what, matterId, number } }) {
    if (what === 'overflow' || typeof matterId !== 'string' || typeof number !== 'number') return undefined;
    return { counter: staffNoteCounter(matterId), number };
  },
});
export type StaffNote = RecordOf<typeof staffNote>;
