import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Desk } from '../../src/areas/concerns/contract.ts';

/** Who is looking and where they may go, as the desk's last answer said. */
export type Person = Pick<Desk, 'name' | 'school' | 'views'>;

/** Never asked for by itself: it comes with the desk, so that the first screen stays one call. */
export const personQuery = queryOptions<Person>({
  queryKey: ['person'],
  queryFn: () => Promise.reject(new Error('the desk says who is looking')),
  enabled: false,
  gcTime: Infinity,
});

/** Undefined until the desk has answered, e.g. on a page that a deep link opened. */
export const usePerson = (): Person | undefined => useQuery(personQuery).data;
