import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { SchoolName } from '../people/contract.ts';
import { addAgendaPoint } from './add-agenda-point.ts';
import { answerInvitation } from './answer-invitation.ts';
import { arrangeAgenda } from './arrange-agenda.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { composeCallForm, composeMeeting, composeMeetings, composeMinutes } from './compose-meetings.ts';
import { meetingPaths } from './contract.ts';
import { addMinuteAddendum } from './minutes/add-minute-addendum.ts';
import { agreeMinutes } from './minutes/agree-minutes.ts';
import { holdMeeting } from './minutes/hold-meeting.ts';
import { publishMinutes } from './minutes/publish-minutes.ts';
import { writeMinutes } from './minutes/write-minutes.ts';
import { refreshAgenda } from './refresh-agenda.ts';
import { readRenderings } from './renderings/read-renderings.ts';

const ofMeeting = (request: RouteRequest) => ({ ...bodyOf(request), meeting: request.params['id'] });

/** The tab API of meetings, as data. */
export const meetingRoutes = (schools: readonly SchoolName[]): readonly Route[] => [
  { method: 'get', path: meetingPaths.meetings, compose: (identity, read) => composeMeetings(schools, identity, read) },
  { method: 'post', path: meetingPaths.meetings, useCase: callMeeting, input: bodyOf },
  // Before the address of one meeting: it would be taken for an id.
  { method: 'get', path: meetingPaths.form, compose: composeCallForm },
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
    compose: (identity, read, { params }) => composeMinutes(identity, read, params['id'] ?? ''),
  },
  { method: 'post', path: meetingPaths.minutes, useCase: writeMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.agree, useCase: agreeMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.publish, useCase: publishMinutes, input: ofMeeting },
  { method: 'post', path: meetingPaths.addendum, useCase: addMinuteAddendum, input: ofMeeting },
  { method: 'post', path: meetingPaths.cancel, useCase: cancelMeeting, input: ofMeeting },
  {
    method: 'get',
    path: meetingPaths.renderings,
    view: readRenderings,
    params: ({ params }) => ({ id: params['id'] }),
  },
  { method: 'post', path: meetingPaths.answer, useCase: answerInvitation, input: ofMeeting },
];
