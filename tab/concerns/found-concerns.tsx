import { Search48Regular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { StatePage } from '../components/state-page.tsx';
import { ConcernList } from './concern-list.tsx';
import { foundQuery } from './queries.ts';

/** The concerns that hold these words, newest first. */
export function FoundConcerns({ words }: { readonly words: string }) {
  const announce = useAnnounce();
  const query = useInfiniteQuery(foundQuery(useApi(), words));
  const { data: concerns, error, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const more = hasNextPage ? ' and more' : '';
  const count = concerns?.length;
  useEffect(() => {
    if (count !== undefined) announce(count === 1 ? 'One concern found' : `${count}${more} concerns found`);
  }, [announce, count, more]);
  if (query.isLoading) return <Loading label="Looking for concerns" rows={4} />;
  if (error && !concerns)
    return <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />;
  if (!concerns || concerns.length === 0) {
    return (
      <Card>
        <StatePage icon={<Search48Regular />} title="Nothing found" level={2}>
          No concern that you may see holds all of these words. Try fewer, or only the beginning of a name.
        </StatePage>
      </Card>
    );
  }
  return (
    <ConcernList
      concerns={concerns}
      loadingMore={isFetchingNextPage}
      moreFailed={isFetchNextPageError ? error?.message : undefined}
      {...(hasNextPage && { showMore: () => void query.fetchNextPage() })}
    />
  );
}
