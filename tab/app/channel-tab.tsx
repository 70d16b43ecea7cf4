import { PeopleTeam48Regular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { StatePage } from '../components/state-page.tsx';
import type { Teams } from './join-teams.ts';

const InChannel = lazy(async () => ({
  default: (await import('../meetings/posting/in-channel-page.tsx')).InChannelPage,
}));
const ChannelSettings = lazy(async () => ({
  default: (await import('../meetings/posting/channel-settings.tsx')).ChannelSettings,
}));

/** What Lantern shows as a tab of a channel, without the desk around it: nothing there is one person’s own. */
export function ChannelTab({ teams }: { readonly teams: Teams }) {
  const { channel, openLink, putIntoChannel } = teams;
  if (channel === undefined)
    return (
      <main>
        <StatePage icon={<PeopleTeam48Regular />} title="This page belongs in a channel" level={1}>
          It shows the minutes that were posted to a channel. Open a channel of a team in Teams, and add Lantern there
          as a tab.
        </StatePage>
      </main>
    );
  return (
    <Suspense
      fallback={
        <main>
          <Loading label="Opening the page" rows={6} />
        </main>
      }
    >
      <Routes>
        <Route path="/" element={<InChannel channel={channel} openLink={openLink} />} />
        <Route path="/settings" element={<ChannelSettings channel={channel} put={putIntoChannel} />} />
        <Route path="*" element={<InChannel channel={channel} openLink={openLink} />} />
      </Routes>
    </Suspense>
  );
}
