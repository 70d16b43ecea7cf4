/** Who may see one case or child beside, or in spite of, their roles. Data only: the tab imports this file. */
export const accessKind = {
  circle: 'In the circle of a case',
  'break-glass': 'Opened by break-glass',
  conflict: 'Kept from a child’s cases',
  subject: 'Kept from a case that names them',
} as const;

/** Why somebody is kept from a child’s cases. */
export const conflictKind = {
  'own-child': 'Their own child',
  related: 'A relative',
  other: 'Another conflict of interest',
} as const;

/** One thing that one person was given or is kept from; ended, its row stays. */
export const caseAccessFields = {
  kind: { kind: 'choice', label: 'Kind', of: accessKind, required: true, indexed: true },
  personId: { kind: 'text', label: 'Person id', max: 36, required: true, indexed: true },
  personName: { kind: 'text', label: 'Person', max: 255, required: true },
  /** The case whose circle it is. */
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  /** The child whose cases were opened or are kept away. */
  childId: { kind: 'text', label: 'Child id', max: 32, indexed: true },
  /** What they are to do with the case, where that is why they were given it. */
  task: { kind: 'text', label: 'Task', max: 255, sensitive: true },
  conflict: { kind: 'choice', label: 'Conflict of interest', of: conflictKind },
  reason: { kind: 'long', label: 'Reason', max: 2_000, required: true, sensitive: true },
  givenAt: { kind: 'instant', label: 'Since', required: true, indexed: true },
  givenById: { kind: 'text', label: 'By id', max: 36, required: true },
  givenByName: { kind: 'text', label: 'By', max: 255, required: true },
  /** From when on it holds no longer. */
  until: { kind: 'instant', label: 'Until' },
  endedAt: { kind: 'instant', label: 'Ended at' },
  endedById: { kind: 'text', label: 'Ended by id', max: 36 },
  endedByName: { kind: 'text', label: 'Ended by', max: 255 },
  // Of a file that was opened by break-glass: a lead has looked at it.
  seenAt: { kind: 'instant', label: 'Seen by a lead at' },
  seenById: { kind: 'text', label: 'Seen by id', max: 36 },
  seenByName: { kind: 'text', label: 'Seen by', max: 255 },
} as const;

/** For how many hours a file that was opened by break-glass stays open. */
export const breakGlassHours = 24;
/** Letters that a reason for it has at least. */
export const leastReason = 10;
