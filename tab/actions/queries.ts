import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';
import { pace } from '../api/pace.ts';

/** One's own actions, and for leads those of the school. Leaves memory with the screen. */
export const actionsQuery = (api: Api) =>
  queryOptions({ queryKey: ['actions'], queryFn: () => api.actions(), gcTime: 0, refetchInterval: pace.ms });

/** What is to be done about one concern. */
export const concernActionsQuery = (api: Api, concern: string) =>
  queryOptions({ queryKey: ['actions', concern], queryFn: () => api.concernActions(concern), gcTime: 0 });

/** Who can be given an action; asked for only when somebody sets one. */
export const ownersQuery = (api: Api, concern: string) =>
  queryOptions({
    queryKey: ['action-owners', concern],
    queryFn: () => api.actionOwners(concern),
    gcTime: 0,
    staleTime: Infinity,
  });
