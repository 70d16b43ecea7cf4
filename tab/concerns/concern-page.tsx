import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { Answer, shownOf } from '../components/answer.tsx';
import { ChildName } from '../components/child-name.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { concernQuery } from './queries.ts';

/** All that a concern shows and what may be done to it: more than the first screen should carry. */
const loadView = () => import('./concern-view.tsx').then(({ ConcernView: view }) => ({ default: view }));
const ConcernView = lazy(loadView);

/** One concern. Opening it is a look, journalled by the server. */
export function ConcernPage() {
  const { id = '' } = useParams();
  const query = useQuery(concernQuery(useApi(), id));
  // On its way together with the concern, not after it.
  useEffect(() => void loadView(), []);
  const shown = shownOf(query);
  return (
    <>
      <WayBack current={shown?.ref ?? 'Concern'} />
      <main>
        <PageHeading>{shown ? <ChildName name={shown.child} press /> : 'Concern'}</PageHeading>
        <Answer query={query} loading="Opening the concern" rows={8}>
          {(concern) => (
            <Suspense fallback={<Loading label="Opening the concern" rows={8} />}>
              <ConcernView concern={concern} />
            </Suspense>
          )}
        </Answer>
      </main>
    </>
  );
}
