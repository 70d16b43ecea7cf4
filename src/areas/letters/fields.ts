/**
 * The fields of letters and of their templates, and their words. The tab imports this file, so it holds data only.
 */
import { invitedAs } from '../meetings/fields.ts';

/** What a letter is for. */
export const letterPurpose = {
  'letter-home': 'Letter home',
  invitation: 'Invitation',
  'report-request': 'Request for a report',
  chaser: 'Reminder of a report',
  thanks: 'Thanks',
  other: 'Something else',
} as const;
export type LetterPurpose = keyof typeof letterPurpose;

/** To whom letters go: the same that a meeting knows of whoever is asked to it. */
export const addressee = invitedAs;
export type Addressee = keyof typeof addressee;

interface MergeFieldRule {
  readonly label: string;
  /** To whom it may be told. */
  readonly seenBy: readonly Addressee[];
  /** Why nobody else is told it. */
  readonly why: string;
}

const everybody = ['family', 'professional', 'staff'] as const;
const open = (label: string): MergeFieldRule => ({ label, seenBy: everybody, why: '' });
const ofReports = (label: string): MergeFieldRule => ({
  ...{ label, seenBy: ['professional'] as const },
  why: 'it is about what another agency sends',
});
const ofChild = (label: string): MergeFieldRule => ({
  ...{ label, seenBy: ['family', 'professional'] as const },
  why: 'a member of staff learns in Lantern whom a meeting is about, if at all',
});

/**
 * What a template may have filled in, as `{{field}}`: nothing else. What a concern says, its categories and who reported it are not
 * here, so no letter can be made to tell them.
 */
export const mergeFields = {
  'addressee.name': open('Name of whoever it goes to'),
  'addressee.agency': ofReports('Their agency'),
  'addressee.reportDueOn': ofReports('Day by which their report is asked for'),
  'child.name': ofChild('Name of the child'),
  'child.year': ofChild('Year group of the child'),
  'meeting.kind': open('What the meeting is'),
  'meeting.day': open('Day of the meeting'),
  'meeting.time': open('Time of the meeting'),
  'meeting.place': open('Place of the meeting'),
  'meeting.caller': open('Who calls the meeting'),
  'school.name': open('Name of the school'),
  'school.telephone': open('Telephone of the school'),
  'sender.name': open('Your name'),
  'sender.role': open('Your role'),
} as const satisfies Readonly<Record<string, MergeFieldRule>>;
export type MergeField = keyof typeof mergeFields;

export const letterTemplateFields = {
  /** Id of the first version, or of the template that Lantern brings along; all versions share it. */
  originId: { kind: 'text', label: 'Template id', max: 64, required: true, indexed: true },
  templateVersion: { kind: 'count', label: 'Version', required: true },
  heading: { kind: 'text', label: 'Name of the template', max: 120, required: true },
  purpose: { kind: 'choice', label: 'What it is for', of: letterPurpose, required: true },
  addressee: { kind: 'choice', label: 'Goes to', of: addressee, required: true },
  subject: { kind: 'text', label: 'Subject', max: 200, required: true },
  words: { kind: 'long', label: 'Text', max: 8_000, required: true },
  keptByName: { kind: 'text', label: 'Written by', max: 255, required: true },
  keptAt: { kind: 'instant', label: 'Written at', required: true },
  /** A later version holds; letters that were made of this one still name it. */
  replacedAt: { kind: 'instant', label: 'Replaced at' },
  retiredAt: { kind: 'instant', label: 'Retired at' },
} as const;

/** How a letter leaves the school. Lantern sends no e-mail itself. */
export const letterSentHow = {
  post: 'By post',
  'by-hand': 'By hand',
  email: 'By my own e-mail',
  link: 'By a link of the school’s own',
} as const;

/** On whose page it was written. */
export const letterOf = { meeting: 'Meeting', concern: 'Concern' } as const;

export const letterFields = {
  writtenOf: { kind: 'choice', label: 'Written of', of: letterOf, required: true, indexed: true },
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, indexed: true },
  /** Whom of those who were asked to the meeting it goes to. */
  invitationId: { kind: 'text', label: 'Invitation id', max: 32, indexed: true },
  /** In whose file it lies; nowhere while the child has no concern. */
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  childId: { kind: 'text', label: 'Child id', max: 32, indexed: true },
  addressee: { kind: 'choice', label: 'Goes to', of: addressee, required: true },
  addresseeName: { kind: 'text', label: 'Name', max: 255, required: true, sensitive: true },
  agencyName: { kind: 'text', label: 'Agency', max: 255 },
  purpose: { kind: 'choice', label: 'What it is for', of: letterPurpose, required: true },
  /** Of the version from which it was made. */
  templateId: { kind: 'text', label: 'Template id', max: 64, required: true },
  templateVersion: { kind: 'count', label: 'Version of the template', required: true },
  subject: { kind: 'text', label: 'Subject', max: 200, required: true, sensitive: true },
  words: { kind: 'long', label: 'Text', max: 20_000, required: true, sensitive: true },
  /** Whoever sent it said that a word in it which is also a child’s name means nobody of the school. */
  namesLookedAt: { kind: 'flag', label: 'Names looked at by hand' },
  sentHow: { kind: 'choice', label: 'How it goes', of: letterSentHow, required: true },
  /** `YYYY-MM-DD`. */
  sentOn: { kind: 'text', label: 'Sent on', max: 10, required: true },
  sentById: { kind: 'text', label: 'Sent by id', max: 36, required: true },
  sentByName: { kind: 'text', label: 'Sent by', max: 255, required: true },
  sentByRole: { kind: 'text', label: 'Role of whoever sent it', max: 60 },
  sentAt: { kind: 'instant', label: 'Kept at', required: true, indexed: true },
  /** `YYYY-MM-DD`: a report was asked for by this day. */
  reportDueOn: { kind: 'text', label: 'Report due on', max: 10 },
  /** Of the two files that are made of it: known beforehand, so that there is never a second. */
  pdfId: { kind: 'text', label: 'PDF id', max: 32 },
  docxId: { kind: 'text', label: 'Word document id', max: 32 },
} as const;
