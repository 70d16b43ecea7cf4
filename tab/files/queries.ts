import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** The documents of one concern. Leaves memory with the page. */
export const documentsQuery = (api: Api, concern: string) =>
  queryOptions({ queryKey: ['documents', concern], queryFn: () => api.documents(concern), gcTime: 0 });
