import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ApiContext } from '../api/api-context.ts';
import type { CheckedAge } from '../api/checked-age.ts';
import { CheckedContext } from '../api/checked-context.ts';
import { ClockContext } from '../api/clock-context.ts';
import type { Api } from '../api/create-api.ts';
import type { SchoolClock } from '../api/school-clock.ts';
import { Announcer } from '../components/announcer.tsx';
import { StageContext } from '../components/stage-context.ts';
import { ConcernPage } from '../concerns/concern-page.tsx';
import { createReportDraft, ReportDraftContext, useDraftGuard } from '../concerns/report-draft.ts';
import { ChannelTab } from './channel-tab.tsx';
import { Desk } from './desk.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { followSoon } from './follow-soon.ts';
import type { Teams } from './join-teams.ts';
import { NamesProvider } from './names-provider.tsx';
import { Stage } from './stage.tsx';
import { Shell } from './shell.tsx';

/** Asked for when they are first opened: the first screen does without. */
const ReportPage = lazy(async () => ({ default: (await import('../concerns/report-page.tsx')).ReportPage }));
const MyActionsPage = lazy(async () => ({ default: (await import('../actions/my-actions-page.tsx')).MyActionsPage }));
const MisfiledPage = lazy(async () => ({ default: (await import('../concerns/misfiled-page.tsx')).MisfiledPage }));
const MisfiledEntryPage = lazy(async () => ({
  default: (await import('../concerns/misfiled-entry-page.tsx')).MisfiledEntryPage,
}));
const AgenciesPage = lazy(async () => ({ default: (await import('../people/agencies-page.tsx')).AgenciesPage }));
const ChildPage = lazy(async () => ({ default: (await import('../people/child-page.tsx')).ChildPage }));
const JournalPage = lazy(async () => ({ default: (await import('../journal/journal-page.tsx')).JournalPage }));
const UnusualPage = lazy(async () => ({ default: (await import('../journal/unusual-page.tsx')).UnusualPage }));
const SeenPage = lazy(async () => ({ default: (await import('../journal/seen-page.tsx')).SeenPage }));
const HealthPage = lazy(async () => ({ default: (await import('../settings/health-page.tsx')).HealthPage }));
const MattersPage = lazy(async () => ({ default: (await import('../staff-concerns/matters-page.tsx')).MattersPage }));
const MatterPage = lazy(async () => ({ default: (await import('../staff-concerns/matter-page.tsx')).MatterPage }));
const RolesPage = lazy(async () => ({ default: (await import('../roles/roles-page.tsx')).RolesPage }));
const NeedToKnowPage = lazy(async () => ({
  default: (await import('../need-to-know/need-to-know-page.tsx')).NeedToKnowPage,
}));
const BriefingsPage = lazy(async () => ({ default: (await import('../briefings/briefings-page.tsx')).BriefingsPage }));
const BriefingPage = lazy(async () => ({ default: (await import('../briefings/briefing-page.tsx')).BriefingPage }));
const ReceiptsPage = lazy(async () => ({ default: (await import('../briefings/receipts-page.tsx')).ReceiptsPage }));
const ProceduresPage = lazy(async () => ({
  default: (await import('../briefings/procedures-page.tsx')).ProceduresPage,
}));
const LetterTemplatesPage = lazy(async () => ({
  default: (await import('../letters/templates-page.tsx')).TemplatesPage,
}));
const LetterPage = lazy(async () => ({ default: (await import('../letters/letter-page.tsx')).LetterPage }));
const MeetingsPage = lazy(async () => ({ default: (await import('../meetings/meetings-page.tsx')).MeetingsPage }));
const ChannelsPage = lazy(async () => ({
  default: (await import('../meetings/posting/channels-page.tsx')).ChannelsPage,
}));
const MeetingPage = lazy(async () => ({ default: (await import('../meetings/meeting-page.tsx')).MeetingPage }));
const ReadMinutesPage = lazy(async () => ({
  default: (await import('../meetings/read-minutes-page.tsx')).ReadMinutesPage,
}));
const BringsPage = lazy(async () => ({ default: (await import('../meetings/brings/brings-page.tsx')).BringsPage }));
const AgendasPage = lazy(async () => ({
  default: (await import('../meetings/templates/templates-page.tsx')).TemplatesPage,
}));
const MinutesPage = lazy(async () => ({ default: (await import('../meetings/minutes-page.tsx')).MinutesPage }));
const RosterPage = lazy(async () => ({ default: (await import('../people/roster-page.tsx')).RosterPage }));

export interface AppProps {
  readonly teams: Teams;
  readonly api: Api;
  /** What was fetched, and what is on its way already. */
  readonly queries: QueryClient;
  readonly clock: SchoolClock;
  readonly age: CheckedAge;
}

/** The desk inside Teams: what every page stands on, and which page an address means. */
export function App({ teams, api, queries, clock, age }: AppProps) {
  const [draft] = useState(createReportDraft);
  useDraftGuard(draft);
  useEffect(() => followSoon(queries, teams.token), [queries, teams]);
  useEffect(() => teams.ready(), [teams]);
  return (
    <ErrorBoundary reload={() => window.location.reload()}>
      <ApiContext value={api}>
        <ClockContext value={clock}>
          <CheckedContext value={age}>
            <QueryClientProvider client={queries}>
              <ReportDraftContext value={draft}>
                <Announcer>
                  <NamesProvider inMeeting={teams.inMeeting} onStage={teams.onStage}>
                    <BrowserRouter basename="/tab">
                      <StageContext value={teams.showOnStage}>
                        {teams.onStage ? <Stage /> : <Pages teams={teams} />}
                      </StageContext>
                    </BrowserRouter>
                  </NamesProvider>
                </Announcer>
              </ReportDraftContext>
            </QueryClientProvider>
          </CheckedContext>
        </ClockContext>
      </ApiContext>
    </ErrorBoundary>
  );
}

/** Which page an address means. */
function Pages({ teams }: Pick<AppProps, 'teams'>) {
  return (
    <Routes>
      <Route path="/channel/*" element={<ChannelTab teams={teams} />} />
      <Route element={<Shell />}>
        <Route path="/" element={<Desk view="concerns" />} />
        <Route path="/reports" element={<Desk view="reports" />} />
        <Route path="/report" element={<ReportPage />} />
        <Route path="/actions" element={<MyActionsPage />} />
        <Route path="/settings/import" element={<RosterPage />} />
        <Route path="/concerns/:id" element={<ConcernPage />} />
        <Route path="/children/:id" element={<ChildPage />} />
        <Route path="/settings/agencies" element={<AgenciesPage />} />
        <Route path="/settings/roles" element={<RolesPage />} />
        <Route path="/settings/need-to-know" element={<NeedToKnowPage />} />
        <Route path="/settings/journal" element={<JournalPage />} />
        <Route path="/settings/journal/unusual" element={<UnusualPage />} />
        <Route path="/settings/journal/seen/:id" element={<SeenPage />} />
        <Route path="/settings/health" element={<HealthPage />} />
        <Route path="/matters" element={<MattersPage />} />
        <Route path="/matters/:id" element={<MatterPage />} />
        <Route path="/briefings" element={<BriefingsPage />} />
        <Route path="/briefings/:id" element={<BriefingPage />} />
        <Route path="/briefings/:id/receipts" element={<ReceiptsPage />} />
        <Route path="/procedures" element={<ProceduresPage />} />
        <Route path="/letters" element={<LetterTemplatesPage />} />
        <Route path="/letters/:id" element={<LetterPage />} />
        <Route path="/meetings" element={<MeetingsPage />} />
        <Route path="/meetings/agendas" element={<AgendasPage />} />
        <Route path="/meetings/channels" element={<ChannelsPage />} />
        <Route path="/meetings/:id" element={<MeetingPage />} />
        <Route path="/meetings/:id/minutes" element={<MinutesPage />} />
        <Route path="/meetings/:id/brings" element={<BringsPage />} />
        <Route path="/meetings/:id/read" element={<ReadMinutesPage />} />
        <Route path="/misfiled" element={<MisfiledPage />} />
        <Route path="/misfiled/:id" element={<MisfiledEntryPage />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Route>
    </Routes>
  );
}
