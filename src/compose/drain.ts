import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { windDown } from '../http/wind-down.ts';

/** Longer than any statement of ours may take on its database, and short enough to stay within the 25 seconds with a notice of five. */
const requestsGraceMs = 15_000;

export interface DrainParts {
  readonly server: Server;
  /** How long whoever spreads the load may take to see that `/ready` says no. */
  readonly noticeMs: number;
  /** Ends the streams of changes: their tabs ask again, elsewhere. */
  readonly endStreams: () => void;
  /** Claims nothing more, ends what is under way, gives the rest back. */
  readonly stopWorking: () => Promise<void>;
  readonly closeStore: () => Promise<void>;
}

/**
 * Ends an instance whose `/ready` already says no, without a failed request. Work is left to others at once; requests are taken
 * for as long as some may still be sent here, then no more, and each that was taken is answered. The store goes last.
 */
export async function drain({ server, noticeMs, endStreams, stopWorking, closeStore }: DrainParts): Promise<void> {
  const closeDoor = windDown(server);
  const worked = stopWorking();
  await sleep(noticeMs);
  endStreams();
  await Promise.all([closeDoor(requestsGraceMs), worked]);
  await closeStore();
}
