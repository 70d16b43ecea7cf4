import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest, SentFile } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import type { SchoolName } from '../people/contract.ts';
import { addAgendaPoint } from './add-agenda-point.ts';
import { answerInvitation } from './answer-invitation.ts';
import { arrangeAgenda } from './arrange-agenda.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { composeFilesForPapers, composePapers } from './laid/compose-papers.ts';
import { layPaper } from './laid/lay-paper.ts';
import { listPapersToRead } from './laid/paper-views.ts';
import { withdrawPaper } from './laid/withdraw-paper.ts';
import { composeCallForm, composeMeeting, composeMeetings, composeMinutes } from './compose-meetings.ts';
import { meetingPaths, type FreeTimes, type SentOutside, type TranscriptLook } from './contract.ts';
import { contributionRoutes } from './contributions/contribution-routes.ts';
import { countMeetings } from './figures.ts';
import { acknowledgeMinutes } from './minutes/acknowledge-minutes.ts';
import { addMinuteAddendum } from './minutes/add-minute-addendum.ts';
import { agreeMinutes } from './minutes/agree-minutes.ts';
import { followLines } from './minutes/follow-lines.ts';
import { holdMeeting } from './minutes/hold-meeting.ts';
import { keepNote } from './minutes/keep-note.ts';
import { publishMinutes } from './minutes/publish-minutes.ts';
import { showOnStage } from './minutes/show-on-stage.ts';
import { writeMinutes } from './minutes/write-minutes.ts';
import { expectOfficialMinutes } from './official/expect-official-minutes.ts';
import { recordOfficialMinutes } from './official/record-official-minutes.ts';
import { listMinutesLinks } from './outside/list-minutes-links.ts';
import { revokeMinutesLink } from './outside/revoke-minutes-link.ts';
import { refreshAgenda } from './refresh-agenda.ts';
import { readMinutesAsAttendee } from './renderings/read-as-attendee.ts';
import { readRenderings } from './renderings/read-renderings.ts';
import { askForReport } from './reports/ask-for-report.ts';
import { recordReport } from './reports/record-report.ts';
import { sayReportSent } from './reports/say-report-sent.ts';
import { withdrawReportRequest } from './reports/withdraw-report-request.ts';
import { listAgendaTemplates } from './templates/list-agenda-templates.ts';
import { writeAgendaTemplate } from './templates/write-agenda-template.ts';

const ofMeeting = (request: RouteRequest) => ({ ...bodyOf(request), meeting: request.params['id'] });

/** When people are free, as their calendars have it; every answer has gone through `read`. */
export interface FreeTimesDoor {
  look(identity: Identity, body: unknown): Promise<Result<FreeTimes>>;
}

/** What Teams wrote down of a meeting; every look has gone through `read`. */
export interface TranscriptDoor {
  look(identity: Identity, meeting: string): Promise<Result<TranscriptLook>>;
}

/** Makes a link by which somebody outside opens minutes, and says its address and code once. */
export interface SendOutsideDoor {
  send(identity: Identity, meeting: string, body: unknown): Promise<Result<SentOutside>>;
}

/** Hands papers of meetings out to whoever stands on their lists. */
export interface PaperDoor {
  openPaper(identity: Identity, meeting: string, paper: string): Promise<Result<SentFile>>;
}

/**
 * The tab API of meetings, as data.
 * @param times absent where Lantern asks no calendar
 * @param transcripts absent where Lantern asks for none
 */
export const meetingRoutes = (
  schools: readonly SchoolName[],
  times: FreeTimesDoor | undefined,
  outside: SendOutsideDoor,
  papers: PaperDoor,
  transcripts: TranscriptDoor | undefined,
): readonly Route[] => [
  { method: 'get', path: meetingPaths.meetings, compose: (identity, read) => composeMeetings(schools, identity, read) },
  { method: 'post', path: meetingPaths.meetings, useCase: callMeeting, input: bodyOf },
  // Before the address of one meeting: it would be taken for an id.
  { method: 'get', path: meetingPaths.figures, view: countMeetings, params: () => ({}) },
  {
    method: 'get',
    path: meetingPaths.form,
    compose: (identity, read) => composeCallForm(times !== undefined, identity, read),
  },
  ...(times
    ? [{ method: 'post', path: meetingPaths.free, handle: (who, { body }) => times.look(who, body) } satisfies Route]
    : []),
  {
    method: 'get',
    path: meetingPaths.meeting,
    compose: (identity, read, { params }) => composeMeeting(identity, read, params['id'] ?? ''),
  },
  { method: 'post', path: meetingPaths.change, useCase: changeMeeting, input: ofMeeting },
  { method: 'post', path: meetingPaths.refresh, useCase: refreshAgenda, input: ofMeeting },
  { method: 'post', path: meetingPaths.arrange, useCase: arrangeAgenda, input: ofMeeting },
  { method: 'post', path: meetingPaths.addPoint, useCase: addAgendaPoint, input: ofMeeting },
  { method: 'post', path: meetingPaths.hold, useCase: holdMeeting, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.minutes,
    compose: (identity, read, { params }) =>
      composeMinutes(transcripts !== undefined, identity, read, params['id'] ?? ''),
  },
  { method: 'post', path: meetingPaths.minutes, useCase: writeMinutes, input: ofMeeting },
  ...(transcripts
    ? [
        {
          ...{ method: 'get', path: meetingPaths.transcript },
          handle: (who, { params }) => transcripts.look(who, params['id'] ?? ''),
        } satisfies Route,
      ]
    : []),
  { method: 'post', path: meetingPaths.lines, useCase: followLines, input: ofMeeting },
  { method: 'post', path: meetingPaths.stage, useCase: showOnStage, input: ofMeeting },
  { method: 'post', path: meetingPaths.agree, useCase: agreeMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.keepNote, useCase: keepNote, input: ofMeeting },
  { method: 'post', path: meetingPaths.expectOfficial, useCase: expectOfficialMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.recordOfficial, useCase: recordOfficialMinutes, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.papers,
    compose: (identity, read, { params }) => composePapers(identity, read, params['id'] ?? ''),
  },
  { method: 'post', path: meetingPaths.papers, useCase: layPaper, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.filesForPapers,
    compose: (identity, read, { params }) => composeFilesForPapers(identity, read, params['id'] ?? ''),
  },
  {
    method: 'get',
    path: meetingPaths.papersToRead,
    view: listPapersToRead,
    params: ({ params }) => ({ id: params['id'] }),
  },
  {
    method: 'post',
    path: meetingPaths.withdrawPaper,
    useCase: withdrawPaper,
    input: (request) => ({ ...ofMeeting(request), paper: request.params['paper'] }),
  },
  {
    method: 'get',
    path: meetingPaths.paperFile,
    file: (who, { params }) => papers.openPaper(who, params['id'] ?? '', params['paper'] ?? ''),
  },
  { method: 'post', path: meetingPaths.askForReport, useCase: askForReport, input: ofMeeting },
  { method: 'post', path: meetingPaths.withdrawReport, useCase: withdrawReportRequest, input: ofMeeting },
  { method: 'post', path: meetingPaths.recordReport, useCase: recordReport, input: ofMeeting },
  { method: 'post', path: meetingPaths.reportSent, useCase: sayReportSent, input: ofMeeting },
  { method: 'post', path: meetingPaths.publish, useCase: publishMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.addendum, useCase: addMinuteAddendum, input: ofMeeting },
  { method: 'post', path: meetingPaths.cancel, useCase: cancelMeeting, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.renderings,
    view: readRenderings,
    params: ({ params }) => ({ id: params['id'] }),
  },
  {
    method: 'get',
    path: meetingPaths.forAttendees,
    view: readMinutesAsAttendee,
    params: ({ params }) => ({ id: params['id'] }),
  },
  { method: 'post', path: meetingPaths.acknowledge, useCase: acknowledgeMinutes, input: ofMeeting },
  ...contributionRoutes,
  { method: 'get', path: meetingPaths.templates, view: listAgendaTemplates, params: () => ({}) },
  { method: 'post', path: meetingPaths.templates, useCase: writeAgendaTemplate, input: bodyOf },
  { method: 'post', path: meetingPaths.answer, useCase: answerInvitation, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.outside,
    view: listMinutesLinks,
    params: ({ params }) => ({ id: params['id'] }),
  },
  {
    method: 'post',
    path: meetingPaths.outside,
    handle: (who, { params, body }) => outside.send(who, params['id'] ?? '', body),
  },
  {
    method: 'post',
    path: meetingPaths.revokeLink,
    useCase: revokeMinutesLink,
    input: (request) => ({ ...ofMeeting(request), link: request.params['link'] }),
  },
];
