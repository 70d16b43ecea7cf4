import type { rosterSource } from './fields.ts';
import type { SchoolName } from './school-name.ts';

/** What is shown of one child. */
export type * from './child-contract.ts';
/** What is sent and shown of agencies. */
export type * from './agency-contract.ts';
export type { SchoolName } from './school-name.ts';

/** Addresses of the tab API for the people of a school. */
export const peoplePaths = {
  /** GET: RosterDesk. */
  roster: '/api/import',
  /** POST PreviewRequest: RosterPreview; nothing is changed. */
  previewRoster: '/api/import/preview',
  /** POST ApplyRequest: RosterDesk. It goes on after the answer; `roster` says how far it is. */
  applyRoster: '/api/import/apply',
  /** POST DiscardRequest: RosterDesk. What one has looked at is no longer kept. */
  discardRoster: '/api/import/discard',
  /** GET ChildPage. */
  child: '/api/children/:id',
  /** POST: Printed. */
  printChild: '/api/children/:id/print',
  /** POST MergeRequest: another record is of the child whose id stands in the address, who goes on. */
  merge: '/api/children/:id/merge',
  /** POST MergeRequest: it is not, after all. */
  unmerge: '/api/children/:id/unmerge',
  /** GET AgencyDesk. POST AddAgencyRequest. */
  agencies: '/api/agencies',
  /** POST CorrectAgencyRequest: what is known of it now. */
  correctAgency: '/api/agencies/:id/correct',
  /** POST RetireAgencyRequest: takes it off the list that is offered, or puts it back; the row stays. */
  retireAgency: '/api/agencies/:id/retire',
} as const;

/** Files of rosters that Lantern reads; others need not be sent. In lower case. */
export const rosterFileNames: readonly string[] = [
  ...['school.csv', 'student.csv', 'teacher.csv', 'section.csv', 'studentenrollment.csv', 'teacherroster.csv'],
  ...['manifest.csv', 'orgs.csv', 'users.csv', 'roles.csv', 'classes.csv', 'enrollments.csv'],
  ...['relationships.csv', 'demographics.csv'],
];

/** Bytes of all files together; beyond that the command at the machine takes them. */
export const largestUpload = 8_000_000;
export const uploadTooLarge =
  'These files hold more than 8 MB together, which is more than can be sent here. Ask whoever looks after Lantern to bring them in with “npm run import”, or leave out files of earlier years.';

export type RosterSource = keyof typeof rosterSource;

/** What to look at: files, School Data Sync, or once more what one has looked at. */
export type PreviewRequest =
  | {
      readonly source: 'files';
      /** The school in Lantern. */
      readonly school: string;
      /** `content`: the bytes in base64, for only the server reads encodings. */
      readonly files: readonly { readonly name: string; readonly content: string }[];
      /** The school's id in the roster, where it holds several. */
      readonly org?: string;
    }
  | { readonly source: 'school-data-sync'; readonly school: string; readonly org?: string }
  | { readonly held: string };

export interface ApplyRequest {
  /** As in TakeRequest of concerns. */
  readonly form: string;
  /** From the preview. */
  readonly held: string;
  /** So many children would leave, as the preview said, and a person has confirmed it. */
  readonly leaving?: number;
}

export interface DiscardRequest {
  readonly held: string;
}

export interface RosterProgress {
  readonly done: number;
  readonly of: number;
}

export interface RosterCounts {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly unchanged: number;
}

export type RosterRecordKind = 'pupil' | 'staffMember' | 'contact' | 'relationship';

/** What becomes of a child or a member of staff; each of them stands under one. */
export type RosterChangeKind =
  | 'joiner'
  | 'leaver'
  | 'returner'
  | 'renamed'
  | 'moved'
  | 'changed'
  | 'staff-joiner'
  | 'staff-leaver'
  | 'staff-changed';

export interface RosterFaultItem {
  readonly file: string;
  /** 0: the whole file. */
  readonly line: number;
  readonly column?: string;
  readonly why: string;
}

/** One person as an example of what changes. */
export interface RosterSample {
  readonly kind: RosterChangeKind;
  readonly name: string;
  /** Where it helps: the name before, the form before and after, the labels of what changes. */
  readonly detail?: string;
}

/** A roster held against what Lantern has. `confirm`: more children would leave than is usual. */
export interface PlannedAnswer {
  readonly state: 'ready' | 'confirm' | 'done';
  readonly format: string;
  readonly counts: Readonly<Record<RosterRecordKind, RosterCounts>>;
  readonly kinds: Readonly<Record<RosterChangeKind, number>>;
  readonly faults: readonly RosterFaultItem[];
  readonly samples: readonly RosterSample[];
  readonly confirm?: { readonly leaving: number; readonly of: number };
}

/** Nothing can be taken in, `why` says why. `orgs`: schools of the roster, where a person has to say which is meant. */
export interface UnreadableRoster {
  readonly state: 'unreadable';
  readonly why: string;
  readonly orgs?: readonly { readonly id: string; readonly name: string }[];
}

export type RosterAnswer = UnreadableRoster | PlannedAnswer;

/** What a person is shown before anything is done. `held`: under which it is kept for them, for half an hour. */
export type RosterPreview = UnreadableRoster | (PlannedAnswer & HeldRoster);

export interface HeldRoster {
  readonly held: string;
  readonly school: SchoolName;
  readonly source: RosterSource;
}

/** An import that goes on, or the last that did. */
export interface RosterRun extends RosterProgress {
  readonly school: SchoolName;
  readonly source: RosterSource;
  readonly byName: string;
  readonly startedAt: string;
  readonly ended?: RosterRunEnd;
}

/** `confirm`: meanwhile more children would leave than was confirmed, so nothing was done. `broke-off`: what was done stays. */
export interface RosterRunEnd {
  readonly at: string;
  readonly outcome: 'done' | 'confirm' | 'broke-off';
  /** Of one that broke off: why, and what to do. */
  readonly why?: string;
  readonly counts?: PlannedAnswer['counts'];
  readonly kinds?: PlannedAnswer['kinds'];
  readonly faults?: number;
}

/** Where a person may import a roster, and what goes on there. No name of a child. */
export interface RosterDesk {
  readonly schools: readonly SchoolName[];
  readonly runs: readonly RosterRun[];
  /** What this person has looked at and not imported. */
  readonly held?: HeldRoster;
}
