import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** The documents of one concern. Leaves memory with the page. */
export const documentsQuery = (api: Api, concern: string) =>
  queryOptions({ queryKey: ['documents', concern], queryFn: () => api.documents(concern), gcTime: 0 });

/**
 * What one began to add to a concern and did not finish. Asked for once for each page, and again when one of them has come to
 * an end: what is begun on this page is known here already.
 */
export const unfinishedQuery = (api: Api, concern: string) =>
  queryOptions({
    queryKey: ['unfinished-uploads', concern],
    queryFn: () => api.unfinishedUploads(concern),
    gcTime: 0,
    staleTime: Infinity,
  });
