import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConcernFilter, ConcernItem, Desk } from '../../src/areas/concerns/contract.ts';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { Loading } from '../components/loading.tsx';
import { ConcernList } from './concern-list.tsx';
import { ConcernSearch } from './concern-search.tsx';
import { FilterBar } from './filter-bar.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { FoundConcerns } from './found-concerns.tsx';

export interface ConcernsPanelProps {
  readonly query: UseInfiniteQueryResult<{
    readonly concerns: readonly ConcernItem[];
    readonly desk: Desk | undefined;
  }>;
  readonly filter: ConcernFilter;
}

/** Everyone's concerns, for those who answer for them. */
export function ConcernsPanel({ query, filter }: ConcernsPanelProps) {
  const [words, setWords] = useState('');
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  return (
    <>
      <PanelHead
        title="Concerns"
        updatedAt={query.dataUpdatedAt}
        refresh={async () => (await query.refetch()).isSuccess}
      />
      {query.isRefetchError && (
        <Notice intent="warning">{`This list may be out of date. ${query.error.message}`}</Notice>
      )}
      <ConcernSearch words={words} find={setWords} />
      {words === '' && <FilterBar counts={query.data?.desk?.counts} filter={filter} />}
      {words !== '' ? (
        <FoundConcerns words={words} />
      ) : query.isPlaceholderData ? (
        <Loading label="Loading the concerns" rows={5} />
      ) : (
        <ConcernList
          key={JSON.stringify(filter)}
          filter={filter}
          concerns={query.data?.concerns ?? []}
          loadingMore={isFetchingNextPage}
          moreFailed={isFetchNextPageError ? query.error.message : undefined}
          {...(query.hasNextPage && { showMore: () => void fetchNextPage() })}
        />
      )}
      <PanelFoot views={query.data?.desk?.views ?? []} />
    </>
  );
}
