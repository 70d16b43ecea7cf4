import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/create-api.ts';

/** Where minutes of a meeting may go, and what was posted; each asking is a look. */
export const channelsOfMeetingQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id, 'channels'], queryFn: () => api.channelsOfMeeting(id), gcTime: 0 });

/** The three renderings of a meeting's minutes. */
export const renderingsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['meeting', id, 'renderings'], queryFn: () => api.renderings(id), gcTime: 0 });

/** What would be posted to a channel, and who is in it at this moment: never from memory. */
export const previewQuery = (api: Api, id: string, channel: string) =>
  queryOptions({
    queryKey: ['post-preview', id, channel],
    queryFn: () => api.previewPost(id, channel),
    ...{ gcTime: 0, staleTime: Infinity },
  });

/** Channels that Lantern is in, and what is set up for them. */
export const channelDeskQuery = (api: Api) =>
  queryOptions({ queryKey: ['channels'], queryFn: () => api.channels(), gcTime: 0 });

/** A channel may stand open all day, before many: each asking is a look of somebody's, so it is seldom asked for by itself. */
const channelMs = 10 * 60_000;

/** What stands in a channel, page by page, for whoever sits in it; each asking is a look. */
export const channelMinutesQuery = (api: Api, channel: string) =>
  infiniteQueryOptions({
    queryKey: ['channel-minutes', channel],
    queryFn: ({ pageParam }) => api.channelMinutes(channel, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    ...{ gcTime: 0, refetchInterval: channelMs },
  });
