import { partsOfRef } from '../../records/counted.ts';
import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import {
  agendaPointFields,
  agendaTemplateFields,
  contributionFields,
  meetingChildFields,
  meetingFields,
  meetingPaperFields,
  meetingPersonFields,
  minuteAddendumFields,
  minuteFields,
  minutesLinkFields,
} from './fields.ts';
import { meetingCounterOf } from './meeting-counter-of.ts';

/** A meeting: proposed, called, held, minuted. */
export const meeting = defineRecord({
  name: 'meeting',
  list: 'Meetings',
  description: 'Meetings about children and about safeguarding, one row each. Written by Lantern; do not edit here.',
  refPrefix: 'M',
  fields: meetingFields,
  askedBy: [['startsAt', 'id']],
  counted({ ref }) {
    const parts = partsOfRef('M', ref);
    return parts && { counter: meetingCounterOf(parts.year), number: parts.number };
  },
});
export type Meeting = RecordOf<typeof meeting>;

/** A child whom a meeting concerns. Whoever is kept from the child is kept from the meeting. */
export const meetingChild = defineRecord({
  name: 'meetingChild',
  list: 'Children of meetings',
  description: 'Which children a meeting is about. Written by Lantern; do not edit here.',
  fields: meetingChildFields,
});
export type MeetingChild = RecordOf<typeof meetingChild>;

/** Somebody who was asked to a meeting. */
export const meetingPerson = defineRecord({
  name: 'meetingPerson',
  list: 'People of meetings',
  description: 'Who was asked to a meeting, and who came. Written by Lantern; do not edit here.',
  fields: meetingPersonFields,
});
export type MeetingPerson = RecordOf<typeof meetingPerson>;

/** A file of a child’s that is laid before a meeting, or that one of the staff asked to it may read it. */
export const meetingPaper = defineRecord({
  name: 'meetingPaper',
  list: 'Papers of meetings',
  description:
    'Which files were laid before a meeting, and who may read them there. Written by Lantern; do not edit here.',
  fields: meetingPaperFields,
});
export type MeetingPaper = RecordOf<typeof meetingPaper>;

/** A point of an agenda; one that is not decided goes on to the next meeting of its series. */
export const agendaPoint = defineRecord({
  name: 'agendaPoint',
  list: 'Agenda points',
  description: 'What a meeting talks about, in its order. Written by Lantern; do not edit here.',
  fields: agendaPointFields,
});
export type AgendaPoint = RecordOf<typeof agendaPoint>;

/** What was said and decided about one point, as the chair agreed it. It is never changed; what comes later is an addendum. */
export const minute = defineRecord({
  name: 'minute',
  list: 'Minutes',
  description: 'Agreed minutes of meetings, one row for each point. Written by Lantern; do not edit here.',
  fields: minuteFields,
});
export type Minute = RecordOf<typeof minute>;

/** What was added to minutes after they had been agreed. */
export const minuteAddendum = defineRecord({
  name: 'minuteAddendum',
  list: 'Addenda to minutes',
  description: 'What was added to agreed minutes later. Written by Lantern; do not edit here.',
  fields: minuteAddendumFields,
});

/** A link to final minutes for one person of another agency. Its id is what the secret in its address comes to: the address is kept nowhere. */
export const minutesLink = defineRecord({
  name: 'minutesLink',
  list: 'Links to minutes',
  description:
    'To whom outside minutes were sent, and how often they opened them. Written by Lantern; do not edit here.',
  fields: minutesLinkFields,
});
export type MinutesLink = RecordOf<typeof minutesLink>;

/** What the school brings to a meeting about one child of it. What was given is never changed; the next version begins from it. */
export const contribution = defineRecord({
  name: 'contribution',
  list: 'What the school brings',
  description:
    'What the school wrote for a meeting about a child, and how it was given. Written by Lantern; do not edit here.',
  fields: contributionFields,
});
export type Contribution = RecordOf<typeof contribution>;

/** What stands on each agenda of a kind at a school: each change is a row of its own, and the latest holds for meetings called from then on. */
export const agendaTemplate = defineRecord({
  name: 'agendaTemplate',
  list: 'Agendas by kind',
  description: 'Which points stand on each agenda of a kind. Written by Lantern; do not edit here.',
  fields: agendaTemplateFields,
});
export type AgendaTemplate = RecordOf<typeof agendaTemplate>;
