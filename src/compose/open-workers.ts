import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createWorkers, type WorkersParts } from '../jobs/workers.ts';
import type { Kernel } from './open-kernel.ts';
import { openJournal } from './open-journal.ts';
import { openCalendars } from './open-calendars.ts';
import { openChasing } from './open-chasing.ts';
import { openRoleFeed } from './open-role-feed.ts';

/** Everything that works by itself; what it needs of the doors and of those who watch is handed in. */
export const openWorkers = (
  config: Config,
  kernel: Kernel,
  graph: OpenGraph,
  parts: Pick<WorkersParts, 'filing' | 'documents' | 'sync' | 'messenger' | 'bot' | 'tell'> & {
    readonly linkTo: Parameters<typeof openCalendars>[3];
  },
) =>
  createWorkers({
    ...kernel,
    ...parts,
    journal: openJournal(config, kernel, graph),
    roles: openRoleFeed(config, kernel, graph),
    chasing: openChasing(config, kernel),
    calendars: openCalendars(config, kernel, graph, parts.linkTo),
  });
