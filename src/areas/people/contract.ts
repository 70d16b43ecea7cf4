/** Addresses of the tab API for the people of a school. */
export const peoplePaths = {
  /** POST RosterUpload: RosterAnswer; nothing is changed. */
  previewRoster: '/api/import/preview',
  /** POST RosterUpload: lines of JSON, RosterProgress while it goes on, last of all a RosterAnswer or a ProblemBody. */
  applyRoster: '/api/import/apply',
} as const;

/** Files of rosters that Lantern reads; others need not be sent. In lower case. */
export const rosterFileNames: readonly string[] = [
  ...['school.csv', 'student.csv', 'teacher.csv', 'section.csv', 'studentenrollment.csv', 'teacherroster.csv'],
  ...['manifest.csv', 'orgs.csv', 'users.csv', 'roles.csv', 'classes.csv', 'enrollments.csv'],
  ...['relationships.csv', 'demographics.csv'],
];

/** Bytes of all files together; beyond that the command at the machine takes them. */
export const largestUpload = 8_000_000;

export interface RosterUpload {
  /** `content`: the bytes in base64, for only the server reads encodings. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** The school's id in the files, where they hold several. */
  readonly org?: string;
  /** A person has seen that many children would leave. */
  readonly confirmed?: boolean;
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

export type RosterKind = 'pupil' | 'staffMember' | 'contact' | 'relationship';

export interface RosterFaultItem {
  readonly file: string;
  /** 0: the whole file. */
  readonly line: number;
  readonly column?: string;
  readonly why: string;
}

/** One person as an example of what changes. */
export interface RosterSample {
  readonly what: 'created' | 'changed' | 'left';
  readonly name: string;
  /** Labels of the fields that change. */
  readonly fields: readonly string[];
}

/** `unreadable`: nothing can be taken in, `why` says why. `confirm`: more children would leave than is usual. */
export type RosterAnswer =
  | { readonly state: 'unreadable'; readonly why: string }
  | {
      readonly state: 'ready' | 'confirm' | 'done';
      readonly format: string;
      readonly counts: Readonly<Record<RosterKind, RosterCounts>>;
      readonly faults: readonly RosterFaultItem[];
      readonly samples: readonly RosterSample[];
      readonly confirm?: { readonly leaving: number; readonly of: number };
    };
