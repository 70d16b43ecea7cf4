import type {
  Candidate,
  ConcernAbilities,
  ConcernDetail,
  DecisionItem,
  OutsideItem,
  Difference,
  RelatedItem,
  ReportItem,
  RoutedItem,
} from '../../src/areas/concerns/contract.ts';

/** The school's time in these tests. */
export const schoolNow = '2026-12-10T08:12:00.000Z';

const idOf = (number: number) => number.toString(16).padStart(32, '0');

/** A lead sees it, and nothing may be done. */
export const noAbilities: ConcernAbilities = {
  lead: true,
  take: false,
  resolve: false,
  settle: false,
  triage: false,
  fileLowLevel: false,
  handOver: false,
  escalate: false,
  misfile: false,
  addAddendum: false,
  people: false,
  print: false,
  readers: false,
};

const usual = {
  rev: 1,
  school: 'harrowmere',
  status: 'submitted',
  safeNow: 'yes',
  urgency: 'routine',
  childState: 'resolved',
  filed: 'filed',
  reporterName: 'Daniel Osei',
  reporterRecognised: true,
  whenAsTyped: 'just now',
  addenda: [],
  decisions: 0,
  outside: 0,
  persons: 0,
  abilities: {
    ...noAbilities,
    ...{
      take: true,
      resolve: true,
      triage: true,
      fileLowLevel: true,
      escalate: true,
      misfile: true,
      addAddendum: true,
      people: true,
      print: true,
      readers: true,
    },
  },
} as const;

/** Concerns as a school has them on a December morning, newest first; invented. */
export const stubConcerns = (): ConcernDetail[] => [
  {
    ...usual,
    id: idOf(1),
    ref: 'C-2026-0146',
    child: 'Ellie Marsden',
    childId: 'c1',
    childAsTyped: 'Ellie Marsden 7B',
    yearGroup: 'Year 7',
    urgency: 'urgent-today',
    safeNow: 'not-sure',
    words:
      'Ellie stayed behind after registration.\nShe said “Uncle Ray gets angry when Mum is out” and would not say more.\n\nShe has his phone number on her hand. <script>alert(1)</script> **not bold**',
    reportedAt: '2026-12-10T08:06:30.000Z',
    filed: 'received',
  },
  {
    ...usual,
    id: idOf(2),
    ref: 'C-2026-0145',
    child: 'Mia H',
    childAsTyped: 'Mia H',
    childState: 'unresolved',
    urgency: 'within-24h',
    words: 'Mia asked twice whether she could sleep in the library. “It’s quieter than ours,” she said.',
    reportedAt: '2026-12-10T07:41:00.000Z',
    reporterName: 'Zoe Lund',
    reporterRecognised: false,
  },
  {
    ...usual,
    id: idOf(3),
    ref: 'C-2026-0144',
    child: 'Connor Blythe',
    childAsTyped: 'connor b',
    yearGroup: 'Year 8',
    urgency: 'immediate-danger',
    safeNow: 'no',
    words: 'Connor rang the office from the park gate, crying, and said a man in a grey van keeps coming back.',
    reportedAt: '2026-12-09T15:22:10.000Z',
    reporterName: 'Kayleigh Marsh',
    status: 'acknowledged',
    takenByName: 'Tom Whitlock',
    takenAt: '2026-12-09T15:24:00.000Z',
    abilities: noAbilities,
  },
  {
    ...usual,
    id: idOf(4),
    ref: 'C-2026-0143',
    child: 'يوسف الخطيب',
    childAsTyped: 'يوسف الخطيب',
    childState: 'not-on-list',
    words: 'A boy in the lunch queue, visiting with his cousin, had no coat and had not eaten since yesterday.',
    reportedAt: '2026-12-08T12:31:00.000Z',
    occurredAt: '2026-12-18T12:00:00.000Z',
    inFuture: true,
    whenAsTyped: 'friday lunch',
    status: 'acknowledged',
    takenByName: 'Priya Raman',
    takenAt: '2026-12-08T12:50:00.000Z',
    abilities: noAbilities,
  },
  {
    ...usual,
    id: idOf(5),
    ref: 'C-2026-0142',
    child: 'Seán O’Brien-Łukasz',
    childAsTyped: 'Sean OBrien',
    yearGroup: 'Year 11',
    words: 'Fell asleep in two lessons; says he is “up with the baby”.',
    reportedAt: '2026-12-04T10:15:00.000Z',
  },
];

export const stubCandidates: readonly Candidate[] = [
  { id: 'p1', name: 'Mia Hughes', yearGroup: 'Year 9', formGroup: '9A' },
  { id: 'p2', name: 'Mia Hughes', yearGroup: 'Year 9', formGroup: '9D' },
  { id: 'p3', name: 'Mia Hartley', yearGroup: 'Year 7', formGroup: '7C' },
];

export const stubReports: readonly ReportItem[] = [
  { id: idOf(1), ref: 'C-2026-0146', reportedAt: '2026-12-10T08:06:30.000Z', state: 'Received', filed: 'received' },
  {
    id: idOf(4),
    ref: 'C-2026-0143',
    reportedAt: '2026-12-08T12:31:00.000Z',
    state: 'With Priya Raman',
    filed: 'filed',
  },
];

/** What Lantern and somebody in SharePoint both changed in a concern whose filing has stopped. */
export const stubDifferences: readonly Difference[] = [
  { field: 'status', before: 'submitted', lantern: 'acknowledged', sharepoint: 'With the police', takeable: false },
  {
    field: 'takenByName',
    before: null,
    lantern: 'Priya Raman',
    sharepoint: 'Tom Whitlock, by telephone',
    takeable: true,
  },
];

export const stubLeads = [
  { id: 'lead-tom', name: 'Tom Whitlock' },
  { id: 'lead-margaret', name: 'Margaret Eaves' },
];

/** Another concern about the same child that waits for a judgement. */
export const stubRelated: readonly RelatedItem[] = [
  {
    id: idOf(6),
    ref: 'C-2026-0139',
    rev: 3,
    reportedAt: '2026-12-02T11:05:00.000Z',
    urgency: 'routine',
    lowLevel: true,
  },
  {
    id: idOf(7),
    ref: 'C-2026-0138',
    rev: 1,
    reportedAt: '2026-12-01T09:00:00.000Z',
    urgency: 'immediate-danger',
    lowLevel: false,
  },
];

export const stubOutside: readonly OutsideItem[] = [
  {
    ...{ id: 'e'.repeat(32), what: 'removed', record: 'concern', list: 'Concerns', filed: 'received' },
    at: '2026-12-10T08:14:00.000Z',
  },
  {
    ...{ id: 'd'.repeat(32), what: 'changed', record: 'concern', list: 'Concerns', filed: 'filed' },
    ...{ field: 'urgency', fieldLabel: 'Urgency', was: 'urgent-today', is: 'routine', by: 'Site owner' },
    at: '2026-12-10T08:11:00.000Z',
  },
];

export const stubDecisions: readonly DecisionItem[] = [
  {
    id: 'd2',
    what: 'judged',
    at: '2026-12-09T16:40:00.000Z',
    by: 'Tom Whitlock',
    outcome: 'route-pastoral',
    urgency: 'routine',
    levelOfNeed: '2-additional',
    reason: 'The police have spoken with the driver: a delivery, and nothing more. He is still shaken.',
    line: 'Connor may be anxious about the walk home. Please meet him at the gate this week.',
    toRole: 'pastoral-lead',
    parents: 'attempted',
    parentsReason: 'Mum’s telephone is off; tried at 16:10 and 16:30.',
    filed: 'received',
  },
  {
    id: 'd1',
    what: 'escalated',
    at: '2026-12-09T15:30:00.000Z',
    by: 'Tom Whitlock',
    reason: 'I am alone on site and the police are coming.',
    filed: 'filed',
  },
];

export const stubRouted: readonly RoutedItem[] = [
  {
    id: 'l1',
    team: 'pastoral-lead',
    ref: 'C-2026-0144',
    child: 'Connor Blythe',
    yearGroup: 'Year 8',
    line: 'Connor may be anxious about the walk home. Please meet him at the gate this week.',
    at: '2026-12-09T16:40:00.000Z',
    by: 'Tom Whitlock',
  },
];
