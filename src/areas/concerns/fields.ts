/**
 * The fields of a concern and their words: labels, lengths, choices. Ids are those of the safeguarding glossary.
 * The tab imports this file, so it holds data only.
 */
export const concernStatus = {
  submitted: 'Received',
  acknowledged: 'Taken',
} as const;

/** Where nothing more is to be done with a concern; every other status is open. */
export const settledStatuses: readonly string[] = ['closed', 'routed-elsewhere'];

/** Which concerns a list shows; `waiting` and `mine` are among the open ones. */
export const concernShow = { open: 'Open', waiting: 'Not taken', mine: 'Mine', all: 'All' } as const;

export const concernUrgency = {
  'immediate-danger': 'Immediate danger',
  'urgent-today': 'Urgent today',
  'within-24h': 'Within 24 hours',
  routine: 'Routine',
} as const;

export const concernSource = {
  'staff-observation': 'Staff observation',
} as const;

export const safeNow = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' } as const;

/** How sure Lantern is which child is meant. `not-on-list`: a person looked and the child is not on the roll. */
export const childState = {
  resolved: 'On our list',
  unresolved: 'Not settled yet',
  'not-on-list': 'Not on our list',
} as const;

export const concernFields = {
  status: { kind: 'choice', label: 'Status', of: concernStatus, required: true, indexed: true },
  urgency: { kind: 'choice', label: 'Urgency', of: concernUrgency, required: true },
  source: { kind: 'choice', label: 'Source', of: concernSource, required: true },
  childAsTyped: {
    kind: 'text',
    label: 'Child, as the reporter wrote',
    max: 255,
    required: true,
    sensitive: true,
    searchable: true,
  },
  childState: { kind: 'choice', label: 'Which child', of: childState, required: true },
  childId: { kind: 'text', label: 'Child id', max: 32, indexed: true },
  childName: { kind: 'text', label: 'Child', max: 255, sensitive: true, searchable: true },
  yearGroup: { kind: 'text', label: 'Year group', max: 20 },
  words: {
    kind: 'long',
    label: 'What was seen or heard',
    max: 63_999,
    required: true,
    sensitive: true,
    searchable: true,
  },
  safeNow: { kind: 'choice', label: 'Is the child safe now?', of: safeNow, required: true },
  whenAsTyped: { kind: 'text', label: 'When, as the reporter wrote', max: 255, required: true },
  occurredAt: { kind: 'instant', label: 'When it happened' },
  inFuture: { kind: 'flag', label: 'The time given lies in the future' },
  reportedAt: { kind: 'instant', label: 'Reported at', required: true, indexed: true },
  reporterId: { kind: 'text', label: 'Reporter id', max: 36, required: true, indexed: true },
  reporterName: { kind: 'text', label: 'Reporter', max: 255, required: true, searchable: true },
  reporterRecognised: { kind: 'flag', label: 'Reporter is on the staff list', required: true },
  takenById: { kind: 'text', label: 'Taken by id', max: 36 },
  takenByName: { kind: 'text', label: 'Taken by', max: 255 },
  takenAt: { kind: 'instant', label: 'Taken at' },
} as const;

/** Text beyond the length of one SharePoint column, numbered from 1, in the order in which it was written. */
export const addendumFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  number: { kind: 'count', label: 'Number', required: true },
  words: { kind: 'long', label: 'Text', max: 63_999, required: true, sensitive: true },
  reportedAt: { kind: 'instant', label: 'Written at', required: true },
  reporterId: { kind: 'text', label: 'Written by id', max: 36, required: true },
  reporterName: { kind: 'text', label: 'Written by', max: 255, required: true },
} as const;

/** One question of the report form. */
export interface ReportQuestion {
  readonly label: string;
  /** An example in the empty field. */
  readonly hint?: string;
  /** What is said when it is left empty; absent where it may be. */
  readonly missing?: string;
  /** What stands in it to begin with. */
  readonly first?: string;
  /** What may be chosen, value to words; absent where one writes. */
  readonly of?: Readonly<Record<string, string>>;
  readonly lines?: 'one' | 'many';
}

/**
 * The form in which a concern is reported, said once: the card in the chat and the form in the tab are made from it.
 * The questions stand in the order in which they are asked.
 */
export const reportForm = {
  title: 'Report a concern',
  send: 'Send report',
  /** Before any question: what saves a child now. */
  danger: { question: 'Child in danger now?', call: '999', lead: 'your designated safeguarding lead' },
  received: 'Your report is received and safe',
  /** Characters that fit into one request whatever they are. Nobody writes so much; somebody may paste it. */
  longest: 200_000,
  questions: {
    who: {
      label: 'Which child?',
      hint: 'Name and class, as you know them',
      missing: 'Write the name as you know it, or “not known”.',
    },
    words: {
      label: `${concernFields.words.label}? Use the child’s own words.`,
      missing: 'Write what you saw or heard.',
      lines: 'many',
    },
    safeNow: {
      label: concernFields.safeNow.label,
      missing: 'Choose one. “Not sure” is a good answer: it counts as urgent today.',
      of: safeNow,
    },
    when: { label: 'When was this?', first: 'just now' },
  } satisfies Readonly<Record<string, ReportQuestion>>,
} as const;
