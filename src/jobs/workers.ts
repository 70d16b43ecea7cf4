import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../ports/log.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Filing } from '../sharepoint/filing.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { OperationalStore } from '../store/operational-store.ts';
import { deliverOnce, type DeliverParts } from './deliver.ts';
import { heldMessages } from './held-messages.ts';
import { createLoop, type Loop } from './loop.ts';

export interface WorkersParts {
  readonly operational: Pick<OperationalStore, 'messageQueue' | 'housekeeping'>;
  readonly filing: Filing;
  /** Files the journal. */
  readonly journal: Pick<Loop, 'start' | 'stop'>;
  /** Brings files into the library. */
  readonly documents: Pick<Loop, 'start' | 'stop'>;
  /** Watches the lists in SharePoint. */
  readonly sync: Pick<Loop, 'start' | 'stop'>;
  /** Gives and ends roles as groups in Entra say; undefined where none does. */
  readonly roles: Pick<Loop, 'start' | 'stop'> | undefined;
  /** Keeps meetings in calendars; undefined where that is not wished for. */
  readonly calendars: Loop | undefined;
  /** Reminds owners of their actions. */
  readonly chasing: Pick<Loop, 'start' | 'stop'>;
  readonly messenger: Messenger;
  /** What renders the messages, and knows about them. */
  readonly bot: Omit<DeliverParts, 'queue' | 'messenger' | 'log'>;
  /** Looks once for what has changed and tells it. */
  readonly tell: () => Promise<number>;
  readonly log: Log;
  readonly telemetry?: Telemetry | undefined;
}

/** A checkpoint costs a sync of its own; between them the log grows by what a school writes in this time. */
const housekeepingMs = 30_000;
const answerFirstMs = 50;
/** Teams may take longer to answer than a stop may. */
const graceMs = 15_000;

/** What works by itself: filing into SharePoint, the journal and files too, watching what stands there, feeding roles, keeping calendars, reminding of actions, delivering messages, telling of changes, keeping the store in order. */
export function createWorkers({
  operational,
  filing,
  journal,
  documents,
  sync,
  roles,
  calendars,
  chasing,
  messenger,
  bot,
  tell,
  log,
  telemetry,
}: WorkersParts) {
  const queue = heldMessages(operational.messageQueue);
  const parts = { ...bot, queue, messenger, log };
  const deliver = createLoop('deliver', 1000, () => deliverOnce(parts), log, telemetry);
  const changes = createLoop('changes', 1000, tell, log);
  const housekeeping = createLoop('housekeeping', housekeepingMs, () => operational.housekeeping().then(() => 0), log);
  const messages = {
    start: deliver.start,
    async stop() {
      queue.claimNoMore();
      await Promise.race([deliver.stop(), sleep(graceMs, undefined, { ref: false })]);
      await queue.giveBack();
    },
  };
  const chosen = [roles, calendars].filter((worker) => worker !== undefined);
  const all = [filing, journal, documents, sync, chasing, ...chosen, messages, changes, housekeeping];
  return {
    start() {
      for (const worker of all) worker.start();
    },
    /** There is new work. The answer to whoever caused it goes out first. */
    wake() {
      deliver.wake();
      changes.wake();
      calendars?.wake();
      setTimeout(filing.wake, answerFirstMs).unref();
    },
    /** Claims nothing more, ends what is under way, gives back the rest without counting an attempt. */
    stop: async () => void (await Promise.all(all.map((worker) => worker.stop()))),
  };
}
