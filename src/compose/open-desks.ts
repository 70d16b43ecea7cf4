import type { JournalDoor } from '../areas/journal/routes.ts';
import type { HealthDoor } from '../areas/settings/routes.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import type { Transport } from '../ports/transport.ts';
import { openHealth } from './open-health.ts';
import { openJournalDesk } from './open-journal-desk.ts';
import type { Kernel } from './open-kernel.ts';

export interface Desks {
  readonly health: HealthDoor;
  readonly journal: JournalDoor;
  /** What goes on in them may fail in silence from now on: the store is being closed. */
  stop(): void;
}

/** What the tab asks about Lantern itself: how it is, and what everyone did in it. */
export function openDesks(config: Config, kernel: Kernel, graph: OpenGraph, transport: Transport): Desks {
  const health = openHealth(config, kernel, graph, transport);
  const journal = openJournalDesk(config, kernel, graph);
  return {
    health,
    journal,
    stop() {
      health.stop();
      journal.stop();
    },
  };
}
