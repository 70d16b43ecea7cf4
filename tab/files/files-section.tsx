import { Suspense, lazy } from 'react';
import { Loading } from '../components/loading.tsx';

const ConcernFiles = lazy(() => import('./concern-files.tsx').then((part) => ({ default: part.ConcernFiles })));

/** The files of a concern. Its parts load with the first concern that is opened, not with the desk. */
export function FilesSection({ concernId }: { readonly concernId: string }) {
  return (
    <Suspense fallback={<Loading label="Loading the files" rows={2} />}>
      <ConcernFiles key={concernId} concernId={concernId} />
    </Suspense>
  );
}
