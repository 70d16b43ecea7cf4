import { LockClosed48Regular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { StatePage } from '../components/state-page.tsx';

const StagePage = lazy(async () => ({ default: (await import('../meetings/stage-page.tsx')).StagePage }));

/** What Lantern shows on the stage of a meeting, before everybody who is there: the minutes without names, and nothing else. */
export function Stage() {
  return (
    <Suspense
      fallback={
        <main>
          <Loading label="Opening the page" rows={6} />
        </main>
      }
    >
      <Routes>
        <Route path="/meetings/:id" element={<StagePage />} />
        <Route path="/meetings/:id/minutes" element={<StagePage />} />
        <Route
          path="*"
          element={
            <main>
              <StatePage icon={<LockClosed48Regular />} title="Nothing is shown here" level={1}>
                Everybody in the meeting would see it. Open a meeting’s minutes in the side panel, and show those.
              </StatePage>
            </main>
          }
        />
      </Routes>
    </Suspense>
  );
}
