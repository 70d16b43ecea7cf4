import type { meetingKind } from './fields.ts';

/** When another body’s own minutes should come, counted from the day of the meeting, and whence that is known. */
export interface OfficialRule {
  readonly workingDays: number;
  readonly source: string;
}

/** When reports to a meeting should be there, counted back from its day, and whence that is known. */
export interface ReportRule {
  readonly workingDays: number;
  readonly source: string;
}

/** What is true of every meeting of a kind. */
export interface MeetingKindRule {
  /**
   * Who chairs and minutes it: `school`, or another body, whose own minutes are the official ones; of those the school keeps a note
   * and never says that its chair agreed them.
   */
  readonly heldBy: 'school' | 'other-body';
  /** Whether its minutes may go to a channel at all, in whatever rendering. */
  readonly toChannel: boolean;
  /** About one child, several, or nobody in particular. */
  readonly about: 'child' | 'children' | 'work';
  /** Points that stand on each agenda of the kind, until a school writes its own list. */
  readonly standing: readonly string[];
  /** Of another body’s: when its minutes should come. Without a rule whoever was there says it. */
  readonly official?: OfficialRule;
  /** When reports should be there; `usualReport` where the kind has no rule of its own. */
  readonly report?: ReportRule;
  /** About an adult: what is written of it goes into no child’s file, whatever concern it speaks of. */
  readonly aboutAdult?: true;
  /** Something in the calendar and no meeting: a training session, a visit. */
  readonly plain?: true;
}

const other = { heldBy: 'other-body', toChannel: false } as const;
const ours = { heldBy: 'school', toChannel: true } as const;
/** Held by the school, and too private for any channel. */
const closed = { heldBy: 'school', toChannel: false } as const;

/** Something in the calendar that is about no child, and of which nothing is decided. */
const plain = { ...ours, about: 'work', standing: [], plain: true } as const;

/** No statute says when these come: each safeguarding partnership has a standard of its own, and these are the usual ones. */
const local = 'a usual local standard; your safeguarding partnership’s procedures may say otherwise';
const record: OfficialRule = { workingDays: 15, source: local };
/** The chair and the family read it before they meet. */
const toConference: ReportRule = { workingDays: 3, source: local };

/** Of a kind for which nobody has said when. */
export const usualReport: ReportRule = {
  workingDays: 3,
  source: 'no rule says when for a meeting of this kind; it leaves time to read',
};

/** Copies of all advice go to whoever is invited two weeks before; bank holidays make it a little earlier, and never later. */
const toAnnualReview: ReportRule = {
  workingDays: 10,
  source: 'the Special Educational Needs and Disability Regulations 2014, which ask for two weeks before the meeting',
};

const child = {
  opening: 'Introductions, and who gave apologies',
  voice: 'The child’s wishes and feelings',
  parents: 'What parents or carers say',
  school: 'What school contributes',
  protection: 'Is the child safe, and what still worries us?',
  plan: 'The plan: what is done, by whom, by when',
  next: 'Date of the next meeting',
} as const;
const conference = [child.opening, child.voice, child.parents, child.school, child.protection, child.plan, child.next];
const family = [
  child.opening,
  child.voice,
  child.parents,
  'What has gone well',
  child.protection,
  child.plan,
  child.next,
];
const work = ['Apologies', 'Matters arising', 'What is open and overdue', 'New since the last meeting'];

/**
 * The rules of each kind. Other bodies hold: strategy discussion, conferences, core groups and reviews of a child in need (children’s
 * social care; Working Together 2023), reviews of a looked-after child (the independent reviewing officer), MACE, MARAC, Channel,
 * the allegations meeting (LADO), a family group conference.
 */
export const meetingKinds: Readonly<Record<keyof typeof meetingKind, MeetingKindRule>> = {
  'strategy-discussion': {
    ...other,
    about: 'child',
    standing: [child.school, child.protection],
    official: { workingDays: 1, source: local },
  },
  icpc: { ...other, about: 'child', standing: conference, official: record, report: toConference },
  rcpc: { ...other, about: 'child', standing: conference, official: record, report: toConference },
  'core-group': { ...other, about: 'child', standing: conference },
  'cin-initial': { ...other, about: 'child', standing: conference },
  'cin-review': { ...other, about: 'child', standing: conference },
  tac: { ...ours, about: 'child', standing: family },
  taf: { ...ours, about: 'children', standing: family },
  'eh-review': { ...ours, about: 'children', standing: family },
  pep: {
    ...ours,
    about: 'child',
    standing: [child.opening, child.voice, 'Progress and attendance', 'Pupil premium plus', 'Targets', child.next],
  },
  'lac-review': {
    ...other,
    about: 'child',
    standing: conference,
    official: { workingDays: 20, source: 'the statutory handbook for independent reviewing officers' },
  },
  'ehcp-annual-review': {
    ...ours,
    about: 'child',
    standing: [
      child.opening,
      child.voice,
      child.parents,
      'Outcomes of the plan',
      'Provision',
      'Recommendation',
      child.next,
    ],
    report: toAnnualReview,
  },
  'ehcp-early-review': {
    ...ours,
    about: 'child',
    standing: [child.opening, 'Why the review is early', child.voice, child.parents, 'Recommendation', child.next],
  },
  'send-multi-agency': { ...ours, about: 'children', standing: [child.opening, child.voice, child.plan, child.next] },
  mace: { ...other, about: 'children', standing: [child.school, child.protection] },
  marac: { ...other, about: 'children', standing: [child.school, child.protection] },
  'channel-panel': { ...other, about: 'child', standing: [child.school, child.protection] },
  'lado-asv': { ...other, about: 'work', standing: [], aboutAdult: true },
  professionals: { ...closed, about: 'children', standing: [child.opening, child.protection, child.plan, child.next] },
  'family-group-conference': { ...other, about: 'children', standing: [child.school, child.plan] },
  'attendance-panel': {
    ...ours,
    about: 'children',
    standing: [...work, 'Barriers to attendance', 'What is agreed', child.next],
  },
  pastoral: { ...ours, about: 'children', standing: [...work, 'Who needs something new', child.next] },
  behaviour: { ...ours, about: 'children', standing: [...work, 'Suspensions and returns', child.next] },
  'safeguarding-team': {
    ...ours,
    about: 'children',
    standing: [...work, 'Decisions to look at again', 'Training and policy', child.next],
  },
  supervision: { ...closed, about: 'work', standing: ['How are you?', 'Cases that stay with you', 'What you need'] },
  reintegration: { ...ours, about: 'child', standing: [child.voice, child.parents, child.plan, child.next] },
  'ap-review': {
    ...ours,
    about: 'child',
    standing: [child.voice, 'Attendance and progress at the provision', child.plan, child.next],
  },
  'governor-safeguarding': {
    ...ours,
    about: 'work',
    standing: ['Matters arising', 'Numbers, none of them a child', 'Training', 'Policy', child.next],
  },
  'trust-network': {
    ...ours,
    about: 'work',
    standing: ['Matters arising', 'What schools see', 'Practice', child.next],
  },
  'return-to-school': { ...ours, about: 'child', standing: [child.voice, child.parents, child.plan, child.next] },
  training: plain,
  visit: plain,
  liaison: plain,
  wellbeing: plain,
};
