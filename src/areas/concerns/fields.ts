/**
 * The fields of a concern and their words: labels, lengths, choices. Ids are those of the safeguarding glossary.
 * The tab imports this file, so it holds data only.
 */
export const concernStatus = {
  submitted: 'Received',
  acknowledged: 'Taken',
  'in-action': 'Being acted on',
  monitoring: 'Monitoring',
  'routed-elsewhere': 'Passed to a team',
  closed: 'Closed',
  /** Written for the wrong child: in the restricted register, and entered anew under the right one. */
  misfiled: 'Misfiled',
} as const;

/** Where nothing more is to be done with a concern; every other status is open. */
export const settledStatuses: readonly string[] = ['closed', 'routed-elsewhere', 'misfiled'];

/** Which concerns a list shows; `waiting`, `mine` and `unread` are among the open ones. */
export const concernShow = {
  open: 'Open',
  waiting: 'Not taken',
  mine: 'Mine',
  unread: 'Unread',
  all: 'All',
} as const;

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

/** The ways in which a lead can judge a concern. */
export const triageOutcome = {
  'immediate-referral': 'Refer at once',
  referral: 'Refer',
  'early-help': 'Early help',
  'in-school-support': 'Support in school',
  monitor: 'Monitor',
  'route-pastoral': 'Pass to the pastoral team',
  'route-behaviour': 'Pass to the behaviour team',
  'route-send': 'Pass to the SEND team',
  'route-attendance': 'Pass to the attendance team',
  'route-online-safety': 'Pass to the online safety team',
  'staff-concern-register': 'Concern about an adult in school',
  'no-further-action-reasoned': 'No further action, with a reason',
} as const;

export const levelOfNeed = {
  '1-universal': 'Level 1: universal',
  '2-additional': 'Level 2: additional',
  '3-complex-or-cin': 'Level 3: complex, or child in need',
  '4-acute': 'Level 4: acute',
} as const;

/** The four levels in plain words, to be read beside the choice. */
export const levelWords: Readonly<Record<keyof typeof levelOfNeed, string>> = {
  '1-universal': 'What every child gets is enough: home, class, form tutor.',
  '2-additional': 'The child needs something more for a while, and school with one other service can give it.',
  '3-complex-or-cin': 'Several needs at once, or the child will not thrive without social care. Needs a plan.',
  '4-acute': 'The child is suffering significant harm, or is likely to. Children’s social care or the police, today.',
};

/** What parents or carers know of it. */
export const parentContactState = {
  informed: 'Told',
  'not-informed-unsafe': 'Not told: it would not be safe',
  'not-informed-pending-advice': 'Not told yet: waiting for advice',
  'not-appropriate': 'Not appropriate',
  attempted: 'Tried, not reached',
  refused: 'Told, and they will not work with us',
} as const;

/** Teams outside safeguarding that can be given one line about a child, by the role that reads it. */
export const team = {
  'pastoral-lead': 'Pastoral team',
  'behaviour-lead': 'Behaviour team',
  senco: 'SEND team',
  'attendance-lead': 'Attendance team',
  'online-safety-lead': 'Online safety team',
} as const;

/** What a judgement can be asked for beside outcome, urgency, reason and what parents know, which are always needed. */
export type TriageDemand = 'levelOfNeed' | 'action' | 'nextStep' | 'line' | 'childVoice';

export interface TriageRule {
  /** Where the concern stands then. */
  readonly next: keyof typeof concernStatus;
  readonly needs: readonly TriageDemand[];
  /** Who is given the need-to-know line. */
  readonly routesTo?: keyof typeof team;
}

/** Somebody does something by some day: one action at least, set with the judgement or before it. */
const acted = { next: 'in-action', needs: ['levelOfNeed', 'action'] } as const;
const passed = { next: 'routed-elsewhere', needs: ['levelOfNeed', 'line'] } as const;

/** What each outcome asks for and what it leads to. Form and decision read this one table. */
export const triageRules: Readonly<Record<keyof typeof triageOutcome, TriageRule>> = {
  'immediate-referral': acted,
  referral: acted,
  'early-help': acted,
  'in-school-support': acted,
  monitor: { next: 'monitoring', needs: ['levelOfNeed', 'action'] },
  'route-pastoral': { ...passed, routesTo: 'pastoral-lead' },
  'route-behaviour': { ...passed, routesTo: 'behaviour-lead' },
  'route-send': { ...passed, routesTo: 'senco' },
  'route-attendance': { ...passed, routesTo: 'attendance-lead' },
  'route-online-safety': { ...passed, routesTo: 'online-safety-lead' },
  // Levels of need are about children.
  'staff-concern-register': { next: 'routed-elsewhere', needs: ['nextStep'] },
  // Nothing closes without the child's voice, or why it is missing.
  'no-further-action-reasoned': { next: 'closed', needs: ['levelOfNeed', 'childVoice'] },
};

const everyday = {
  urgency: 'routine',
  levelOfNeed: '1-universal',
  parents: 'not-appropriate',
  parentsReason: 'An everyday observation. There is nothing to tell parents or carers beyond ordinary contact.',
} as const;

/** What is written when an entry is filed as low-level: a whole judgement, prepared, and shown before it is confirmed. */
export const lowLevelFiling = {
  monitor: {
    ...everyday,
    outcome: 'monitor',
    reason: 'A low-level observation that needs no action by itself. It is kept so that a pattern can be seen.',
    nextStep: 'Staff who know the child keep an eye on them and add what they notice.',
  },
  'no-further-action': {
    ...everyday,
    outcome: 'no-further-action-reasoned',
    reason: 'A low-level observation that needs nothing more. It stays on record in case others follow.',
    childVoice: 'Not asked: an everyday observation, kept in the words of the member of staff.',
  },
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
  handedOverAt: { kind: 'instant', label: 'Handed over at' },
  escalatedAt: { kind: 'instant', label: 'Escalated at' },
  triageOutcome: { kind: 'choice', label: 'Judgement', of: triageOutcome },
  levelOfNeed: { kind: 'choice', label: 'Level of need', of: levelOfNeed },
  nextStep: { kind: 'long', label: 'Next step', max: 2_000, sensitive: true },
  parents: { kind: 'choice', label: 'Parents or carers', of: parentContactState },
  /** The first judgement; later ones do not move it, so that it can be measured. */
  triagedAt: { kind: 'instant', label: 'First judged at' },
  // Of a misfiled entry.
  misfiledAt: { kind: 'instant', label: 'Found misfiled at' },
  misfiledByName: { kind: 'text', label: 'Found misfiled by', max: 255 },
  misfiledReason: { kind: 'long', label: 'Why it is the wrong child', max: 4_000, sensitive: true },
  continuedAsId: { kind: 'text', label: 'Entered anew as id', max: 32 },
  continuedAsRef: { kind: 'text', label: 'Entered anew as', max: 30 },
  // Of the entry that takes its place.
  correctsRef: { kind: 'text', label: 'Entered in place of', max: 30 },
  /** Names of the other people in it, one a line, so that a search for any of them finds it. */
  othersNamed: { kind: 'long', label: 'Others in this report', max: 20_000, sensitive: true, searchable: true },
  /** Children in it beside its own, counted once each. */
  moreChildren: { kind: 'count', label: 'More children' },
} as const;

/** What somebody is in a concern. A role is said of one concern only and crosses into no other. */
export const personRole = {
  'child-of-concern': 'Child of concern',
  harmed: 'Harmed',
  'alleged-to-have-harmed': 'Alleged to have harmed',
  witness: 'Saw or heard it',
  sibling: 'Brother or sister',
  reporter: 'Told us',
  'parent-carer': 'Parent or carer',
  'other-adult': 'Another adult',
  'staff-subject': 'Adult in school whom it is about',
} as const;

/**
 * Roles that a child of the roll can be given here. An adult in school whom a concern is about is in neither list: that belongs
 * into the register of concerns about adults, which that adult's colleagues cannot read.
 */
export const rollRoles = [
  ...(['child-of-concern', 'harmed', 'alleged-to-have-harmed', 'witness', 'sibling', 'reporter'] as const),
] as const;

/** Roles that somebody who is not on the roll can be given. */
export const offRollRoles = [
  ...(['parent-carer', 'other-adult', 'sibling', 'harmed', 'alleged-to-have-harmed', 'witness', 'reporter'] as const),
] as const;

/** Somebody's part in one concern. Taken off again, the row stays, with the reason. */
export const personFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  role: { kind: 'choice', label: 'Role', of: personRole, required: true },
  /** The child whom the report is about; absent from everybody else. */
  isChild: { kind: 'flag', label: 'The child of the report' },
  /** Absent from somebody who is not on the roll. */
  pupilId: { kind: 'text', label: 'Child id', max: 32, indexed: true },
  name: { kind: 'text', label: 'Name', max: 255, required: true, sensitive: true },
  yearGroup: { kind: 'text', label: 'Year group', max: 20 },
  addedAt: { kind: 'instant', label: 'Added at', required: true },
  addedById: { kind: 'text', label: 'Added by id', max: 36, required: true },
  addedByName: { kind: 'text', label: 'Added by', max: 255, required: true },
  withdrawnAt: { kind: 'instant', label: 'Taken off at' },
  withdrawnById: { kind: 'text', label: 'Taken off by id', max: 36 },
  withdrawnByName: { kind: 'text', label: 'Taken off by', max: 255 },
  withdrawnReason: { kind: 'long', label: 'Why taken off', max: 2_000, sensitive: true },
} as const;

/** `overflow`: more of the report than one column holds. `addendum`: added by somebody later. */
export const addendumKind = { overflow: 'More of the report', addendum: 'Added later' } as const;

/**
 * Text of a concern beside its own column, each kind numbered from 1, in the order in which it was written. Where an entry was made
 * anew, what came with it keeps its numbers, so read by time first.
 */
export const addendumFields = {
  /** Empty in rows of the first version: they are more of the report. */
  kind: { kind: 'choice', label: 'Kind', of: addendumKind },
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

export const decisionKind = {
  judged: 'Judged',
  'handed-over': 'Handed over',
  escalated: 'Escalated',
  're-entered': 'Entered anew',
} as const;

/** One decision about a concern with its reason. Later decisions stand beside it, never in its place. */
export const decisionFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  what: { kind: 'choice', label: 'Decision', of: decisionKind, required: true },
  outcome: { kind: 'choice', label: 'Judgement', of: triageOutcome },
  urgency: { kind: 'choice', label: 'Urgency', of: concernUrgency },
  levelOfNeed: { kind: 'choice', label: 'Level of need', of: levelOfNeed },
  reason: { kind: 'long', label: 'Reason', max: 4_000, sensitive: true },
  nextStep: { kind: 'long', label: 'Next step', max: 2_000, sensitive: true },
  actionRef: { kind: 'text', label: 'Action set', max: 30 },
  parents: { kind: 'choice', label: 'Parents or carers', of: parentContactState },
  parentsReason: { kind: 'long', label: 'Why, about parents or carers', max: 2_000, sensitive: true },
  childVoice: { kind: 'long', label: 'The child’s voice, or why it is missing', max: 2_000, sensitive: true },
  toId: { kind: 'text', label: 'Handed to id', max: 36 },
  toName: { kind: 'text', label: 'Handed to', max: 255 },
  decidedAt: { kind: 'instant', label: 'Decided at', required: true },
  decidedById: { kind: 'text', label: 'Decided by id', max: 36, required: true },
  decidedByName: { kind: 'text', label: 'Decided by', max: 255, required: true },
} as const;

/** `misfiled`: it hung on an entry for the wrong child and went into the restricted register with it. */
export const standing = { misfiled: 'Misfiled' } as const;

/** What a team outside safeguarding is told of a concern: one line that a lead wrote for it, and nothing else. */
export const routedLineFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  decisionId: { kind: 'text', label: 'Decision id', max: 32, required: true, indexed: true },
  concernRef: { kind: 'text', label: 'Concern', max: 30, required: true },
  toRole: { kind: 'choice', label: 'For', of: team, required: true, indexed: true },
  line: { kind: 'text', label: 'What the team needs to know', max: 255, required: true, sensitive: true },
  childName: { kind: 'text', label: 'Child', max: 255, required: true, sensitive: true },
  yearGroup: { kind: 'text', label: 'Year group', max: 20 },
  routedAt: { kind: 'instant', label: 'Passed on at', required: true, indexed: true },
  routedById: { kind: 'text', label: 'Passed on by id', max: 36, required: true },
  routedByName: { kind: 'text', label: 'Passed on by', max: 255, required: true },
  seenAt: { kind: 'instant', label: 'Seen at' },
  seenById: { kind: 'text', label: 'Seen by id', max: 36 },
  seenByName: { kind: 'text', label: 'Seen by', max: 255 },
  standing: { kind: 'choice', label: 'Standing', of: standing },
} as const;
