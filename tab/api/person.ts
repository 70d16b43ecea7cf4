import { queryOptions, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import type { DeskPerson } from '../../src/areas/desk/contract.ts';
import { useApi } from './api-context.ts';
import type { Api } from './create-api.ts';

/** Who is looking and where they may go, as the server last said. */
export type Person = DeskPerson;

export const personQuery = (api: Api) =>
  queryOptions<Person>({
    queryKey: ['person'],
    queryFn: () => api.person(),
    staleTime: Infinity,
    gcTime: Infinity,
  });

/** Pages that begin with the desk's own answer, which says it too: the first screen stays one call. */
const withDesk = ['/', '/reports'];

/** Undefined until the server has said it. */
export function usePerson(): Person | undefined {
  const { pathname } = useLocation();
  return useQuery({ ...personQuery(useApi()), enabled: !withDesk.includes(pathname) }).data;
}
