import type { GrantedRole } from '../../access/types.ts';

/**
 * The fields of channels and of what is posted there, and their words. The tab imports this file, so it holds data only.
 */
export const channelMembership = {
  standard: 'Open to the whole team',
  private: 'Private: some of the team',
  shared: 'Shared: also people outside the team',
} as const;

/** For whom a channel is; whoever else sits in it exceeds its audience. */
export const channelAudience = {
  leads: 'Safeguarding leads and deputies',
  'safeguarding-team': 'Safeguarding team: leads, administrator, head',
  pastoral: 'Pastoral team: leads, head, SENCo, pastoral, attendance and behaviour leads',
  staff: 'All staff of the school',
} as const;

const safeguardingTeam = ['dsl', 'deputy', 'trust-lead', 'safeguarding-administrator', 'head'] as const;
/** Roles that belong to an audience; `staff` is everybody on the staff list, whatever else they are. */
export const audienceRoles: Readonly<Record<keyof typeof channelAudience, readonly (GrantedRole | 'staff')[]>> = {
  leads: ['dsl', 'deputy', 'trust-lead'],
  'safeguarding-team': safeguardingTeam,
  pastoral: [
    ...safeguardingTeam,
    ...(['senco', 'pastoral-lead', 'attendance-lead', 'behaviour-lead', 'online-safety-lead'] as const),
  ],
  staff: ['staff'],
};

export const channelStatus = {
  'in-use': 'In use',
  removed: 'Lantern was removed from it',
} as const;

export const channelFields = {
  /** Of Teams (`19:…@thread.tacv2`). */
  channelId: { kind: 'text', label: 'Teams channel id', max: 255, required: true, indexed: true },
  teamName: { kind: 'text', label: 'Team', max: 255, required: true },
  name: { kind: 'text', label: 'Channel', max: 255, required: true },
  membership: { kind: 'choice', label: 'Open to', of: channelMembership, required: true },
  /** Ids of kinds of meeting, with spaces between them. */
  kinds: { kind: 'long', label: 'Kinds of meeting posted there', max: 2_000 },
  audience: { kind: 'choice', label: 'Is for', of: channelAudience, required: true },
  status: { kind: 'choice', label: 'Status', of: channelStatus, required: true },
  configuredById: { kind: 'text', label: 'Set up by id', max: 36, required: true },
  configuredByName: { kind: 'text', label: 'Set up by', max: 255, required: true },
  configuredAt: { kind: 'instant', label: 'Set up at', required: true },
  /** Since when Lantern is no longer in it. */
  outSince: { kind: 'instant', label: 'Lantern removed at' },
} as const;

/**
 * Where a post stands. `sending` is written down before Teams is called, so a post that is found in this state after a crash may be in
 * the channel or not: it is never sent again by itself, and becomes `in-doubt`.
 */
export const postState = {
  queued: 'Waiting for Teams',
  sending: 'Being sent',
  sent: 'In the channel',
  'in-doubt': 'Perhaps in the channel',
  failed: 'Not posted',
  withdrawn: 'Withdrawn before it was posted',
} as const;

/** Why a post was not made. */
export const postFault = {
  guest: 'There is a guest in the channel.',
  outsider: 'There is somebody of another organisation in the channel.',
  conflict: 'Somebody in the channel has a conflict of interest with a child of the meeting.',
  audience: 'There are people in the channel for whom it is not.',
  unseen: 'Teams did not say who is in the channel.',
  names: 'What would be posted still names or identifies somebody.',
  changed: 'It has changed since it was looked at.',
  removed: 'Lantern is no longer in the channel.',
  refused: 'Teams did not take it.',
  'not-there': 'It was looked for: it is not in the channel.',
} as const;

export const channelPostFields = {
  /** Of minutes: their meeting. */
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, indexed: true },
  /** Of a bulletin: the briefing that it is. */
  briefingId: { kind: 'text', label: 'Briefing id', max: 32, indexed: true },
  chairId: { kind: 'text', label: 'Chair id', max: 36, indexed: true },
  minuteTakerId: { kind: 'text', label: 'Minute-taker id', max: 36, indexed: true },
  /** The row of the channel in `Channels`. */
  channelOf: { kind: 'text', label: 'Channel row id', max: 32, required: true, indexed: true },
  channelName: { kind: 'text', label: 'Channel', max: 255, required: true },
  /** SHA-256 of what was looked at before it was posted: nothing else is sent. */
  digest: { kind: 'text', label: 'Digest', max: 64, required: true },
  state: { kind: 'choice', label: 'State', of: postState, required: true, indexed: true },
  fault: { kind: 'choice', label: 'Why it was not posted', of: postFault },
  /** Why it was posted though there were people in the channel for whom it is not. */
  reason: { kind: 'long', label: 'Reason for posting all the same', max: 2_000, sensitive: true },
  /** Ids of the actions that the post shows, with spaces between them. */
  actionIds: { kind: 'long', label: 'Action ids', max: 10_000 },
  /** Of a reply: what was added to the minutes. */
  addendumId: { kind: 'text', label: 'Addendum id', max: 32, indexed: true },
  /** The message in Teams in whose thread it is. */
  replyTo: { kind: 'text', label: 'Reply to', max: 255 },
  /** The message in Teams. */
  activityId: { kind: 'text', label: 'Message id', max: 255 },
  askedById: { kind: 'text', label: 'Posted by id', max: 36, required: true },
  askedByName: { kind: 'text', label: 'Posted by', max: 255, required: true },
  askedAt: { kind: 'instant', label: 'Asked for at', required: true },
  /** When Teams was called. */
  begunAt: { kind: 'instant', label: 'Sending began at' },
  sentAt: { kind: 'instant', label: 'Sent at' },
} as const;
