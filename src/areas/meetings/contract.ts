import type {
  agendaState,
  agendaWhy,
  attendance,
  conferenceOutcome,
  invitedAs,
  meetingKind,
  meetingStatus,
  minuteTexts,
  officialCheck,
} from './fields.ts';
import type { DecidedLastTime } from './decided-contract.ts';
import type { OfficialRule } from './kinds.ts';
import type { SchoolName } from '../people/contract.ts';
import type { PapersOfMeeting } from './laid-contract.ts';
import type { MeetingReports, OwnReport, ReportOfPerson } from './reports-contract.ts';

export type * from './decided-contract.ts';
export type * from './contributions-contract.ts';
export type * from './outside-contract.ts';
export type * from './renderings-contract.ts';
export type * from './laid-contract.ts';
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

/** Somebody who can chair or minute a meeting, or be asked to it. */
export interface Colleague {
  /** Entra object id. */
  readonly person: string;
  readonly school: string;
  readonly name: string;
  readonly job?: string;
}

/** What the form of a meeting asks for follows from its kind. */
export interface KindOffered {
  readonly id: keyof typeof meetingKind;
  /** Another body holds it, and chairs it. */
  readonly byOtherBody: boolean;
  readonly about: 'child' | 'children' | 'work';
}

export interface CallForm {
  readonly people: readonly Colleague[];
  readonly kinds: readonly KindOffered[];
  /** Whether Lantern may ask when people are free. */
  readonly freeTimes: boolean;
}

export interface FreeTimesRequest {
  readonly school: string;
  /** `YYYY-MM-DD`, a day at the school. */
  readonly day: string;
  /** How long the meeting takes. */
  readonly minutes: number;
  /** Entra object ids. */
  readonly people: readonly string[];
}
/** A time for a meeting; who of those asked about is not free then, by Entra object id. */
export interface FreeTime {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly busy: readonly string[];
  /** Has said neither yes nor no to something at that time. */
  readonly maybe: readonly string[];
}
export interface FreeTimes {
  readonly times: readonly FreeTime[];
  /** Whose calendar could not be read. */
  readonly unread: readonly string[];
}

/** Somebody outside the school’s staff. */
export interface Guest {
  readonly as: Exclude<keyof typeof invitedAs, 'staff'>;
  readonly name: string;
  readonly agency?: string;
  readonly email?: string;
}

export interface CallMeetingRequest {
  /** 32 hexadecimal digits, made once for each form; a second arrival gets the first answer. */
  readonly form: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  /** Instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online?: boolean;
  /** Of a meeting that another body holds: which. */
  readonly heldBy?: string;
  /** Entra object ids. */
  readonly chair?: string;
  readonly minuteTaker?: string;
  readonly staff: readonly string[];
  readonly guests: readonly Guest[];
  /** Ids of children of the roll. */
  readonly children: readonly string[];
  /** School days, `YYYY-MM-DD`, on which it is held again at the same time. */
  readonly alsoOn?: readonly string[];
}
export interface CalledMeeting {
  readonly meeting: string;
  readonly ref: string;
}
export interface ChangeMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly online: boolean;
  readonly reason: string;
  /** Those of the series that are to come after it are moved by as much. */
  readonly andLater?: boolean;
}
export interface CancelMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly reason: string;
  /** Those of the series that are to come after it, too. */
  readonly andLater?: boolean;
}

export interface AnswerInvitationRequest {
  readonly form: string;
  /** Of `AskedMeeting`. */
  readonly invitation: string;
  readonly coming: boolean;
}

export interface AgendaRequest {
  readonly form: string;
}
export interface AgendaRefreshed {
  readonly added: number;
  readonly dropped: number;
}
export interface ArrangeAgendaRequest {
  readonly form: string;
  /** The whole agenda in its new order; `off` takes a point off for good. */
  readonly points: readonly { readonly id: string; readonly minutes?: number; readonly off?: true }[];
}
export interface AddPointRequest {
  readonly form: string;
  readonly heading: string;
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

/** A point that stands on each agenda of a kind. */
export interface TemplatePoint {
  readonly heading: string;
  readonly minutes?: number;
}
/** What stands on each agenda of a kind at a school from now on. */
export interface AgendaTemplateItem {
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  readonly points: readonly TemplatePoint[];
  /** Of the school’s own list: its version, who wrote it and when. Absent where Lantern’s holds and always did. */
  readonly version?: number;
  /** Whether the school’s own list holds. */
  readonly own: boolean;
  readonly writtenByName?: string;
  readonly writtenAt?: string;
}
export interface AgendaTemplates {
  readonly items: readonly AgendaTemplateItem[];
}
export interface WriteAgendaTemplateRequest {
  readonly form: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  /** The version that was seen; 0 where there was none. */
  readonly seen: number;
  /** In their order; absent for going back to Lantern’s list. */
  readonly points?: readonly TemplatePoint[];
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

/** What has to be done next about the official minutes: say when they are expected, wait, chase, check, send what is wrong; or nothing more. */
export type OfficialStep = 'say-when' | 'wait' | 'chase' | 'check' | 'send' | 'done';

/** The minutes that the body which held a meeting writes itself. */
export interface OfficialMinutes {
  readonly step: OfficialStep;
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string;
  /** The rule from which that day comes; absent where a person set it. */
  readonly rule?: OfficialRule;
  readonly chasedOn?: string;
  readonly receivedOn?: string;
  readonly check?: keyof typeof officialCheck;
  readonly checkedByName?: string;
  /** When what is wrong in them was sent on. */
  readonly sentOn?: string;
  readonly mayExpect: boolean;
  readonly mayRecord: boolean;
}

export interface OfficialItem extends MeetingItem {
  readonly official: OfficialMinutes;
}

export interface ExpectOfficialRequest {
  readonly form: string;
  readonly rev: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}
export interface RecordOfficialRequest {
  readonly form: string;
  readonly rev: number;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly check: keyof typeof officialCheck;
  readonly inaccuracies?: string;
  /** `YYYY-MM-DD`. */
  readonly sentOn?: string;
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

export interface AgendaItem {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly why: keyof typeof agendaWhy;
  readonly state: keyof typeof agendaState;
  readonly minutes?: number;
  readonly heading?: string;
  readonly concern?: { readonly id: string; readonly ref: string; readonly childName?: string };
  /** The meeting of the same series that has left it undone. */
  readonly from?: { readonly meeting: string; readonly ref: string; readonly startsAt: string };
  readonly action?: { readonly id: string; readonly what: string; readonly ownerName: string; readonly dueOn: string };
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

/** What somebody said as Teams wrote it down. */
export interface TranscriptLine {
  /** Instant. */
  readonly at: string;
  readonly speaker?: string;
  readonly text: string;
}
/**
 * Lines of a transcript that stand beside a point while its minutes are written. Nobody has checked them. They end with the draft:
 * they are never the minutes, nor a part of them.
 */
export interface SourceBlock {
  readonly from: 'teams-transcript';
  readonly lines: readonly TranscriptLine[];
}
/** `none`: Teams wrote nothing down. `not-there`: it keeps the meeting no longer. */
export type TranscriptLook =
  | { readonly state: 'there'; readonly lines: readonly TranscriptLine[] }
  | { readonly state: 'none' | 'not-allowed' | 'not-there' | 'no-answer' | 'unreadable' };

export interface WriteMinutesRequest {
  readonly form: string;
  /**
   * Base64 of a Yjs update: all that the server has not confirmed yet. Refused as `changed-meanwhile` where it rests on something
   * that the server does not have: then the whole document is sent.
   */
  readonly update: string;
}
export interface AgreeMinutesRequest {
  readonly form: string;
  readonly rev: number;
}
/** Why a line of a decision with `@` did not become an action. */
export type LineReason =
  'no-concern' | 'no-such-person' | 'several-such-persons' | 'no-day' | 'day-gone' | 'no-task' | 'kept';
export interface LeftLine {
  readonly point: string;
  /** Line of the decision, from 1. */
  readonly line: number;
  readonly why: LineReason;
}
export interface FollowLinesRequest {
  readonly form: string;
}
/** A line of a decision that becomes an action when the minutes are agreed. */
export interface FollowedLine {
  readonly point: string;
  /** Line of the decision, from 1. */
  readonly line: number;
  readonly ownerName: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}
/** What the decisions would come to were they agreed as they are saved now. */
export interface FollowedLines {
  readonly actions: readonly FollowedLine[];
  readonly left: readonly LeftLine[];
  /** Points beside which only a source stands, and no word of anybody's own: so they cannot be agreed. */
  readonly onlySource: readonly string[];
}
/** The decisions of minutes that are being written, as they may stand before a whole room. */
export interface StageDecisions {
  /** Whether decisions of meetings of this kind are shown where many look on. */
  readonly shown: boolean;
  /** Points with a decision; without its words where something in them would tell who a child is. */
  readonly points: readonly { readonly point: string; readonly decision?: string }[];
}
export interface AgreedMinutes {
  /** Ids of the actions that came of it. */
  readonly actions: readonly string[];
  readonly left: readonly LeftLine[];
}
export interface KeepNoteRequest {
  readonly form: string;
  readonly rev: number;
  /** Why the school did not agree. */
  readonly dissent?: string;
  /** `YYYY-MM-DD`: when that body meets again. */
  readonly nextOn?: string;
}
export interface PublishMinutesRequest {
  readonly form: string;
  readonly rev: number;
}
export interface MinuteAddendumRequest {
  readonly form: string;
  readonly words: string;
}

export type MinuteItem = {
  readonly id: string;
  readonly pointId: string;
  readonly number: number;
  readonly part: number;
} & { readonly [K in keyof typeof minuteTexts]?: string };

export interface MinuteAddendumItem {
  readonly id: string;
  readonly part: number;
  readonly words: string;
  readonly writtenByName: string;
  readonly writtenAt: string;
}

/** The school’s own note of a meeting that another body held, apart from its points. */
export interface SchoolNote {
  readonly keptAt: string;
  readonly keptByName: string;
  readonly outcome?: keyof typeof conferenceOutcome;
  readonly dissent?: string;
  readonly nextOn?: string;
}

export interface MinutesDraft {
  readonly rev: number;
  readonly status: keyof typeof meetingStatus;
  /** Base64 of the Yjs update that makes the whole draft; empty where there is none. */
  readonly draft: string;
  readonly mayWrite: boolean;
  /** Whether it was held in Teams, and so may have left a transcript for whoever writes them. */
  readonly heldInTeams: boolean;
  readonly mayAgree: boolean;
  /** Whether it can become the school’s own note: of a meeting that another body holds. */
  readonly mayKeep: boolean;
  /** The note that was kept. */
  readonly note?: SchoolNote;
  /** What the official minutes have wrong, and when that was sent. */
  readonly inaccuracies?: { readonly words: string; readonly sentOn?: string };
  readonly mayPublish: boolean;
  readonly mayAdd: boolean;
  /** Whether they may be sent to people of other agencies by link. */
  readonly maySend: boolean;
}
/** Where the minutes stand in the file of one child: at each concern of theirs that the meeting spoke of; nowhere without one. */
export interface PaperOfChild {
  readonly id: string;
  /** "Child A". */
  readonly label: string;
  readonly concernRef?: string;
  /** `none`: the meeting spoke of no concern about this child, so there is no file for a paper. */
  readonly state: 'none' | 'waiting' | 'made' | 'in-library';
}
export interface Minutes {
  readonly minutes: MinutesDraft;
  /** Whether Lantern asks Teams for transcripts. */
  readonly transcripts: boolean;
  /** Once they are agreed. */
  readonly points: readonly MinuteItem[];
  readonly addenda: readonly MinuteAddendumItem[];
  readonly papers: readonly PaperOfChild[];
}
