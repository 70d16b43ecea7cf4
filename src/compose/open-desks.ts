import type { JournalDoor } from '../areas/journal/routes.ts';
import type { FreeTimesDoor, TranscriptDoor } from '../areas/meetings/routes.ts';
import type { HealthDoor } from '../areas/settings/routes.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import type { Transport } from '../ports/transport.ts';
import { openFreeTimes, openTranscripts } from './open-calendars.ts';
import { openHealth } from './open-health.ts';
import { openJournalDesk } from './open-journal-desk.ts';
import type { Kernel } from './open-kernel.ts';

export interface Desks {
  readonly health: HealthDoor;
  readonly journal: JournalDoor;
  /** Absent where Lantern asks no calendar. */
  readonly times: FreeTimesDoor | undefined;
  /** Absent where Lantern asks for no transcripts. */
  readonly transcripts: TranscriptDoor | undefined;
  /** What goes on in them may fail in silence from now on: the store is being closed. */
  stop(): void;
}

/** What the tab asks about Lantern itself: how it is, what everyone did in it, and when people are free. */
export function openDesks(config: Config, kernel: Kernel, graph: OpenGraph, transport: Transport): Desks {
  const health = openHealth(config, kernel, graph, transport);
  const journal = openJournalDesk(config, kernel, graph);
  return {
    health,
    journal,
    times: openFreeTimes(config, kernel, graph),
    transcripts: openTranscripts(config, kernel, graph),
    stop() {
      health.stop();
      journal.stop();
    },
  };
}
