import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { ChildName } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { concernQuery } from './queries.ts';
import { WayBack } from './way-back.tsx';

/** All that a concern shows and what may be done to it: more than the first screen should carry. */
const loadView = () => import('./concern-view.tsx').then(({ ConcernView: view }) => ({ default: view }));
const ConcernView = lazy(loadView);

/** One concern. Opening it is a look, journalled by the server. */
export function ConcernPage() {
  const { id = '' } = useParams();
  const query = useQuery(concernQuery(useApi(), id));
  const { data, error } = query;
  // On its way together with the concern, not after it.
  useEffect(() => void loadView(), []);
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current={shown?.ref ?? 'Concern'} />
      <main>
        <PageHeading>{shown ? <ChildName name={shown.child} press /> : 'Concern'}</PageHeading>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && (
          <Suspense fallback={<Loading label="Opening the concern" rows={8} />}>
            <ConcernView concern={shown} />
          </Suspense>
        )}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Opening the concern" rows={8} />}
      </main>
    </>
  );
}
