import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { ConcernView } from './concern-view.tsx';
import { concernQuery } from './queries.ts';
import { WayBack } from './way-back.tsx';

/** After these what was shown must go from the screen: it is not, or no longer, for whoever is looking. */
const closing = new Set(['not-found', 'not-signed-in', 'wrong-organisation']);

/** One concern. Opening it is a look, journalled by the server. */
export function ConcernPage() {
  const { id = '' } = useParams();
  const query = useQuery(concernQuery(useApi(), id));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current={shown?.ref ?? 'Concern'} />
      <main>
        <PageHeading>{shown?.child ?? 'Concern'}</PageHeading>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <ConcernView concern={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Opening the concern" rows={8} />}
      </main>
    </>
  );
}
