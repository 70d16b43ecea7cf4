import {
  meetingPaths as paths,
  type AddPointRequest,
  type AgendaRefreshed,
  type AgendaRequest,
  type ArrangeAgendaRequest,
  type CalledMeeting,
  type CallForm,
  type CallMeetingRequest,
  type CancelMeetingRequest,
  type ChangeMeetingRequest,
  type FreeTimes,
  type FreeTimesRequest,
  type MeetingDesk,
  type MeetingDetail,
} from '../../src/areas/meetings/contract.ts';
import type { createCall } from './call.ts';
import { pathTo } from './path-to.ts';

/** The part of the tab API that is about meetings. */
export const meetingCalls = (call: ReturnType<typeof createCall>) => ({
  meetings: () => call<MeetingDesk>(paths.meetings),
  callForm: () => call<CallForm>(paths.form),
  freeTimes: (body: FreeTimesRequest) => call<FreeTimes>(paths.free, body),
  callMeeting: (body: CallMeetingRequest) => call<CalledMeeting>(paths.meetings, body),
  meeting: (id: string) => call<MeetingDetail>(pathTo(paths.meeting, { id })),
  changeMeeting: (id: string, body: ChangeMeetingRequest) => call<unknown>(pathTo(paths.change, { id }), body),
  cancelMeeting: (id: string, body: CancelMeetingRequest) => call<unknown>(pathTo(paths.cancel, { id }), body),
  refreshAgenda: (id: string, body: AgendaRequest) => call<AgendaRefreshed>(pathTo(paths.refresh, { id }), body),
  arrangeAgenda: (id: string, body: ArrangeAgendaRequest) => call<unknown>(pathTo(paths.arrange, { id }), body),
  addAgendaPoint: (id: string, body: AddPointRequest) => call<unknown>(pathTo(paths.addPoint, { id }), body),
});
