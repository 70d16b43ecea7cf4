import type { SchoolName } from '../people/contract.ts';
import type { AgendaItem } from './agenda-contract.ts';
import type { DecidedLastTime } from './decided-contract.ts';
import type { attendance, invitedAs, meetingKind, meetingStatus, minuteTexts } from './fields.ts';
import type { PapersOfMeeting } from './laid-contract.ts';
import type { OfficialMinutes } from './official-contract.ts';
import type { MeetingReports, OwnReport, ReportOfPerson } from './reports-contract.ts';

export type * from './agenda-contract.ts';
export type * from './calling-contract.ts';
export type * from './contributions-contract.ts';
export type * from './decided-contract.ts';
export type * from './laid-contract.ts';
export type * from './minutes-contract.ts';
export type * from './official-contract.ts';
export type * from './outside-contract.ts';
export type * from './renderings-contract.ts';
export type * from './reports-contract.ts';

/** Addresses of the tab API for meetings. */
export const meetingPaths = {
  /** GET: MeetingDesk. POST CallMeetingRequest: answers CalledMeeting. */
  meetings: '/api/meetings',
  /** GET: MeetingFigures. */
  figures: '/api/meetings/figures',
  /** GET: CallForm, what the form of a new meeting offers. */
  form: '/api/meetings/form',
  /** POST FreeTimesRequest: answers FreeTimes. By POST, for who is asked to a meeting does not stand in an address. */
  free: '/api/meetings/free',
  /** GET: MeetingDetail. */
  meeting: '/api/meetings/:id',
  /** POST ChangeMeetingRequest. */
  change: '/api/meetings/:id/change',
  /** POST AgendaRequest: brings it up to date, answers AgendaRefreshed. */
  refresh: '/api/meetings/:id/agenda/refresh',
  /** POST ArrangeAgendaRequest. */
  arrange: '/api/meetings/:id/agenda/arrange',
  /** POST AddPointRequest. */
  addPoint: '/api/meetings/:id/agenda/points',
  /** POST CancelMeetingRequest. */
  cancel: '/api/meetings/:id/cancel',
  /** POST HoldMeetingRequest: it was held, and who came; again for whoever came late. */
  hold: '/api/meetings/:id/hold',
  /** GET: Minutes. POST WriteMinutesRequest. */
  minutes: '/api/meetings/:id/minutes',
  /** GET: TranscriptLook, what Teams wrote down of a meeting that was held there. Absent where Lantern asks for no transcripts. */
  transcript: '/api/meetings/:id/minutes/transcript',
  /** POST FollowLinesRequest: StageDecisions, the decisions as a whole room may see them. */
  stage: '/api/meetings/:id/minutes/stage',
  /** POST FollowLinesRequest: what the lines of the decisions would become, answers FollowedLines. */
  lines: '/api/meetings/:id/minutes/lines',
  /** POST AgreeMinutesRequest: answers AgreedMinutes. */
  agree: '/api/meetings/:id/minutes/agree',
  /** POST KeepNoteRequest: the school’s own note of what another body held; answers AgreedMinutes. */
  keepNote: '/api/meetings/:id/minutes/keep',
  /** POST ExpectOfficialRequest: by when the other body’s own minutes are expected. */
  expectOfficial: '/api/meetings/:id/official/expect',
  /** POST RecordOfficialRequest: they came, and what came of reading them. */
  recordOfficial: '/api/meetings/:id/official/record',
  /** GET: MeetingPaperItem[]. POST LayPaperRequest: lays a file before the meeting, or changes what it is called and who may read it. */
  papers: '/api/meetings/:id/papers',
  /** GET: FileForMeeting[]. */
  filesForPapers: '/api/meetings/:id/papers/files',
  /** GET: PaperToRead[], those that one may read oneself. */
  papersToRead: '/api/meetings/:id/papers/mine',
  /** POST WithdrawPaperRequest. */
  withdrawPaper: '/api/meetings/:id/papers/:paper/withdraw',
  /** GET: the file itself, for whoever stands on its list; by the id of PaperToRead. */
  paperFile: '/api/meetings/:id/papers/:paper/content',
  /** POST AskForReportRequest: of somebody who was asked to the meeting; again for another day. */
  askForReport: '/api/meetings/:id/reports/ask',
  /** POST WithdrawReportRequest. */
  withdrawReport: '/api/meetings/:id/reports/withdraw',
  /** POST RecordReportRequest: it came; again to put that right. */
  recordReport: '/api/meetings/:id/reports/record',
  /** POST ReportSentRequest: of one’s own. */
  reportSent: '/api/meetings/:id/reports/sent',
  /** POST PublishMinutesRequest. */
  publish: '/api/meetings/:id/minutes/publish',
  /** POST MinuteAddendumRequest. */
  addendum: '/api/meetings/:id/minutes/addenda',
  /** GET: Renderings, once they are agreed. */
  renderings: '/api/meetings/:id/renderings',
  /** POST AnswerInvitationRequest: whether one comes. */
  answer: '/api/meetings/:id/answer',
  /** GET: AttendeeMinutes, for whoever was there. */
  forAttendees: '/api/meetings/:id/minutes/for-attendees',
  /** GET: MinutesLinks. POST SendOutsideRequest: answers SentOutside. */
  outside: '/api/meetings/:id/outside',
  /** POST RevokeLinkRequest. */
  revokeLink: '/api/meetings/:id/outside/:link/revoke',
  /** GET: AgendaTemplates. POST WriteAgendaTemplateRequest. */
  templates: '/api/agenda-templates',
  /** GET: Contributions. POST BeginContributionRequest: answers BegunContribution. */
  contributions: '/api/meetings/:id/contributions',
  /** GET: Speakers. */
  speakers: '/api/meetings/:id/speakers',
  /** POST WriteContributionRequest. */
  contribution: '/api/contributions/:id',
  /** GET: FilledContribution, nothing of it kept. */
  fillContribution: '/api/contributions/:id/from-file',
  /** POST GiveContributionRequest. */
  giveContribution: '/api/contributions/:id/give',
  /** POST NameSpeakerRequest. */
  nameSpeaker: '/api/contributions/:id/speaker',
  /** GET: ContributionsOfConcern. */
  contributionsOfConcern: '/api/concerns/:id/contributions',
  /** POST AcknowledgeMinutesRequest: null. */
  acknowledge: '/api/meetings/:id/acknowledge',
} as const;

export interface AnswerInvitationRequest {
  readonly form: string;
  /** Of `AskedMeeting`. */
  readonly invitation: string;
  readonly coming: boolean;
}

export interface MeetingItem {
  readonly id: string;
  readonly rev: number;
  readonly ref: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  readonly status: keyof typeof meetingStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online: boolean;
  readonly heldByName?: string;
  readonly chairName?: string;
  readonly minuteTakerName?: string;
  readonly calledByName: string;
  readonly filed: boolean;
}

export interface MeetingListItem extends MeetingItem {
  readonly children: number;
  readonly people: number;
}

/** A meeting that one was asked to: nothing of whom it is about. */
export interface AskedMeeting {
  readonly id: string;
  /** What is answered: one's own place among those who were asked. */
  readonly invitation: string;
  readonly ref: string;
  readonly kind: keyof typeof meetingKind;
  readonly status: keyof typeof meetingStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online: boolean;
  readonly calledByName: string;
  readonly attendance: keyof typeof attendance;
  /** Whether one can say now that one comes, or does not. */
  readonly mayAnswer: boolean;
  /** Whether one may read the minutes as somebody who was there (`AttendeeMinutes`). */
  readonly mayRead: boolean;
  /** Whether one speaks for the school about a child of it (`Contributions`). */
  readonly mayContribute?: true;
  /** When one said that one had read them. */
  readonly acknowledgedAt?: string;
  /** How many papers one may read. */
  readonly papers: number;
  /** The report that one was asked for. */
  readonly report?: OwnReport;
}

/** A meeting as the card in a chat shows it to somebody who was asked. */
export interface Invitation extends AskedMeeting {
  /** Whether one may open the meeting itself, and not only see when and where. */
  readonly mayOpen: boolean;
  readonly mayAcknowledge: boolean;
}

export interface AcknowledgeMinutesRequest {
  readonly form: string;
  /** Id of how one was asked. */
  readonly invitation: string;
}

export interface MeetingPage {
  readonly items: readonly MeetingListItem[];
  /** Schools where one may call meetings. */
  readonly mayCall: readonly string[];
  /** Whether one may say to which channels minutes go. */
  readonly maySetUpChannels?: true;
  /** Whether one may say what stands on each agenda of a kind. */
  readonly mayWriteTemplates?: true;
}

export interface OfficialItem extends MeetingItem {
  readonly official: OfficialMinutes;
}

export interface MeetingDesk {
  readonly toCome: MeetingPage;
  readonly past: MeetingPage;
  readonly asked: { readonly items: readonly AskedMeeting[] };
  /** Meetings of other bodies about whose minutes something is to be done. */
  readonly official: readonly OfficialItem[];
  readonly schools: readonly SchoolName[];
}

export interface MeetingChildItem {
  readonly id: string;
  readonly childId: string;
  /** "Child A" wherever the name may not stand. */
  readonly label: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly formGroup: string;
}

export interface MeetingPersonItem {
  readonly id: string;
  readonly as: keyof typeof invitedAs;
  readonly name: string;
  readonly agencyName?: string;
  readonly email?: string;
  readonly attendance: keyof typeof attendance;
  /** Where one was asked for. */
  readonly report?: ReportOfPerson;
  /** When they said that they had read the minutes. */
  readonly acknowledgedAt?: string;
}

/** For whoever goes to a meeting of another body for the school. */
export interface MeetingGuide {
  readonly decides: string;
  readonly asks: string;
  /** What to have ready. */
  readonly bring: readonly string[];
  readonly disagree: string;
}

export interface MeetingDetail {
  readonly meeting: MeetingItem & {
    readonly heldBySchool: boolean;
    /** How many meetings of its series are to come after it. */
    readonly later: number;
    readonly reason?: string;
    /** Of one that another body holds. */
    readonly guide?: MeetingGuide;
    /** Of one that another body held: its own minutes. */
    readonly official?: OfficialMinutes;
    readonly reports: MeetingReports;
    readonly papers: PapersOfMeeting;
    readonly mayChange: boolean;
    readonly mayCancel: boolean;
    /** Whether it can be said now that it was held, and who came: from its day on, until its minutes are agreed. */
    readonly mayHold: boolean;
    /** Whether its agenda can still be changed, and brought up to date. */
    readonly mayArrange: boolean;
    /** Letters are written of it by whoever calls meetings. */
    readonly mayWriteLetters?: true;
    readonly mayRefresh: boolean;
    /** Of a kind to which the school brings something: whether one may write what it brings. */
    readonly mayContribute?: true;
  };
  readonly children: readonly MeetingChildItem[];
  readonly people: readonly MeetingPersonItem[];
  readonly agenda: readonly AgendaItem[];
  /** What was decided last time, and what became of it; null where nothing was. */
  readonly decided: DecidedLastTime | null;
}

export interface HoldMeetingRequest {
  readonly form: string;
  readonly rev: number;
  /** Of everybody of whom it is known; ids of MeetingPersonItem. */
  readonly attendance: readonly { readonly id: string; readonly attendance: 'attended' | 'apologies' | 'absent' }[];
}

/**
 * A draft is one Yjs document for each meeting. Each text is a `Y.Text` of the document itself and not of a map within it: two
 * writers who begin the same text at once would otherwise each make one, and one of the two would be lost.
 */
export const minutesDraft = {
  /** Name of the `Y.Text` with a text of a point. */
  textOf: (point: string, text: keyof typeof minuteTexts): string => `${point}/${text}`,
  /**
   * Name of the `Y.Array` of `SourceBlock` that stands beside a point. It lies apart from the texts: nothing that is made of these,
   * not a decision, not an action, not a rendering, can take it in.
   */
  sourceOf: (point: string): string => `${point}/source`,
  /** Name of the `Y.Map` with point -> `decided` or `carried`. */
  states: 'states',
  /** Name of the `Y.Map` that holds the outcome of a conference under `outcome`. */
  meeting: 'meeting',
  /** Bytes that one update, and the whole draft, have at most. */
  mostBytes: { update: 256 * 1024, draft: 1024 * 1024 },
} as const;
