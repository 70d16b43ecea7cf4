import type { linkState } from './fields.ts';

export interface SendOutsideRequest {
  readonly form: string;
  /** Id of how somebody of another agency was asked to the meeting. */
  readonly invitation: string;
}
/** Said once: neither the address nor the code is kept anywhere. */
export interface SentOutside {
  readonly link: string;
  readonly address: string;
  /** Eight digits, to be said by telephone and never written beside the address. */
  readonly code: string;
  readonly expiresAt: string;
}

export interface RevokeLinkRequest {
  readonly form: string;
}

/** A link to minutes for one person of another agency. */
export interface MinutesLinkItem {
  readonly id: string;
  /** Of `MeetingPersonItem`. */
  readonly invitation: string;
  readonly state: keyof typeof linkState;
  readonly sentByName: string;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly opened: number;
  readonly openedAt?: string;
  readonly triesLeft: number;
  readonly mayRevoke: boolean;
}
/** The latest first. */
export interface MinutesLinks {
  readonly items: readonly MinutesLinkItem[];
}
