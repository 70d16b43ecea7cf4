import type { conferenceOutcome, meetingStatus, minuteTexts } from './fields.ts';

/** What somebody said as Teams wrote it down. */
export interface TranscriptLine {
  /** Instant. */
  readonly at: string;
  readonly speaker?: string;
  readonly text: string;
}

/**
 * Lines of a transcript that stand beside a point while its minutes are written. Nobody has checked them. They end with the draft:
 * they are never the minutes, nor a part of them.
 */
export interface SourceBlock {
  readonly from: 'teams-transcript';
  readonly lines: readonly TranscriptLine[];
}

/** `none`: Teams wrote nothing down. `not-there`: it keeps the meeting no longer. */
export type TranscriptLook =
  | { readonly state: 'there'; readonly lines: readonly TranscriptLine[] }
  | { readonly state: 'none' | 'not-allowed' | 'not-there' | 'no-answer' | 'unreadable' };

export interface WriteMinutesRequest {
  readonly form: string;
  /**
   * Base64 of a Yjs update: all that the server has not confirmed yet. Refused as `changed-meanwhile` where it rests on something
   * that the server does not have: then the whole document is sent.
   */
  readonly update: string;
}

export interface AgreeMinutesRequest {
  readonly form: string;
  readonly rev: number;
}

/** Why a line of a decision with `@` did not become an action. */
export type LineReason =
  'no-concern' | 'no-such-person' | 'several-such-persons' | 'no-day' | 'day-gone' | 'no-task' | 'kept';

export interface LeftLine {
  readonly point: string;
  /** Line of the decision, from 1. */
  readonly line: number;
  readonly why: LineReason;
}

export interface FollowLinesRequest {
  readonly form: string;
}

/** A line of a decision that becomes an action when the minutes are agreed. */
export interface FollowedLine {
  readonly point: string;
  /** Line of the decision, from 1. */
  readonly line: number;
  readonly ownerName: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** What the decisions would come to were they agreed as they are saved now. */
export interface FollowedLines {
  readonly actions: readonly FollowedLine[];
  readonly left: readonly LeftLine[];
  /** Points beside which only a source stands, and no word of anybody's own: so they cannot be agreed. */
  readonly onlySource: readonly string[];
}

/** The decisions of minutes that are being written, as they may stand before a whole room. */
export interface StageDecisions {
  /** Whether decisions of meetings of this kind are shown where many look on. */
  readonly shown: boolean;
  /** Points with a decision; without its words where something in them would tell who a child is. */
  readonly points: readonly { readonly point: string; readonly decision?: string }[];
}

export interface AgreedMinutes {
  /** Ids of the actions that came of it. */
  readonly actions: readonly string[];
  readonly left: readonly LeftLine[];
}

export interface KeepNoteRequest {
  readonly form: string;
  readonly rev: number;
  /** Why the school did not agree. */
  readonly dissent?: string;
  /** `YYYY-MM-DD`: when that body meets again. */
  readonly nextOn?: string;
}

export interface PublishMinutesRequest {
  readonly form: string;
  readonly rev: number;
}

export interface MinuteAddendumRequest {
  readonly form: string;
  readonly words: string;
}

export type MinuteItem = {
  readonly id: string;
  readonly pointId: string;
  readonly number: number;
  readonly part: number;
} & { readonly [K in keyof typeof minuteTexts]?: string };

export interface MinuteAddendumItem {
  readonly id: string;
  readonly part: number;
  readonly words: string;
  readonly writtenByName: string;
  readonly writtenAt: string;
}

/** The school’s own note of a meeting that another body held, apart from its points. */
export interface SchoolNote {
  readonly keptAt: string;
  readonly keptByName: string;
  readonly outcome?: keyof typeof conferenceOutcome;
  readonly dissent?: string;
  readonly nextOn?: string;
}

export interface MinutesDraft {
  readonly rev: number;
  readonly status: keyof typeof meetingStatus;
  /** Base64 of the Yjs update that makes the whole draft; empty where there is none. */
  readonly draft: string;
  readonly mayWrite: boolean;
  /** Whether it was held in Teams, and so may have left a transcript for whoever writes them. */
  readonly heldInTeams: boolean;
  readonly mayAgree: boolean;
  /** Whether it can become the school’s own note: of a meeting that another body holds. */
  readonly mayKeep: boolean;
  /** The note that was kept. */
  readonly note?: SchoolNote;
  /** What the official minutes have wrong, and when that was sent. */
  readonly inaccuracies?: { readonly words: string; readonly sentOn?: string };
  readonly mayPublish: boolean;
  readonly mayAdd: boolean;
  /** Whether they may be sent to people of other agencies by link. */
  readonly maySend: boolean;
}

/** Where the minutes stand in the file of one child: at each concern of theirs that the meeting spoke of; nowhere without one. */
export interface PaperOfChild {
  readonly id: string;
  /** "Child A". */
  readonly label: string;
  readonly concernRef?: string;
  /** `none`: the meeting spoke of no concern about this child, so there is no file for a paper. */
  readonly state: 'none' | 'waiting' | 'made' | 'in-library';
}

export interface Minutes {
  readonly minutes: MinutesDraft;
  /** Whether Lantern asks Teams for transcripts. */
  readonly transcripts: boolean;
  /** Once they are agreed. */
  readonly points: readonly MinuteItem[];
  readonly addenda: readonly MinuteAddendumItem[];
  readonly papers: readonly PaperOfChild[];
}
