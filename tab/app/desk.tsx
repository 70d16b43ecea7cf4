import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import type { Desk as DeskAnswer } from '../../src/areas/concerns/contract.ts';
import { deskViews } from '../../src/areas/desk/contract.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { ConcernsPanel } from '../concerns/concerns-panel.tsx';
import { useConcernFilter } from '../concerns/concern-filter.ts';
import { deskQuery } from '../concerns/queries.ts';
import { ReportsPanel } from '../concerns/reports-panel.tsx';
import { RoutedSection } from '../concerns/routed-section.tsx';
import { Opening } from './opening.tsx';

const health = 'health';
const healthPath = deskViews.find(({ id }) => id === health)?.path ?? '/';
/** Whoever has nobody's concern to answer for and keeps Lantern in order begins with that. */
const keepsLantern = ({ view, routed, views }: DeskAnswer) => view !== 'concerns' && !routed && views.includes(health);

/** The first screen: the view that a person begins with, or their own reports. */
export function Desk({ view }: { readonly view: 'concerns' | 'reports' }) {
  const api = useApi();
  const filter = useConcernFilter();
  const query = useInfiniteQuery(deskQuery(api, filter, view === 'concerns'));
  const desk = query.data?.desk;
  if (query.error && (!desk || closing.has(query.error.code))) {
    return (
      <main>
        <FailurePage
          code={query.error.code}
          message={query.error.message}
          level={1}
          retry={() => void query.refetch()}
        />
      </main>
    );
  }
  if (!desk) return <Opening />;
  if (view === 'concerns' && keepsLantern(desk)) return <Navigate to={healthPath} replace />;
  return (
    <main>
      {desk.routed && <RoutedSection first={desk.routed} />}
      {desk.view === 'concerns' && view === 'concerns' ? (
        <ConcernsPanel query={query} filter={filter} />
      ) : (
        <ReportsPanel first={desk.reports} />
      )}
    </main>
  );
}
