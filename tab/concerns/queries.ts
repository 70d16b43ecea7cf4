import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ConcernDetail,
  ConcernFilter,
  ConcernPage,
  Desk,
  DifferencePage,
} from '../../src/areas/concerns/contract.ts';
import { pace } from '../api/pace.ts';
import { personQuery } from '../api/person.ts';
import type { Api } from '../api/create-api.ts';

/** The desk with its first page, or a further page of concerns. */
export type DeskPart = { readonly desk: Desk } | { readonly older: ConcernPage };

const concernsOf = (part: DeskPart): ConcernPage | undefined => ('desk' in part ? part.desk.concerns : part.older);

const answers = (part: DeskPart | undefined) => part && 'desk' in part && part.desk.view === 'concerns';

/**
 * What the desk shows. A refresh asks for every page that is open, one after the other: were only the first asked for anew,
 * the rows that it pushes down would be missing from the screen.
 * @param filter what the list is narrowed to; what stood there before stays known while the new answer comes
 * @param live whether to refresh while the screen is visible
 */
export const deskQuery = (api: Api, filter: ConcernFilter, live: boolean) =>
  infiniteQueryOptions({
    queryKey: ['desk', filter],
    initialPageParam: undefined as string | undefined,
    async queryFn({ pageParam, client }): Promise<DeskPart> {
      if (pageParam !== undefined) return { older: await api.concerns(filter, pageParam) };
      const desk = await api.desk(filter);
      client.setQueryData(personQuery(api).queryKey, { name: desk.name, school: desk.school, views: desk.views });
      return { desk };
    },
    placeholderData: keepPreviousData,
    // It may have failed before there was a screen: that is said at once, and asked again when a person asks.
    retryOnMount: false,
    getNextPageParam: (last) => concernsOf(last)?.next,
    refetchInterval: ({ state }) => (live && answers(state.data?.pages[0]) ? pace.ms() : false),
    // Behind another page of the desk the list is not being looked at, and must not be asked for, whatever changes.
    enabled: ({ state }) => live || state.data === undefined,
    // Behind another tab the list is not being looked at, and must not be asked for.
    refetchOnMount: live,
    select: ({ pages }) => ({
      desk: pages.flatMap((part) => ('desk' in part ? [part.desk] : []))[0],
      concerns: pages.flatMap((part) => concernsOf(part)?.items ?? []),
    }),
  });

/** What a search finds. Not asked again by itself: each asking is a look. Leaves memory with the screen, and the words with it. */
export const foundQuery = (api: Api, words: string) =>
  infiniteQueryOptions({
    queryKey: ['found', words],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.search({ words, ...(pageParam !== undefined && { before: pageParam }) }),
    getNextPageParam: (last) => last.next,
    gcTime: 0,
    staleTime: Infinity,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

/** Leaves memory with its page, so that each opening is a look that is journalled. Refreshes until it is taken and filed. */
export const concernQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['concern', id],
    async queryFn({ client }) {
      const concern = await api.concern(id);
      // It is no longer unread: the list is fetched anew when it is seen again.
      void client.invalidateQueries({ queryKey: ['desk'], refetchType: 'none' });
      return concern;
    },
    gcTime: 0,
    refetchInterval: ({ state }) => (isSettled(state.data) ? false : pace.ms()),
  });

const isSettled = (concern: ConcernDetail | undefined) =>
  concern !== undefined &&
  concern.status !== 'submitted' &&
  concern.filed === 'filed' &&
  concern.childState !== 'unresolved';

export const candidatesQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['candidates', id],
    queryFn: () => api.candidates(id),
    gcTime: 0,
    staleTime: Infinity,
  });

/** The children who may be meant, as a lead compares them. */
export const compareQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['compare', id], queryFn: () => api.compare(id), gcTime: 0, staleTime: Infinity });

/** Children whom somebody looks up. Leaves memory with the form, and the words with it. */
export const foundChildrenQuery = (api: Api, id: string, words: string) =>
  queryOptions({
    queryKey: ['children', id, words],
    queryFn: () => api.children(id, { words }),
    gcTime: 0,
    staleTime: Infinity,
  });

/** Who else is in a concern; asked for anew when the concern has changed. */
export const personsQuery = (api: Api, { id, rev, persons }: Pick<ConcernDetail, 'id' | 'rev' | 'persons'>) =>
  queryOptions({
    queryKey: ['persons', id, rev],
    queryFn: () => api.persons(id),
    enabled: persons > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });

/** What both sides hold where filing has stopped; each asking is a look. */
export const differencesQuery = (ask: (id: string) => Promise<DifferencePage>, id: string, rev: number) =>
  queryOptions({
    queryKey: ['differences', id, rev],
    queryFn: () => ask(id),
    gcTime: 0,
    staleTime: Infinity,
  });

/** What was decided; asked for anew when there is more of it. */
export const historyQuery = (api: Api, id: string, decisions: number) =>
  queryOptions({
    queryKey: ['history', id, decisions],
    queryFn: () => api.history(id),
    enabled: decisions > 0,
    gcTime: 0,
    staleTime: Infinity,
  });

/** What was done outside Lantern; asked for anew when there is more of it. */
export const outsideQuery = (api: Api, id: string, outside: number) =>
  queryOptions({
    queryKey: ['outside', id, outside],
    queryFn: () => api.outside(id),
    enabled: outside > 0,
    gcTime: 0,
    staleTime: Infinity,
  });

/** Other concerns about the same child that wait for a judgement. */
export const relatedQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['related', id], queryFn: () => api.related(id), gcTime: 0, staleTime: Infinity });

/** The restricted register; each asking is a look. */
export const registerQuery = (api: Api) =>
  queryOptions({ queryKey: ['register'], queryFn: () => api.misfiled(), gcTime: 0 });

export const registeredQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['registered', id], queryFn: () => api.misfiledEntry(id), gcTime: 0 });

export const leadsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['leads', id], queryFn: () => api.leads(id), gcTime: 0, staleTime: Infinity });

export const routedQuery = (api: Api) =>
  queryOptions({ queryKey: ['routed'], queryFn: () => api.routed(), staleTime: Infinity });

export const reportsQuery = (api: Api) =>
  queryOptions({ queryKey: ['reports'], queryFn: () => api.reports(), refetchInterval: pace.ms });

/** Whom to telephone. A form does not wait for it, and does without it. */
export const dutyQuery = (api: Api) =>
  queryOptions({ queryKey: ['duty'], queryFn: () => api.duty(), staleTime: 60_000 });
