import { queryOptions } from '@tanstack/react-query';
import type { FreeTimesRequest } from '../../src/areas/meetings/contract.ts';
import type { Api } from '../api/create-api.ts';
import { formKey } from '../api/form-key.ts';
import { pace } from '../api/pace.ts';

/** Meetings to come and before; each asking is a look. */
export const meetingsQuery = (api: Api) =>
  queryOptions({ queryKey: ['meetings'], queryFn: () => api.meetings(), gcTime: 0, refetchInterval: pace.ms });

/** One meeting. Leaves memory with its page, so that each opening is a look that is journalled. */
export const meetingQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id], queryFn: () => api.meeting(id), gcTime: 0 });

/** What is laid before a meeting; each asking is a look. */
export const papersQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id, 'papers'], queryFn: () => api.meetingPapers(id), gcTime: 0 });

/** Which files may be laid before it. */
export const filesForPapersQuery = (api: Api, id: string) =>
  queryOptions({
    ...{ queryKey: ['files-for-papers', id], gcTime: 0, staleTime: Infinity },
    queryFn: () => api.filesForPapers(id),
  });

/** The papers of a meeting that one may read oneself. */
export const papersToReadQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meetings', id, 'papers'], queryFn: () => api.papersToRead(id), gcTime: 0 });
/** What the school brings to a meeting; fetched anew with the meeting, each asking is a look. */
export const contributionsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id, 'brings'], queryFn: () => api.contributions(id), gcTime: 0 });

/** Who can speak for the school about the children of a meeting. */
export const speakersQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id, 'speakers'], queryFn: () => api.speakers(id), gcTime: 0 });

/** To which meetings the school brought something about the child of a concern. */
export const contributionsOfConcernQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['brought', id], queryFn: () => api.contributionsOfConcern(id), gcTime: 0 });

/** What stands on each agenda of each kind. */
export const agendaTemplatesQuery = (api: Api) =>
  queryOptions({ queryKey: ['agenda-templates'], queryFn: () => api.agendaTemplates(), gcTime: 0 });

/** How meetings go; each asking is a look. */
export const meetingFiguresQuery = (api: Api) =>
  queryOptions({ queryKey: ['meeting-figures'], queryFn: () => api.meetingFigures(), gcTime: 0 });

/** What the form of a new meeting offers. */
export const callFormQuery = (api: Api) =>
  queryOptions({ queryKey: ['call-form'], queryFn: () => api.callForm(), gcTime: 0, staleTime: Infinity });

/** The minutes of a meeting: the draft, or what was agreed. While they are written, Lantern tells when somebody else has typed. */
export const minutesQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['minutes', id], queryFn: () => api.minutes(id), gcTime: 0, refetchInterval: pace.ms });

/** The minutes as somebody reads them who was there. */
export const attendeeMinutesQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['minutes', id, 'for-attendees'], queryFn: () => api.minutesForAttendees(id), gcTime: 0 });

/** To whom outside the minutes were sent. Lantern tells when a link was opened. */
export const minutesLinksQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['minutes', id, 'outside'], queryFn: () => api.minutesLinks(id), gcTime: 0 });

/** The decisions as a whole room may see them; fetched anew when Lantern tells that somebody has typed. */
export const stageQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['minutes', id, 'stage'],
    queryFn: () => api.stageDecisions(id, { form: formKey() }),
    gcTime: 0,
    refetchInterval: 20_000,
    placeholderData: (before) => before,
  });

/** What Teams wrote down of a meeting. It is asked for when somebody looks, leaves memory with the screen, and is never fetched by itself. */
export const transcriptQuery = (api: Api, id: string) =>
  queryOptions({
    ...{
      queryKey: ['transcript', id],
      queryFn: () => api.transcript(id),
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
    },
    refetchOnReconnect: false,
  });

/** What the lines of the decisions would become now. */
export const linesQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['minutes-lines', id],
    queryFn: () => api.followLines(id, { form: formKey() }),
    gcTime: 0,
    placeholderData: (before) => before,
  });

/** When people are free; each asking is a look. Nothing is asked until something is wanted. */
export const freeTimesQuery = (api: Api, asked: FreeTimesRequest | undefined) =>
  queryOptions({
    ...{ queryKey: ['free-times', asked], gcTime: 0, staleTime: Infinity, retry: false },
    enabled: asked !== undefined,
    queryFn: () => (asked ? api.freeTimes(asked) : Promise.reject(new Error('nobody is asked about'))),
  });
