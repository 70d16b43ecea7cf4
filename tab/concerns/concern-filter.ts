import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ConcernFilter } from '../../src/areas/concerns/contract.ts';
import { concernFields, concernShow, concernUrgency } from '../../src/areas/concerns/fields.ts';

const longestYear = concernFields.yearGroup.max;

/** What an address narrows the list to; a word in it that nobody knows narrows nothing. */
export function filterIn(address: URLSearchParams): ConcernFilter {
  const [show, urgency] = [address.get('show') ?? '', address.get('urgency') ?? ''];
  const year = address.get('year') ?? '';
  return {
    ...(Object.hasOwn(concernShow, show) && show !== 'open' && { show: show as keyof typeof concernShow }),
    ...(Object.hasOwn(concernUrgency, urgency) && { urgency: urgency as keyof typeof concernUrgency }),
    ...(year !== '' && year.length <= longestYear && { year }),
  };
}

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
