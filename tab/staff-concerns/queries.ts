import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** Concerns about adults that one manages; each asking is a look. */
export const mattersQuery = (api: Api) =>
  queryOptions({ queryKey: ['matters'], queryFn: () => api.matters(), gcTime: 0 });

/** One of them. Leaves memory with its page, so that each opening is a look that is journalled. */
export const matterQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => api.matter(id), gcTime: 0 });

/** Whom it may be about, and to whom it may be given. */
export const colleaguesQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['colleagues', id], queryFn: () => api.colleagues(id), gcTime: 0, staleTime: Infinity });

/** What one reported about adults oneself. */
export const staffReportsQuery = (api: Api) =>
  queryOptions({ queryKey: ['staff-reports'], queryFn: () => api.staffReports(), gcTime: 0 });

/** Whom to call past everybody at school. A form does not wait for it, and does without it. */
export const ladoQuery = (api: Api) =>
  queryOptions({ queryKey: ['lado'], queryFn: () => api.lado(), staleTime: 60_000 });
