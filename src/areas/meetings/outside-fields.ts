/** A link by which somebody of another agency opens final minutes, with a code that they are told apart from it. */
export const minutesLinkFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  /** Whom of those who were asked to the meeting it is for. */
  invitationId: { kind: 'text', label: 'Invitation id', max: 32, required: true, indexed: true },
  /** What the code comes to together with the link’s own secret, neither of which is kept. */
  codeDigest: { kind: 'text', label: 'Code digest', max: 64, required: true },
  sentById: { kind: 'text', label: 'Sent by id', max: 36, required: true },
  sentByName: { kind: 'text', label: 'Sent by', max: 255, required: true },
  /** What was added to the minutes later is not given by it. */
  sentAt: { kind: 'instant', label: 'Sent at', required: true },
  expiresAt: { kind: 'instant', label: 'Expires at', required: true, indexed: true },
  triesLeft: { kind: 'count', label: 'Wrong codes left', required: true },
  opened: { kind: 'count', label: 'Times opened', required: true },
  openedAt: { kind: 'instant', label: 'Last opened at' },
  revokedAt: { kind: 'instant', label: 'Ended at' },
} as const;

/** Wrong codes that end a link. */
export const linkTries = 5;

/** Where a link to minutes stands. */
export const linkState = {
  works: 'Works',
  revoked: 'Ended',
  expired: 'Expired',
  locked: 'Ended after wrong codes',
  'used-up': 'Opened as often as it may be',
} as const;
