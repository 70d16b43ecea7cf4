import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import type { SchoolName } from '../people/contract.ts';
import { addAgendaPoint } from './add-agenda-point.ts';
import { answerInvitation } from './answer-invitation.ts';
import { arrangeAgenda } from './arrange-agenda.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { composeCallForm, composeMeeting, composeMeetings, composeMinutes } from './compose-meetings.ts';
import { meetingPaths, type FreeTimes, type SentOutside, type TranscriptLook } from './contract.ts';
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

/**
 * The tab API of meetings, as data.
 * @param times absent where Lantern asks no calendar
 * @param transcripts absent where Lantern asks for none
 */
export const meetingRoutes = (
  schools: readonly SchoolName[],
  times: FreeTimesDoor | undefined,
  outside: SendOutsideDoor,
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
