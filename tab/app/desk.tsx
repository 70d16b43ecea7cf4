import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { ConcernsPanel } from '../concerns/concerns-panel.tsx';
import { deskQuery } from '../concerns/queries.ts';
import { ReportsPanel } from '../concerns/reports-panel.tsx';
import { RoutedSection } from '../concerns/routed-section.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskTabs, type DeskTab } from './desk-tabs.tsx';

/** After these the screen empties: what it showed is no longer for whoever is looking. */
const closing = new Set(['not-found', 'not-signed-in', 'wrong-organisation']);

/** The first screen: who one is, and the view that goes with it. */
export function Desk({ tab }: { readonly tab: DeskTab }) {
  const api = useApi();
  const query = useInfiniteQuery(deskQuery(api, tab === 'concerns'));
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
  if (!desk) {
    return (
      <main>
        <Loading label="Loading your desk" rows={7} />
      </main>
    );
  }
  const answers = desk.view === 'concerns';
  return (
    <>
      <DeskHeader name={desk.name} school={desk.school} />
      <main>
        {desk.routed && <RoutedSection first={desk.routed} />}
        {answers && <DeskTabs selected={tab} />}
        {answers && tab === 'concerns' ? (
          <ConcernsPanel query={query} />
        ) : (
          <ReportsPanel first={desk.reports} tabbed={answers} />
        )}
      </main>
    </>
  );
}
