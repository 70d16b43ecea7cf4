import { lazy, Suspense } from 'react';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { Loading } from '../components/loading.tsx';

const LettersPart = lazy(async () => ({ default: (await import('./letters-part.tsx')).LettersPart }));

/** The letters in the file of a concern. Their parts load with the first concern that is opened, not with the desk. */
export function LettersSection({ concern }: { readonly concern: ConcernDetail }) {
  return (
    <Suspense fallback={<Loading label="Loading the letters" rows={2} />}>
      <LettersPart key={concern.id} of={{ concern }} />
    </Suspense>
  );
}
