import { createRoot } from 'react-dom/client';
import { createApi } from '../api/create-api.ts';
import { createQueryClient } from '../api/query-client.ts';
import { createSchoolClock } from '../api/school-clock.ts';
import { filterIn } from '../concerns/concern-filter.ts';
import { deskQuery } from '../concerns/queries.ts';
import { allowedHost } from './allowed-host.ts';
import { App } from './app.tsx';
import { deepLinkPath } from './deep-link-path.ts';
import { joinTeams } from './join-teams.ts';
import { OutsideTeams } from './outside-teams.tsx';
import { createRenderer } from './renderer.ts';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root element');
const root = createRoot(element);
const renderer = createRenderer(document);

const hostName = document.querySelector<HTMLMetaElement>('meta[name="lantern-host"]')?.content ?? '';
const teams = await joinTeams(allowedHost(hostName));
if (teams) {
  const linked = deepLinkPath(teams.subPage, window.location.pathname);
  // On top of the desk, so that Back leads to the list.
  if (linked) window.history.pushState(null, '', linked);
  const clock = createSchoolClock();
  const api = createApi({ token: () => teams.token(), heardTime: (instant) => clock.heard(instant) });
  const queries = createQueryClient();
  // On its way before anything is drawn.
  if (window.location.pathname === '/tab/')
    queries
      .infiniteQuery(deskQuery(api, filterIn(new URLSearchParams(window.location.search)), true))
      .catch(() => undefined);
  root.render(<App teams={teams} api={api} queries={queries} clock={clock} renderer={renderer} />);
} else {
  root.render(<OutsideTeams renderer={renderer} />);
}
