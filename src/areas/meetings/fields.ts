/**
 * The fields of a meeting and their words. Ids are those of the safeguarding glossary. The tab imports this file, so it holds data
 * only.
 */
export const meetingKind = {
  'strategy-discussion': 'Strategy discussion',
  icpc: 'Initial child protection conference',
  rcpc: 'Review child protection conference',
  'core-group': 'Core group',
  'cin-initial': 'Child in need: first meeting',
  'cin-review': 'Child in need: review',
  tac: 'Team around the child',
  taf: 'Team around the family',
  'eh-review': 'Early help review',
  pep: 'Personal education plan',
  'lac-review': 'Review of a looked-after child',
  'ehcp-annual-review': 'EHCP: annual review',
  'ehcp-early-review': 'EHCP: early review',
  'send-multi-agency': 'SEND with other agencies',
  mace: 'Exploitation panel (MACE)',
  marac: 'Domestic abuse conference (MARAC)',
  'channel-panel': 'Channel panel',
  'lado-asv': 'Allegations meeting (LADO)',
  professionals: 'Professionals’ meeting',
  'family-group-conference': 'Family group conference',
  'attendance-panel': 'Attendance panel',
  pastoral: 'Pastoral meeting',
  behaviour: 'Behaviour meeting',
  'safeguarding-team': 'Safeguarding team',
  supervision: 'Supervision',
  reintegration: 'Reintegration meeting',
  'ap-review': 'Review of alternative provision',
  'governor-safeguarding': 'Safeguarding governor’s visit',
  'trust-network': 'Trust safeguarding network',
  'return-to-school': 'Return to school',
  training: 'Training session',
  visit: 'Visit',
  liaison: 'Liaison',
  wellbeing: 'Wellbeing day',
} as const;

export const meetingStatus = {
  proposed: 'Proposed',
  invited: 'Invited',
  confirmed: 'Confirmed',
  held: 'Held',
  cancelled: 'Cancelled',
  rearranged: 'Rearranged',
  'minutes-draft': 'Minutes being written',
  'minutes-agreed': 'Minutes agreed',
  'minutes-published': 'Minutes published',
  /** Of a meeting that another body holds: the school’s own note is kept. Nobody here agrees the minutes of such a one. */
  'note-kept': 'School’s note kept',
} as const;

/** What a conference decides (Working Together 2023). */
export const conferenceOutcome = {
  'cp-plan': 'Child protection plan',
  'cp-plan-continues': 'Child protection plan goes on',
  'step-down-cin': 'Stepped down to child in need',
  'step-down-early-help': 'Stepped down to early help',
  'no-plan': 'No plan',
  adjourned: 'Adjourned',
  'legal-planning': 'Legal planning',
} as const;

/** Why the official minutes are expected by their day. */
export const officialDueBy = {
  rule: 'By rule',
  person: 'Set by hand',
} as const;

/** What came of reading the other body’s own minutes against what the school knows. */
export const officialCheck = {
  unchecked: 'Not read yet',
  accurate: 'They are right',
  inaccurate: 'Something in them is wrong',
} as const;

/** Who chairs and who minutes: each row of a meeting names them, for they may see it whatever else they are. */
const parts = {
  chairId: { kind: 'text', label: 'Chair id', max: 36, indexed: true },
  minuteTakerId: { kind: 'text', label: 'Minute-taker id', max: 36, indexed: true },
} as const;

export const meetingFields = {
  kind: { kind: 'choice', label: 'Kind', of: meetingKind, required: true, indexed: true },
  status: { kind: 'choice', label: 'Status', of: meetingStatus, required: true, indexed: true },
  startsAt: { kind: 'instant', label: 'Starts', required: true, indexed: true },
  endsAt: { kind: 'instant', label: 'Ends', required: true },
  location: { kind: 'text', label: 'Place', max: 255 },
  online: { kind: 'flag', label: 'In Teams' },
  /** Where another body holds it: which one. */
  heldByName: { kind: 'text', label: 'Held by', max: 255 },
  ...parts,
  chairName: { kind: 'text', label: 'Chair', max: 255 },
  minuteTakerName: { kind: 'text', label: 'Minute-taker', max: 255 },
  calledById: { kind: 'text', label: 'Called by id', max: 36, required: true, indexed: true },
  calledByName: { kind: 'text', label: 'Called by', max: 255, required: true },
  calledAt: { kind: 'instant', label: 'Called at', required: true },
  /** The first meeting of the series; meetings of one rhythm share it. */
  seriesId: { kind: 'text', label: 'Series id', max: 32, indexed: true },
  /** Ends it that will not take place, or was moved: why. */
  reason: { kind: 'long', label: 'Why it was cancelled or moved', max: 2_000, sensitive: true },
  heldAt: { kind: 'instant', label: 'Held at' },
  agreedAt: { kind: 'instant', label: 'Minutes agreed at' },
  agreedByName: { kind: 'text', label: 'Minutes agreed by', max: 255 },
  publishedAt: { kind: 'instant', label: 'Minutes published at' },
  outcome: { kind: 'choice', label: 'Outcome of the conference', of: conferenceOutcome },
  /** `YYYY-MM-DD`: when the other body’s own minutes should have come. */
  officialDueOn: { kind: 'text', label: 'Official minutes expected by', max: 10, indexed: true },
  officialDueBy: { kind: 'choice', label: 'Why by then', of: officialDueBy },
  /** `YYYY-MM-DD`: when whoever called it was last told that they have not come. */
  officialChasedOn: { kind: 'text', label: 'Official minutes last chased on', max: 10 },
  officialReceivedOn: { kind: 'text', label: 'Official minutes received on', max: 10, indexed: true },
  officialCheck: { kind: 'choice', label: 'Official minutes checked', of: officialCheck },
  officialCheckedByName: { kind: 'text', label: 'Official minutes checked by', max: 255 },
  inaccuracies: { kind: 'long', label: 'What the official minutes have wrong', max: 8_000, sensitive: true },
  inaccuraciesSentOn: { kind: 'text', label: 'What is wrong was sent on', max: 10 },
  notedAt: { kind: 'instant', label: 'School’s note kept at' },
  notedByName: { kind: 'text', label: 'School’s note kept by', max: 255 },
  dissent: { kind: 'long', label: 'Why the school did not agree', max: 8_000, sensitive: true },
  nextOn: { kind: 'text', label: 'Next meeting on', max: 10 },
  /** Of the event in the calendar of whoever called it, where Lantern keeps one. */
  eventId: { kind: 'text', label: 'Calendar event id', max: 255 },
  /** Digest of what that calendar was last told. */
  eventTold: { kind: 'text', label: 'Calendar event as told', max: 64 },
} as const;

export const meetingChildFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  childId: { kind: 'text', label: 'Child id', max: 32, required: true, indexed: true },
  /** From 1: the first child of a meeting is "Child A" wherever names may not stand. */
  number: { kind: 'count', label: 'Number', required: true },
  removedFromAt: { kind: 'instant', label: 'Taken off at' },
  /** The latest of what the school brings about them. */
  contributionId: { kind: 'text', label: 'What the school brings id', max: 32 },
} as const;

/** How somebody stands to the meeting. */
export const invitedAs = {
  staff: 'Member of staff',
  family: 'Family',
  professional: 'Professional of another agency',
} as const;

export const attendance = {
  asked: 'Asked',
  accepted: 'Will come',
  declined: 'Will not come',
  apologies: 'Apologies',
  attended: 'Came',
  absent: 'Did not come',
} as const;

export const meetingPersonFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  invitedAs: { kind: 'choice', label: 'As', of: invitedAs, required: true },
  /** Entra object id of a member of staff. */
  personId: { kind: 'text', label: 'Person id', max: 36, indexed: true },
  name: { kind: 'text', label: 'Name', max: 255, required: true, sensitive: true },
  agencyName: { kind: 'text', label: 'Agency', max: 255 },
  email: { kind: 'text', label: 'E-mail', max: 255, sensitive: true },
  attendance: { kind: 'choice', label: 'Attendance', of: attendance, required: true },
  /** `YYYY-MM-DD`: a report was asked for by this day. */
  reportDueOn: { kind: 'text', label: 'Report due on', max: 10, indexed: true },
  reportAskedAt: { kind: 'instant', label: 'Report asked for at' },
  /** When they said so themselves; it has not come until somebody here says that it has. */
  reportSentAt: { kind: 'instant', label: 'Said that the report was sent at' },
  /** `YYYY-MM-DD`. */
  reportReceivedOn: { kind: 'text', label: 'Report received on', max: 10 },
  /** `YYYY-MM-DD`: when somebody was last reminded of the report. */
  reportChasedOn: { kind: 'text', label: 'Report last chased on', max: 10 },
  acknowledgedAt: { kind: 'instant', label: 'Said that they had read the minutes at' },
} as const;

/** Whether a paper of a meeting can be read by the list. */
export const paperState = {
  open: 'Laid before the meeting',
  withdrawn: 'Withdrawn',
} as const;

/** One row for a file that is laid before a meeting, and one for each of the staff who may read it there. */
export const meetingPaperFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  documentId: { kind: 'text', label: 'File id', max: 32, required: true, indexed: true },
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  state: { kind: 'choice', label: 'State', of: paperState, required: true },
  /** `Title` is the list's own column. */
  heading: { kind: 'text', label: 'What it is called', max: 200, sensitive: true },
  /** Of a reader: the row of the paper. */
  paperId: { kind: 'text', label: 'Paper id', max: 32, indexed: true },
  /** Of a reader: how they were asked to the meeting, and who they are (an Entra object id). */
  invitationId: { kind: 'text', label: 'Invitation id', max: 32 },
  personId: { kind: 'text', label: 'Reader id', max: 36, indexed: true },
  name: { kind: 'text', label: 'Reader', max: 255 },
  addedById: { kind: 'text', label: 'Added by id', max: 36, required: true },
  addedByName: { kind: 'text', label: 'Added by', max: 255, required: true },
  addedAt: { kind: 'instant', label: 'Added at', required: true },
  withdrawnByName: { kind: 'text', label: 'Withdrawn by', max: 255 },
  withdrawnAt: { kind: 'instant', label: 'Withdrawn at' },
  openedAt: { kind: 'instant', label: 'Last opened at' },
  opened: { kind: 'count', label: 'Times opened' },
} as const;

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

/** Why a point stands on an agenda. */
export const agendaWhy = {
  standing: 'Always on the agenda',
  arising: 'From the last meeting',
  action: 'Action that is open',
  'overdue-action': 'Action that is overdue',
  'new-concern': 'New since the last meeting',
  own: 'Added by hand',
} as const;

export const agendaState = {
  open: 'To be talked about',
  decided: 'Decided',
  carried: 'Goes on to the next meeting',
  dropped: 'Taken off',
} as const;

export const agendaPointFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  number: { kind: 'count', label: 'Place', required: true },
  why: { kind: 'choice', label: 'Why', of: agendaWhy, required: true },
  /** Of a standing point or one that was added by hand; what another record says is not copied. */
  heading: { kind: 'text', label: 'Point', max: 255, sensitive: true },
  /** The concern that it is about, or whose action it is. */
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  actionId: { kind: 'text', label: 'Action id', max: 32, indexed: true },
  /** The point of an earlier meeting from which it was carried on. */
  carriedFromId: { kind: 'text', label: 'Carried from id', max: 32, indexed: true },
  minutes: { kind: 'count', label: 'Minutes' },
  state: { kind: 'choice', label: 'State', of: agendaState, required: true },
} as const;

/** What is written about each point; ids of the texts of a draft, and of the fields of the record that it becomes. */
export const minuteTexts = {
  discussion: 'Discussion',
  decision: 'Decision',
  reason: 'Reason',
  childView: 'The child’s view',
  disagreement: 'Disagreement',
} as const;

/** What one source beside a point holds at most: lines that Teams wrote down, who spoke, and what was said. */
export const sourceMost = { lines: 60, speaker: 255, text: 2_000 } as const;

const minuteText = (label: string) => ({ kind: 'long', label, max: 63_000, sensitive: true }) as const;

export const minuteFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  pointId: { kind: 'text', label: 'Agenda point id', max: 32, required: true, indexed: true },
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  number: { kind: 'count', label: 'Place', required: true },
  /** From 1: texts that are longer than a column go on in the next part of the same point. */
  part: { kind: 'count', label: 'Part', required: true },
  discussion: minuteText(minuteTexts.discussion),
  decision: minuteText(minuteTexts.decision),
  reason: minuteText(minuteTexts.reason),
  childView: minuteText(minuteTexts.childView),
  disagreement: minuteText(minuteTexts.disagreement),
} as const;

export const minuteAddendumFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  ...parts,
  /** What was added, in parts where it is longer than a column. */
  words: { kind: 'long', label: 'Addendum', max: 63_000, required: true, sensitive: true },
  part: { kind: 'count', label: 'Part', required: true },
  writtenById: { kind: 'text', label: 'Written by id', max: 36, required: true },
  writtenByName: { kind: 'text', label: 'Written by', max: 255, required: true },
  writtenAt: { kind: 'instant', label: 'Written at', required: true, indexed: true },
} as const;

/** What the school brings to a meeting about a child, part by part; ids of the fields of the record. */
export const contributionTexts = {
  child: 'The child at school',
  seen: 'What the school has seen and heard',
  voice: 'The child’s own view',
  works: 'What works, and who helps',
  worries: 'What worries the school',
  life: 'Attendance, behaviour and progress',
  learning: 'Learning, and what helps it',
  change: 'What has changed since the last meeting',
  done: 'What the school has done, and what is to do',
  decided: 'What was decided last time',
  now: 'Where the child is now',
  people: 'People and places that were heard of',
  offer: 'What the school can do, and what it cannot',
  asks: 'What the school asks of others',
  view: 'The school’s own view',
} as const;

/** What each part is for, said where nothing is written yet: what Lantern does not know is asked for and never made up. */
export const contributionPrompts: Readonly<Record<keyof typeof contributionTexts, string>> = {
  child: 'How long they have been here, who knows them best, what they like.',
  seen: 'Facts with their days, apart from opinions. Who saw it?',
  voice: 'What the child wants, in their own words. Who asked them, and when?',
  works: 'What goes well for the child, and whom they trust.',
  worries: 'What could go wrong for the child if nothing changes.',
  life: 'As the school’s own systems have them: for which weeks, and how that differs from before.',
  learning: 'Where they are in their learning, which targets they have met, what helps.',
  change: 'Better or worse, and how you know.',
  done: 'What the school has done so far, and what came of it.',
  decided: 'What was agreed for the school to do, and whether it is done.',
  now: 'Is the child at school? Who collects them today, and is that safe?',
  people: 'Who was named, which places, and from whom you have it.',
  offer: 'From now on, and until when.',
  asks: 'Of whom, and by when.',
  view: 'What the school thinks should be decided, and why.',
};

export const contributionStatus = {
  draft: 'Being written',
  given: 'Given',
} as const;

/** How the school brought it. */
export const contributionHow = {
  'in-writing': 'In writing, before the meeting',
  spoken: 'Spoken, at the meeting',
  both: 'In writing and spoken',
} as const;

/** Whether the family saw it before the meeting, as conferences ask. */
export const familySaw = {
  yes: 'They have seen it',
  no: 'They have not seen it',
} as const;

const contributionText = (label: string) => ({ kind: 'long', label, max: 8_000, sensitive: true }) as const;

export const contributionFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  childId: { kind: 'text', label: 'Child id', max: 32, required: true, indexed: true },
  /** From 1: what was given is never changed; what is said anew is the next version. */
  versionNumber: { kind: 'count', label: 'Version', required: true },
  status: { kind: 'choice', label: 'Status', of: contributionStatus, required: true },
  /** Who speaks for the school, beside the leads: they write it as long as they are in the circle of this concern. */
  speakerId: { kind: 'text', label: 'Speaker id', max: 36, indexed: true },
  speakerName: { kind: 'text', label: 'Who speaks for the school', max: 255 },
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  child: contributionText(contributionTexts.child),
  seen: contributionText(contributionTexts.seen),
  voice: contributionText(contributionTexts.voice),
  works: contributionText(contributionTexts.works),
  worries: contributionText(contributionTexts.worries),
  life: contributionText(contributionTexts.life),
  learning: contributionText(contributionTexts.learning),
  change: contributionText(contributionTexts.change),
  done: contributionText(contributionTexts.done),
  decided: contributionText(contributionTexts.decided),
  now: contributionText(contributionTexts.now),
  people: contributionText(contributionTexts.people),
  offer: contributionText(contributionTexts.offer),
  asks: contributionText(contributionTexts.asks),
  view: contributionText(contributionTexts.view),
  writtenByName: { kind: 'text', label: 'Last written by', max: 255, required: true },
  writtenAt: { kind: 'instant', label: 'Last written at', required: true },
  how: { kind: 'choice', label: 'How it was given', of: contributionHow },
  /** `YYYY-MM-DD`. */
  givenOn: { kind: 'text', label: 'Given on', max: 10 },
  givenByName: { kind: 'text', label: 'Said to be given by', max: 255 },
  familySaw: { kind: 'choice', label: 'The family, before the meeting', of: familySaw },
  whyNotSeen: { kind: 'long', label: 'Why the family has not seen it', max: 2_000, sensitive: true },
} as const;

/** The points that stand on each agenda of a kind, as a school has written them; the latest of a kind holds. */
export const agendaTemplateFields = {
  kind: { kind: 'choice', label: 'Kind', of: meetingKind, required: true, indexed: true },
  /** One a line, with its minutes before it: `10 Apologies`; 0 where none are said. Empty where the kind goes back to Lantern’s own list. */
  points: { kind: 'long', label: 'Points', max: 8_000 },
  /** Lantern’s own list holds again. */
  retired: { kind: 'flag', label: 'Back to Lantern’s list' },
  number: { kind: 'count', label: 'Version', required: true },
  writtenByName: { kind: 'text', label: 'Written by', max: 255, required: true },
  writtenAt: { kind: 'instant', label: 'Written at', required: true },
} as const;
