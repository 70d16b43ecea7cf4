/**
 * The fields of a concern about an adult who works or volunteers in school, and their words. Ids are those of the safeguarding
 * glossary. The tab imports this file, so it holds data only.
 */
export const staffConcernStatus = {
  submitted: 'Received',
  acknowledged: 'Taken',
  'in-action': 'Being looked into',
  closed: 'Closed',
} as const;

/** Who manages it (KCSIE Part four): the head; if it is about the head, the chair of governors or the person whom the trust's policy names. */
export const managedBy = {
  head: 'Head',
  chair: 'Chair of governors or named person',
} as const;

/** What it is, once it has been judged against the harm threshold (KCSIE Part four). */
export const staffConcernKind = {
  'low-level': 'Low-level concern',
  allegation: 'Allegation that may meet the harm threshold',
  suitability: 'Question of suitability',
  'self-referral': 'Self-referral',
} as const;

export const allegationOutcome = {
  substantiated: 'Substantiated',
  malicious: 'Malicious',
  false: 'False',
  unsubstantiated: 'Unsubstantiated',
  unfounded: 'Unfounded',
  'low-level-recorded': 'Recorded as low-level',
} as const;

/** Whether the local authority designated officer was told: within one working day where the harm threshold may be met. */
export const ladoState = {
  told: 'LADO told',
  consulted: 'LADO asked for advice',
  'not-needed': 'LADO not told, with a reason',
} as const;

/** How sure Lantern is which adult is meant. */
export const subjectState = {
  resolved: 'On the staff list',
  unresolved: 'Not settled yet',
  'not-on-list': 'Not on the staff list',
} as const;

export const staffConcernFields = {
  status: { kind: 'choice', label: 'Status', of: staffConcernStatus, required: true, indexed: true },
  managedBy: { kind: 'choice', label: 'Managed by', of: managedBy, required: true, indexed: true },
  /** Somebody to whom this one matter was given. */
  caseManagerId: { kind: 'text', label: 'Case manager id', max: 36, indexed: true },
  caseManagerName: { kind: 'text', label: 'Case manager', max: 255 },
  subjectAsTyped: {
    kind: 'text',
    label: 'Adult, as the reporter wrote',
    max: 255,
    required: true,
    sensitive: true,
  },
  subjectState: { kind: 'choice', label: 'Which adult', of: subjectState, required: true },
  /** Who can never reach it. */
  subjectId: { kind: 'text', label: 'Adult id', max: 36, indexed: true },
  subjectName: { kind: 'text', label: 'Adult', max: 255, sensitive: true },
  words: { kind: 'long', label: 'What was seen or heard', max: 63_999, required: true, sensitive: true },
  whenAsTyped: { kind: 'text', label: 'When, as the reporter wrote', max: 255, required: true },
  occurredAt: { kind: 'instant', label: 'When it happened' },
  reportedAt: { kind: 'instant', label: 'Reported at', required: true, indexed: true },
  reporterId: { kind: 'text', label: 'Reporter id', max: 36, required: true, indexed: true },
  reporterName: { kind: 'text', label: 'Reporter', max: 255, required: true },
  takenById: { kind: 'text', label: 'Taken by id', max: 36 },
  takenByName: { kind: 'text', label: 'Taken by', max: 255 },
  takenAt: { kind: 'instant', label: 'Taken at' },
  kind: { kind: 'choice', label: 'Kind', of: staffConcernKind },
  lado: { kind: 'choice', label: 'LADO', of: ladoState },
  judgedAt: { kind: 'instant', label: 'First judged at' },
  outcome: { kind: 'choice', label: 'Outcome', of: allegationOutcome },
  closedAt: { kind: 'instant', label: 'Closed at' },
} as const;

/** What stands beside a report: more of its text, what somebody added, what was decided and why. */
export const staffNoteKind = {
  overflow: 'More of the report',
  note: 'Note',
  subject: 'Which adult it is about',
  'case-manager': 'Case manager',
  judged: 'Judged',
  closed: 'Closed',
  'changed-outside': 'Changed outside Lantern',
} as const;

export const staffNoteFields = {
  matterId: { kind: 'text', label: 'Staff concern id', max: 32, required: true, indexed: true },
  what: { kind: 'choice', label: 'What', of: staffNoteKind, required: true },
  number: { kind: 'count', label: 'Number', required: true },
  words: { kind: 'long', label: 'Text', max: 63_999, required: true, sensitive: true },
  kind: { kind: 'choice', label: 'Kind', of: staffConcernKind },
  lado: { kind: 'choice', label: 'LADO', of: ladoState },
  outcome: { kind: 'choice', label: 'Outcome', of: allegationOutcome },
  at: { kind: 'instant', label: 'Written at', required: true },
  byId: { kind: 'text', label: 'Written by id', max: 36, required: true },
  byName: { kind: 'text', label: 'Written by', max: 255, required: true },
} as const;

/** Whom a report is about: the first choice of every report. */
export const reportAbout = {
  question: 'Whom is it about?',
  child: 'A child',
  adult: 'An adult who works or volunteers here',
} as const;

/**
 * The form in which a concern about an adult is reported, said once: the card in the chat and the form in the tab are made from it.
 * The questions stand in the order in which they are asked.
 */
export const staffReportForm = {
  title: 'Report a concern about an adult',
  send: 'Send report',
  /** Who reads it, before anything is typed. */
  whoReads:
    'This goes to the head alone. If it is about the head, it goes to the chair of governors and not to the head. The safeguarding leads and the person it is about are not told.',
  direct: 'About the head, you can also call the local authority’s designated officer (LADO) yourself',
  noLado: 'Your school has not entered the LADO’s number in Lantern. The local authority’s switchboard has it.',
  received: 'Your report is received and safe',
  /** To whom it went. */
  toldTo: { head: 'The head', chair: 'The chair of governors, or whom the trust’s policy names' },
  untold:
    'Nobody is named in Lantern for concerns about the head yet, so nobody was told. Call the LADO now, and the chair of governors.',
  questions: {
    about: {
      label: 'Is it about the headteacher?',
      missing: 'Choose one: it decides who reads this.',
      of: { adult: 'No, about another adult', head: 'Yes, about the headteacher' },
    },
    who: {
      label: 'Which adult?',
      hint: 'Name and job, as you know them',
      missing: 'Write the name as you know it, or “not known”.',
    },
    words: {
      label: 'What did you see or hear? However small it seems.',
      missing: 'Write what you saw or heard.',
      lines: 'many',
    },
    when: { label: 'When was this?', first: 'just now' },
  },
} as const;
