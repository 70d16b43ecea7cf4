import { Suspense, lazy } from 'react';
import { Loading } from '../components/loading.tsx';

const ConcernActions = lazy(() => import('./concern-actions.tsx').then((part) => ({ default: part.ConcernActions })));

/** What is to be done about a concern. Its parts load with the first concern that is opened, not with the desk. */
export function ActionsSection({ concernId }: { readonly concernId: string }) {
  return (
    <Suspense fallback={<Loading label="Loading the actions" rows={2} />}>
      <ConcernActions concernId={concernId} />
    </Suspense>
  );
}
