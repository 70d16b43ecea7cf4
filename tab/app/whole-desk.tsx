import type { ReactNode } from 'react';
import { createCheckedAge } from '../api/checked-age.ts';
import { createApi } from '../api/create-api.ts';
import { createQueryClient } from '../api/query-client.ts';
import { createSchoolClock } from '../api/school-clock.ts';
import { filterIn } from '../concerns/concern-filter.ts';
import { deskQuery } from '../concerns/queries.ts';
import { allowedHost } from './allowed-host.ts';
import { App } from './app.tsx';
import { deepLinkPath } from './deep-link-path.ts';
import { joinTeams, type Teams } from './join-teams.ts';
import { OutsideTeams } from './outside-teams.tsx';

/** Shakes hands with Teams and shows the desk when its first screen can be drawn in one go, or cannot be filled. */
export async function openDesk(show: (content: ReactNode, teams?: Teams) => void): Promise<void> {
  const hostName = document.querySelector<HTMLMetaElement>('meta[name="lantern-host"]')?.content ?? '';
  const teams = await joinTeams(allowedHost(hostName));
  if (!teams) {
    show(<OutsideTeams />);
    return;
  }
  teams.ready();
  const linked = deepLinkPath(teams.subPage, window.location.pathname);
  // On top of the desk, so that Back leads to the list.
  if (linked) window.history.pushState(null, '', linked);
  const clock = createSchoolClock();
  const age = createCheckedAge();
  const api = createApi({
    token: (claims) => teams.token(claims),
    heardTime: (instant) => clock.heard(instant),
    heardChecked: (said) => age.heard(said),
  });
  const queries = createQueryClient();
  // Why it failed stands in the query, and the desk says it.
  if (window.location.pathname === '/tab/')
    await queries
      .infiniteQuery(deskQuery(api, filterIn(new URLSearchParams(window.location.search)), true))
      .catch(() => undefined);
  show(<App teams={teams} api={api} queries={queries} clock={clock} age={age} />, teams);
}
