import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ApiContext } from '../api/api-context.ts';
import { ClockContext } from '../api/clock-context.ts';
import type { Api } from '../api/create-api.ts';
import { createQueryClient } from '../api/query-client.ts';
import type { SchoolClock } from '../api/school-clock.ts';
import { Announcer } from '../components/announcer.tsx';
import { Loading } from '../components/loading.tsx';
import { ConcernPage } from '../concerns/concern-page.tsx';
import { Desk } from './desk.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { Teams } from './join-teams.ts';
import { Surface, type SurfaceProps } from './surface.tsx';

const MyActionsPage = lazy(() =>
  import('../actions/my-actions-page.tsx').then((part) => ({ default: part.MyActionsPage })),
);

export interface AppProps {
  readonly teams: Teams;
  readonly api: Api;
  readonly clock: SchoolClock;
  readonly renderer: SurfaceProps['renderer'];
}

/** The desk inside Teams: what every page stands on, and which page an address means. */
export function App({ teams, api, clock, renderer }: AppProps) {
  const [theme, setTheme] = useState(teams.theme);
  const [queries] = useState(createQueryClient);
  useEffect(() => {
    teams.onTheme(setTheme);
    teams.ready();
  }, [teams]);
  return (
    <Surface theme={theme} renderer={renderer}>
      <ErrorBoundary reload={() => window.location.reload()}>
        <ApiContext value={api}>
          <ClockContext value={clock}>
            <QueryClientProvider client={queries}>
              <Announcer>
                <BrowserRouter basename="/tab">
                  <Routes>
                    <Route path="/" element={<Desk tab="concerns" />} />
                    <Route path="/reports" element={<Desk tab="reports" />} />
                    <Route
                      path="/actions"
                      element={
                        <Suspense fallback={<Loading label="Loading your actions" rows={5} />}>
                          <MyActionsPage />
                        </Suspense>
                      }
                    />
                    <Route path="/concerns/:id" element={<ConcernPage />} />
                    <Route path="*" element={<Navigate to="/" replace />} />
                  </Routes>
                </BrowserRouter>
              </Announcer>
            </QueryClientProvider>
          </ClockContext>
        </ApiContext>
      </ErrorBoundary>
    </Surface>
  );
}
