import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { ListPage } from '../components/list-page.tsx';
import { AccessLists } from './access-lists.tsx';
import { needToKnowQuery } from './queries.ts';

/** Who may see single cases beside the leads, and who must not see some. */
export function NeedToKnowPage() {
  const query = useQuery(needToKnowQuery(useApi()));
  return (
    <ListPage
      query={query}
      title="Need to know"
      text="Safeguarding leads see the concerns of their school. Here stands who was given a single case beside them, who opened a child’s file when no lead could be reached, and who is kept from a child’s cases: their own child’s, for instance."
      loading="Loading who may see single cases"
    >
      {(desk) => <AccessLists desk={desk} />}
    </ListPage>
  );
}
