import type { documentKind } from '../files/fields.ts';

/** Somebody of the staff who may read a paper of a meeting. */
export interface PaperReader {
  /** Id of `MeetingPersonItem`. */
  readonly invitation: string;
  readonly name: string;
  /** When they last had it. */
  readonly openedAt?: string;
}

/** A file that is laid before a meeting. */
export interface MeetingPaperItem {
  readonly id: string;
  readonly heading: string;
  /** Id of the file, for whoever may have it by their own right. */
  readonly document?: string;
  readonly addedByName: string;
  readonly addedAt: string;
  readonly readers: readonly PaperReader[];
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
}

/** What can be done about the papers of a meeting. */
export interface PapersOfMeeting {
  readonly mayLay: boolean;
  /** `YYYY-MM-DD`: the last day on which whoever is on a list can read. */
  readonly until: string;
}

/** A file of a child of the meeting, or of a concern that its agenda speaks of. */
export interface FileForMeeting {
  readonly document: string;
  readonly name: string;
  readonly kind: keyof typeof documentKind;
  readonly concernRef: string;
}

export interface LayPaperRequest {
  readonly form: string;
  readonly document: string;
  readonly heading: string;
  /** Ids of `MeetingPersonItem`: all who may read it, and nobody else. */
  readonly readers: readonly string[];
}
export interface WithdrawPaperRequest {
  readonly form: string;
}

/** A paper of a meeting that one may read oneself. */
export interface PaperToRead {
  readonly id: string;
  readonly heading: string;
  readonly mediaType: string;
}
