import { queryOptions } from '@tanstack/react-query';
import type { HealthDesk } from '../../src/areas/settings/contract.ts';
import type { Api } from '../api/create-api.ts';
import { laterOf } from './later-of.ts';

const second = 1_000;
const soon = 10 * second;

export const healthKey = ['health'] as const;

/** Asked often while an examination is young, then every five seconds: each asking is a look that is journalled. */
function paceOf({ running, now }: HealthDesk): number | false {
  if (!running) return false;
  return Date.parse(now) - Date.parse(running.since) < soon ? second : 5 * second;
}

/** How Lantern is, and whether it is being looked at. It names nobody. Leaves memory with its page. */
export const healthQuery = (api: Api) =>
  queryOptions({
    queryKey: healthKey,
    queryFn: async ({ client }) => laterOf(client.getQueryData<HealthDesk>(healthKey), await api.health()),
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? paceOf(state.data) : false),
  });
