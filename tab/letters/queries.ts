import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** The templates of letters; each asking is a look. */
export const templatesQuery = (api: Api) =>
  queryOptions({ queryKey: ['letter-templates'], queryFn: () => api.letterTemplates(), gcTime: 0 });

/** One letter. Leaves memory with its page, so that each opening is a look that is journalled. */
export const letterQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['letter', id], queryFn: () => api.letter(id), gcTime: 0 });

/** The letters of a meeting, or those in the file of a concern. */
export const lettersQuery = (api: Api, of: 'meeting' | 'concern', id: string) =>
  queryOptions({
    queryKey: [`letters-of-${of}`, id],
    queryFn: () => (of === 'meeting' ? api.lettersOfMeeting(id) : api.lettersOfConcern(id)),
    gcTime: 0,
  });
