import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { NotOpened, Opening } from './opening.tsx';
import { painted } from './painted.ts';
import { createRenderer } from './renderer.ts';
import { Surface, type SurfaceProps } from './surface.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root element');
const root = createRoot(element);
const renderer = createRenderer(document);

/** What is known of Teams before the handshake: the manifest has it write its theme into the address. */
const before = { theme: new URLSearchParams(window.location.search).get('theme') ?? 'default' };

const show = (content: ReactNode, { theme, onTheme }: Pick<SurfaceProps, 'theme' | 'onTheme'> = before) =>
  root.render(
    <Surface theme={theme} onTheme={onTheme} renderer={renderer}>
      {content}
    </Surface>,
  );

flushSync(() => show(<Opening />));
// On its way already, see vite.config.ts; it runs when there is something to look at meanwhile. Not awaited: what it imports
// imports this, and each would wait for the other.
painted()
  .then(() => import('./whole-desk.tsx'))
  .then(({ openDesk }) => openDesk(show))
  .catch(() => show(<NotOpened />));
