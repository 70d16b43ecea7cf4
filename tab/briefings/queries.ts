import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';
import { pace } from '../api/pace.ts';

/** What one has to read and what was sent; each asking is a look. */
export const briefingsQuery = (api: Api) =>
  queryOptions({ queryKey: ['briefings'], queryFn: () => api.briefings(), gcTime: 0, refetchInterval: pace.ms });

/** One briefing that one was asked to read. Leaves memory with its page, so that each opening is a look that is journalled. */
export const ownBriefingQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['own-briefing', id], queryFn: () => api.ownBriefing(id), gcTime: 0 });

/** One briefing with who has read it. */
export const briefingQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['briefing', id], queryFn: () => api.briefing(id), gcTime: 0 });

/** Who can be asked to read one. */
export const briefingFormQuery = (api: Api) =>
  queryOptions({ queryKey: ['briefing-form'], queryFn: () => api.briefingForm(), gcTime: 0, staleTime: Infinity });

/** The local procedures; each asking is a look. */
export const proceduresQuery = (api: Api) =>
  queryOptions({ queryKey: ['procedures'], queryFn: () => api.procedures(), gcTime: 0 });
