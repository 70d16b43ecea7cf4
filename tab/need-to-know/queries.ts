import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** Who may see single cases; each asking is a look. */
export const needToKnowQuery = (api: Api) =>
  queryOptions({ queryKey: ['need-to-know'], queryFn: () => api.needToKnow(), gcTime: 0 });

/** Who may see one concern beside the leads. */
export const circleQuery = (api: Api, concern: string) =>
  queryOptions({ queryKey: ['circle', concern], queryFn: () => api.circle(concern), gcTime: 0, staleTime: Infinity });

/** Who can be given a case. */
export const peopleForCasesQuery = (api: Api) =>
  queryOptions({ queryKey: ['people-for-cases'], queryFn: () => api.peopleForCases(), gcTime: 0, staleTime: Infinity });

/** Children of the roll by their name. Leaves memory with the form, and the words with it. */
export const childrenByNameQuery = (api: Api, words: string) =>
  queryOptions({
    queryKey: ['children-by-name', words],
    queryFn: () => api.childrenByName({ words }),
    enabled: words !== '',
    gcTime: 0,
    staleTime: Infinity,
  });
