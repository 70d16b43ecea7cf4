/**
 * The fields of briefings to the staff and of the procedures that hold locally, and their words. The tab imports this file, so it
 * holds data only.
 */
export const briefingStatus = {
  sent: 'Sent',
  withdrawn: 'Withdrawn',
} as const;

/** Who is asked to read a briefing. */
export const briefingAudience = {
  everybody: 'Everybody on the staff',
  roles: 'Whoever holds certain roles',
  people: 'Named people',
  channels: 'Only the channels in which it is posted',
} as const;

export const briefingFields = {
  heading: { kind: 'text', label: 'Heading', max: 120, required: true },
  /** Its length leaves room in a card, which takes 28 KB. */
  words: { kind: 'long', label: 'Text', max: 4_000, required: true },
  policyUrl: { kind: 'long', label: 'Link to the policy', max: 1_000 },
  /** `YYYY-MM-DD`. */
  readBy: { kind: 'text', label: 'To be read by', max: 10, required: true, indexed: true },
  audience: { kind: 'choice', label: 'For', of: briefingAudience, required: true },
  /** Where it is for roles: their ids, with commas between. */
  roles: { kind: 'text', label: 'Roles', max: 255 },
  status: { kind: 'choice', label: 'Status', of: briefingStatus, required: true, indexed: true },
  sentById: { kind: 'text', label: 'Sent by id', max: 36, required: true },
  sentByName: { kind: 'text', label: 'Sent by', max: 255, required: true },
  sentAt: { kind: 'instant', label: 'Sent at', required: true, indexed: true },
  chasedAt: { kind: 'instant', label: 'Last chased at' },
  chasedByName: { kind: 'text', label: 'Last chased by', max: 255 },
  withdrawnAt: { kind: 'instant', label: 'Withdrawn at' },
  withdrawnByName: { kind: 'text', label: 'Withdrawn by', max: 255 },
  reason: { kind: 'long', label: 'Why it was withdrawn', max: 500 },
} as const;

export const briefingReceiptFields = {
  briefingId: { kind: 'text', label: 'Briefing id', max: 32, required: true, indexed: true },
  /** Entra object id. */
  personId: { kind: 'text', label: 'Person id', max: 36, required: true, indexed: true },
  personName: { kind: 'text', label: 'Name', max: 255, required: true },
  askedAt: { kind: 'instant', label: 'Asked at', required: true },
  readAt: { kind: 'instant', label: 'Confirmed as read at' },
} as const;

/** How far a briefing has come with one person; worked out of what they did and of what Teams took, and filed nowhere. */
export const receiptState = {
  read: 'Has read it',
  opened: 'Has opened it, not confirmed',
  delivered: 'In their chat, not opened',
  'on-its-way': 'On its way to their chat',
  unreachable: 'Could not be reached in Teams',
  left: 'Has left the school',
} as const;

export const procedureKind = {
  number: 'Whom to ring',
  threshold: 'Thresholds',
  form: 'Forms',
  escalation: 'Escalation',
  guidance: 'Guidance',
} as const;

export const procedureFields = {
  heading: { kind: 'text', label: 'Heading', max: 120, required: true },
  kind: { kind: 'choice', label: 'Kind', of: procedureKind, required: true },
  /** The local authority, the police and the integrated care board together (Working Together 2023, chapter 2). */
  partnership: { kind: 'text', label: 'Safeguarding partnership', max: 120, required: true },
  words: { kind: 'long', label: 'Text', max: 4_000 },
  url: { kind: 'long', label: 'Link', max: 1_000 },
  /** As people dial it. */
  phone: { kind: 'text', label: 'Telephone', max: 40 },
  /** `YYYY-MM-DD`: on this day somebody looks whether it still holds. */
  reviewOn: { kind: 'text', label: 'Review on', max: 10, required: true, indexed: true },
  inHelp: { kind: 'flag', label: 'Shown in the chat’s help' },
  keptByName: { kind: 'text', label: 'Last changed by', max: 255, required: true },
  keptAt: { kind: 'instant', label: 'Last changed at', required: true },
  retiredAt: { kind: 'instant', label: 'Retired at' },
} as const;
