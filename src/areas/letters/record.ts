import { partsOfRef } from '../../records/counted.ts';
import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { letterFields, letterTemplateFields } from './fields.ts';
import { letterCounterOf } from './letter-counter-of.ts';

/** One version of what letters are made from. It is never changed: a change makes the next version. */
export const letterTemplate = defineRecord({
  name: 'letterTemplate',
  list: 'Letter templates',
  description: 'Templates of letters, one row for each version. Written by Lantern; do not edit here.',
  fields: letterTemplateFields,
});
export type LetterTemplate = RecordOf<typeof letterTemplate>;

/** A letter that left the school, as it was written. */
export const letter = defineRecord({
  name: 'letter',
  list: 'Letters',
  description: 'Letters of meetings and concerns, as they were sent. Written by Lantern; do not edit here.',
  refPrefix: 'L',
  fields: letterFields,
  counted({ ref }) {
    const parts = partsOfRef('L', ref);
    return parts && { counter: letterCounterOf(parts.year), number: parts.number };
  },
});
export type Letter = RecordOf<typeof letter>;
