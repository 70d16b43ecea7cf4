import { queryOptions } from '@tanstack/react-query';
import type { RosterDesk } from '../../src/areas/people/contract.ts';
import type { Api } from '../api/create-api.ts';

const progressMs = 1_000;
const restMs = 20_000;

/** Whether an import goes on at one of the schools. */
const goesOn = (desk: RosterDesk | undefined) => desk?.runs.some(({ ended }) => !ended) ?? false;

/** Where one may import, and what goes on there: asked often while something does. It names nobody. */
export const rosterQuery = (api: Api) =>
  queryOptions({
    queryKey: ['roster'],
    queryFn: () => api.roster(),
    gcTime: 0,
    refetchInterval: ({ state }) => (goesOn(state.data) ? progressMs : restMs),
  });

/** One child's page. Leaves memory with it, so that each opening is a look that is journalled. */
export const childQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['child', id], queryFn: () => api.childPage(id), gcTime: 0 });

/** The concerns that a child is in; fetched again with the page. */
export const childConcernsQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['child', id, 'concerns'], queryFn: () => api.concernsOfChild(id), gcTime: 0 });

/** The agencies; each asking is a look. */
export const agenciesQuery = (api: Api) =>
  queryOptions({ queryKey: ['agencies'], queryFn: () => api.agencies(), gcTime: 0 });
