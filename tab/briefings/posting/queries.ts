import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/create-api.ts';

/** Where a briefing may be posted, and what was; each asking is a look. */
export const channelsOfBriefingQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['briefing', id, 'channels'], queryFn: () => api.channelsOfBriefing(id), gcTime: 0 });

/** What would be posted to a channel, and who is in it at this moment: never from memory. */
export const bulletinPreviewQuery = (api: Api, id: string, channel: string) =>
  queryOptions({
    queryKey: ['bulletin-preview', id, channel],
    queryFn: () => api.previewBulletin(id, channel),
    ...{ gcTime: 0, staleTime: Infinity },
  });
