import type { contributionHow, contributionStatus, contributionTexts, familySaw, meetingKind } from './fields.ts';

/** A part of what the school brings; its words and prompt stand in `fields.ts`. */
export type ContributionPart = keyof typeof contributionTexts;
export type ContributionWords = Readonly<Partial<Record<ContributionPart, string>>>;

/** One version of what the school brings to a meeting about one child. */
export interface ContributionItem {
  readonly id: string;
  readonly rev: number;
  readonly version: number;
  readonly status: keyof typeof contributionStatus;
  /** Id of MeetingChildItem. */
  readonly place: string;
  readonly label: string;
  readonly childName: string;
  /** Its parts in their order, whether written or not. */
  readonly parts: readonly ContributionPart[];
  readonly texts: ContributionWords;
  /** `asked`: whether the family saw it is said when it is given. `kept`: nothing of it is said to them. */
  readonly family: 'asked' | 'kept' | 'free';
  readonly writtenByName: string;
  readonly writtenAt: string;
  /** Entra object id. */
  readonly speaker?: string;
  readonly speakerName?: string;
  readonly given?: GivenContribution;
  readonly mayWrite: boolean;
  readonly mayGive: boolean;
  readonly mayNameSpeaker: boolean;
  /** Whether the next version can begin from it. */
  readonly mayBeginAnew: boolean;
  readonly filed: boolean;
}

export interface GivenContribution {
  readonly how: keyof typeof contributionHow;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly byName: string;
  readonly familySaw?: keyof typeof familySaw;
  readonly whyNotSeen?: string;
}

/** What the school brings to one meeting; of each child the latest version first. */
export interface Contributions {
  readonly items: readonly ContributionItem[];
}

/** That the school wrote something for a meeting about the child of a concern. */
export interface ContributionOfConcern {
  readonly id: string;
  readonly meeting: string;
  readonly meetingRef: string;
  readonly kind: keyof typeof meetingKind;
  readonly startsAt: string;
  readonly version: number;
  readonly status: keyof typeof contributionStatus;
  readonly how?: keyof typeof contributionHow;
  readonly givenOn?: string;
  readonly givenByName?: string;
}
export interface ContributionsOfConcern {
  readonly items: readonly ContributionOfConcern[];
}

/** Somebody who can speak for the school about a child of a meeting. */
export interface Speaker {
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
  /** Id of MeetingChildItem. */
  readonly place: string;
}
export interface Speakers {
  readonly items: readonly Speaker[];
}

/** What Lantern knows of the child, part by part; what it does not know is not there. */
export interface FilledContribution {
  readonly texts: ContributionWords;
  /** Lines that are not there, because they still might tell of another child, or are more than a part can hold. */
  readonly leftOut: number;
}

export interface BeginContributionRequest {
  readonly form: string;
  /** Id of MeetingChildItem. */
  readonly child: string;
}
export interface BegunContribution {
  readonly contribution: string;
}
export interface WriteContributionRequest {
  readonly form: string;
  readonly rev: number;
  /** All of its parts; one that is empty or absent is emptied. */
  readonly texts: ContributionWords;
}
export interface GiveContributionRequest {
  readonly form: string;
  readonly rev: number;
  readonly how: keyof typeof contributionHow;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly familySaw?: keyof typeof familySaw;
  readonly whyNotSeen?: string;
}
export interface NameSpeakerRequest {
  readonly form: string;
  /** Id of the meeting. */
  readonly meeting: string;
  readonly rev: number;
  /** Entra object id; absent for nobody beside the leads. */
  readonly speaker?: string;
}
