/**
 * The fields of a meeting and their words. Ids are those of the safeguarding glossary. The tab imports this file, so it holds data
 * only.
 */
export * from './contribution-fields.ts';
export * from './outside-fields.ts';

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
  chairId: { kind: 'text', label: 'Chair id', max: 36 },
  minuteTakerId: { kind: 'text', label: 'Minute-taker id', max: 36 },
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
  concernId: { kind: 'text', label: 'Concern id', max: 32 },
  actionId: { kind: 'text', label: 'Action id', max: 32 },
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
