import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ConcernFilter } from '../../src/areas/concerns/contract.ts';
import { filterIn } from './filter-in.ts';

/** What the address of the page narrows the list to. */
export function useConcernFilter(): ConcernFilter {
  const [address] = useSearchParams();
  return useMemo(() => filterIn(address), [address]);
}

/** The address of the list under a filter. */
export function pathOfFilter(filter: ConcernFilter): string {
  const query = new URLSearchParams({ ...filter }).toString();
  return query === '' ? '/' : `/?${query}`;
}
