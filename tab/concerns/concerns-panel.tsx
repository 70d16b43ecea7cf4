import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { ConcernList } from './concern-list.tsx';
import { ConcernSearch } from './concern-search.tsx';
import { FoundConcerns } from './found-concerns.tsx';

export interface ConcernsPanelProps {
  readonly query: UseInfiniteQueryResult<{ readonly concerns: readonly ConcernItem[] }>;
}

/** Everyone's concerns, for those who answer for them. */
export function ConcernsPanel({ query }: ConcernsPanelProps) {
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
      {words === '' ? (
        <ConcernList
          concerns={query.data?.concerns ?? []}
          loadingMore={isFetchingNextPage}
          moreFailed={isFetchNextPageError ? query.error.message : undefined}
          {...(query.hasNextPage && { showMore: () => void fetchNextPage() })}
        />
      ) : (
        <FoundConcerns words={words} />
      )}
    </>
  );
}
