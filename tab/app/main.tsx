import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api/create-api.ts';
import { createSchoolClock } from '../api/school-clock.ts';
import { withEarlyDesk } from '../api/with-early-desk.ts';
import { filterIn } from '../concerns/filter-in.ts';
import { allowedHost } from './allowed-host.ts';
import { deepLinkPath } from './deep-link-path.ts';
import { joinTeams, type Teams } from './join-teams.ts';
import { NotOpened, Opening } from './opening.tsx';
import { painted } from './painted.ts';
import { createRenderer } from './renderer.ts';
import { Surface } from './surface.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root element');
const root = createRoot(element);
const renderer = createRenderer(document);
const asked = new URLSearchParams(window.location.search);

const show = (content: ReactNode, { theme, onTheme }: Pick<Teams, 'theme'> & Partial<Teams>) =>
  root.render(
    <Surface theme={theme} onTheme={onTheme} renderer={renderer}>
      {content}
    </Surface>,
  );

const hostName = document.querySelector<HTMLMetaElement>('meta[name="lantern-host"]')?.content ?? '';
const joining = joinTeams(allowedHost(hostName));
// The manifest has Teams write its theme into the address: the first drawing need not wait for the handshake.
const opening = { theme: asked.get('theme') ?? 'default' };
// At once, before anything that was sent or asked for is answered.
flushSync(() => show(<Opening />, opening));
// On its way already, see vite.config.ts; it runs when there is something to look at meanwhile.
const desk = painted().then(() => import('./whole-desk.tsx'));
desk.catch(() => undefined);

/** What follows needs nothing of each other until the end: the handshake, the list, and the scripts that draw it. */
async function open(): Promise<void> {
  const teams = await joining;
  if (!teams) {
    const { OutsideTeams } = await desk;
    show(<OutsideTeams />, opening);
    return;
  }
  teams.ready();
  const linked = deepLinkPath(teams.subPage, window.location.pathname);
  // On top of the desk, so that Back leads to the list.
  if (linked) window.history.pushState(null, '', linked);
  const clock = createSchoolClock();
  const plain = createApi({ token: () => teams.token(), heardTime: (instant) => clock.heard(instant) });
  const first = window.location.pathname === '/tab/' ? filterIn(asked) : undefined;
  const api = first ? withEarlyDesk(plain, first) : plain;
  const { wholeDesk } = await desk;
  show(await wholeDesk({ teams, api, clock, first }), teams);
}

// Not awaited: what it imports imports this, and each would wait for the other.
open().catch(() => show(<NotOpened />, opening));
