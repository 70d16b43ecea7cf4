import type { VerifyAnswer } from '../jobs/verify-order.ts';
import type { Clock } from '../ports/clock.ts';
import type { LocalHandler } from '../system/local-socket.ts';
import type { OperationalStore } from '../store/operational-store.ts';
import type { JournalFacts, StoreFacts } from './facts.ts';

export interface StoreParts {
  readonly tenant: string;
  readonly operational: Pick<OperationalStore, 'health' | 'vitals' | 'journalLines' | 'journalMarks' | 'restored'>;
  /** Proves the journal, and journals that it was read. */
  readonly verify: LocalHandler;
  /** The one that entries bear. */
  readonly clock: Clock;
}

/** What the open store says, and whether the journal is as it was written. */
export async function gatherStore(parts: StoreParts): Promise<StoreFacts> {
  const { operational } = parts;
  const [health, waiting] = await Promise.all([operational.health(), operational.vitals()]);
  // Nothing may be added to the journal before what SharePoint has further of it was taken back.
  if (await operational.restored?.pending()) return { open: true, health, waiting };
  return { open: true, health, waiting, journal: await gatherJournal(parts) };
}

async function gatherJournal({ tenant, operational, verify, clock }: StoreParts): Promise<JournalFacts> {
  const proved = (await verify({ command: 'verify' }, () => undefined)) as VerifyAnswer;
  const { anchored } = await operational.journalMarks.read(tenant);
  const [oldest] = await operational.journalLines(tenant, anchored?.n ?? 0, 1);
  return { proved, now: clock.now(), ...(oldest && { unanchoredSince: oldest.at }) };
}
