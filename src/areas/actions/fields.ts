/**
 * The fields of an action and their words: labels, lengths, choices. Ids are those of the safeguarding glossary.
 * The tab imports this file, so it holds data only.
 */
export const actionStatus = {
  open: 'To do',
  accepted: 'Accepted',
  'done-unverified': 'Done, to be verified',
  verified: 'Done',
  'cancelled-reasoned': 'Cancelled',
} as const;

/** How soon, and by that how carefully it is closed: `now` and `today` are verified by somebody else. */
export const actionPriority = {
  now: 'Now',
  today: 'Today',
  'this-week': 'This week',
  planned: 'Planned',
} as const;

/** `misfiled`: it hung on an entry for the wrong child and went into the restricted register with it. */
export const actionStanding = { misfiled: 'Misfiled' } as const;

export const actionFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  concernRef: { kind: 'text', label: 'Concern', max: 20, required: true },
  what: { kind: 'long', label: 'What is to be done', max: 4_000, required: true, sensitive: true },
  whatOutside: { kind: 'text', label: 'What the owner is told, without a name', max: 255 },
  ownerId: { kind: 'text', label: 'Owner id', max: 36, required: true, indexed: true },
  ownerName: { kind: 'text', label: 'Owner', max: 255, required: true },
  dueOn: { kind: 'text', label: 'Due on', max: 10, required: true, indexed: true },
  priority: { kind: 'choice', label: 'Priority', of: actionPriority, required: true },
  status: { kind: 'choice', label: 'Status', of: actionStatus, required: true, indexed: true },
  createdById: { kind: 'text', label: 'Set by id', max: 36, required: true },
  createdByName: { kind: 'text', label: 'Set by', max: 255, required: true },
  createdAt: { kind: 'instant', label: 'Set at', required: true },
  doneById: { kind: 'text', label: 'Done by id', max: 36 },
  doneByName: { kind: 'text', label: 'Done by', max: 255 },
  doneAt: { kind: 'instant', label: 'Done at' },
  doneNote: { kind: 'long', label: 'What was done', max: 4_000, sensitive: true },
  verifiedById: { kind: 'text', label: 'Verified by id', max: 36 },
  verifiedByName: { kind: 'text', label: 'Verified by', max: 255 },
  verifiedAt: { kind: 'instant', label: 'Verified at' },
  reason: { kind: 'long', label: 'Why it was reopened or cancelled', max: 4_000, sensitive: true },
  /** `YYYY-MM-DD`: its owner asks for so much time, and nobody has answered yet. */
  timeAskedUntil: { kind: 'text', label: 'Time asked until', max: 10 },
  standing: { kind: 'choice', label: 'Standing', of: actionStanding },
  /** Under which point of a meeting it was agreed. */
  pointId: { kind: 'text', label: 'Agenda point id', max: 32 },
  /** `YYYY-MM-DD`: when its owner was last reminded of it. */
  chasedOn: { kind: 'text', label: 'Last reminded on', max: 10 },
} as const;
