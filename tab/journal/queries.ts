import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { JournalFilter, ProofDesk } from '../../src/areas/journal/contract.ts';
import type { Api } from '../api/create-api.ts';

const second = 1_000;
const soon = 10 * second;

/** The journal by a filter, page after page; each asking is itself in the journal. Leaves memory with its page. */
export const journalQuery = (api: Api, filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: ['journal', filter],
    queryFn: ({ pageParam }) => api.journal(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  });

/** Who has seen a case. */
export const seenQuery = (api: Api, id: string, wanted: boolean) =>
  queryOptions({ queryKey: ['seen', id], queryFn: () => api.seen(id), enabled: wanted, gcTime: 0 });

/** Unusual reading of the last days; looking at it is in the journal. */
export const unusualQuery = (api: Api) =>
  queryOptions({ queryKey: ['unusual'], queryFn: () => api.unusual(), gcTime: 0 });

export const proofKey = ['proof'] as const;

/** Asked often while a proof is young, then every five seconds: each asking is a look that is journalled. */
function paceOf({ running, now }: ProofDesk): number | false {
  if (!running) return false;
  return Date.parse(now) - Date.parse(running.since) < soon ? second : 5 * second;
}

export const proofQuery = (api: Api) =>
  queryOptions({
    queryKey: proofKey,
    queryFn: () => api.proof(),
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? paceOf(state.data) : false),
  });
