import { partsOfRef } from '../../records/counted.ts';
import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { addendumCounter, concernCounter } from './counters.ts';
import { addendumFields, concernFields, decisionFields, personFields, routedLineFields } from './fields.ts';

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
    ['status', 'urgency', 'yearGroup', 'takenById', 'reporterId', 'handedOverAt'],
    ['status', 'reportedAt'],
    ['takenById', 'reportedAt'],
  ],
  counted({ school, ref }) {
    const parts = partsOfRef('C', ref);
    return parts && { counter: concernCounter(school, parts.year), number: parts.number };
  },
});
export type Concern = RecordOf<typeof concern>;

/** A further piece of a concern's text, or what somebody added later. */
export const concernAddendum = defineRecord({
  name: 'concernAddendum',
  list: 'Concern addenda',
  description: 'Further text of concerns, numbered. Written by Lantern; do not edit here.',
  fields: addendumFields,
  counted({ values: { kind, concernId, number } }) {
    if (kind !== 'addendum' || typeof concernId !== 'string' || typeof number !== 'number') return undefined;
    return { counter: addendumCounter(concernId), number };
  },
});
export type ConcernAddendum = RecordOf<typeof concernAddendum>;

/** One decision about a concern. */
export const concernDecision = defineRecord({
  name: 'concernDecision',
  list: 'Concern decisions',
  description: 'How concerns were judged and by whom, with reasons. Written by Lantern; do not edit here.',
  fields: decisionFields,
});
export type ConcernDecision = RecordOf<typeof concernDecision>;

/** A need-to-know line for a team outside safeguarding. */
export const routedLine = defineRecord({
  name: 'routedLine',
  list: 'Lines to teams',
  description: 'What teams outside safeguarding were told, one line each. Written by Lantern; do not edit here.',
  fields: routedLineFields,
});
export type RoutedLine = RecordOf<typeof routedLine>;

/** Somebody's part in a concern beside what the concern says itself. */
export const concernPerson = defineRecord({
  name: 'concernPerson',
  list: 'People in concerns',
  description: 'Who else is in a concern, each with a role. Written by Lantern; do not edit here.',
  fields: personFields,
});
export type ConcernPerson = RecordOf<typeof concernPerson>;
