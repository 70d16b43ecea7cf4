import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { ChildCards } from './child-cards.tsx';
import { foundChildrenQuery } from './queries.ts';

export interface FoundChildrenProps {
  readonly concernId: string;
  readonly words: string;
  /** A child who cannot be meant. */
  readonly but?: string | undefined;
}

/** The children whom somebody looked up, as cards; lies in a radio group. */
export function FoundChildren({ concernId, words, but }: FoundChildrenProps) {
  const announce = useAnnounce();
  const { data, error, isLoading, refetch } = useQuery(foundChildrenQuery(useApi(), concernId, words));
  const items = data?.items.filter(({ id }) => id !== but);
  const count = items?.length;
  useEffect(() => {
    if (count !== undefined) announce(count === 1 ? 'One child found' : `${count} children found`);
  }, [announce, count]);
  if (isLoading) return <Loading label="Looking up children" rows={2} />;
  if (error) return <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />;
  if (!items || items.length === 0)
    return (
      <span>No {but === undefined ? '' : 'other '}child of your school has a name like this. Try fewer letters.</span>
    );
  return (
    <>
      <ChildCards items={items} label="Children found" />
      {data?.withheld && <span>Not every child with a name like this is shown to you.</span>}
      {data?.more && <span>There are more. Another letter, or the form, narrows them.</span>}
    </>
  );
}
