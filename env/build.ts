/** `npm run build`: what is deployed, into `dist/`: the tab, and the server as one file (`node dist/server/lantern.mjs`). */
import { join } from 'node:path';
import { buildTab } from '../src/local/build-tab.ts';
import { projectRoot } from '../src/local/lantern-process.ts';
import { buildServer } from './build-server.ts';

await buildTab();
const beside = await buildServer(projectRoot, join(projectRoot, 'dist', 'server'));
console.log(
  `dist/tab and dist/server/lantern.mjs, with ${beside.join(', ')}. Start it with: node dist/server/lantern.mjs`,
);
