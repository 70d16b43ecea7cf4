import type { ChainedEntry } from '../journal/entry.ts';
import type { Store } from '../perform/store.ts';
import type { ActsAfter } from '../journal/acts-after.ts';
import type { Account } from '../ports/account.ts';
import type { ChannelReferences } from '../ports/channels.ts';
import type { NextGeneration } from '../ports/generation.ts';
import type { JournalLines } from '../journal/journal-line.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import type { JournalMarks } from '../journal/journal-mark.ts';
import type { FilingQueue, MessageQueue } from '../ports/outbox.ts';
import type { ConversationReferences } from '../ports/references.ts';
import type { SpoolStore } from '../ports/spool.ts';
import type { SyncStore } from '../ports/sync.ts';
import type { Restored } from './restored.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoreHealth } from './store-health.ts';
import type { Vitals } from './vitals.ts';

/** The operational database and all that is kept in it, whichever engine that is. */
export interface OperationalStore {
  readonly store: Store;
  readonly filingQueue: FilingQueue;
  readonly messageQueue: MessageQueue;
  /** Where the bytes of files lie until they are filed. */
  readonly spool: SpoolStore;
  readonly references: ConversationReferences;
  readonly channelReferences: ChannelReferences;
  /** Where a rebuild gathers what SharePoint holds. */
  readonly nextGeneration: NextGeneration;
  readonly account: Account;
  /** What is kept of SharePoint's side. */
  readonly sync: SyncStore;
  /** A tenant's journal from its first entry. */
  journalEntries(tenant: string): AsyncIterable<ChainedEntry>;
  /** The same, some entries at a time, as they are checked and filed. */
  readonly journalLines: JournalLines;
  readonly journalMarks: JournalMarks;
  /** The same, as people read it. */
  readonly journalReader: JournalReader;
  /** What was done in a tenant, for those who are told of changes. */
  readonly actsAfter: ActsAfter;
  /** What waits in it, in numbers. */
  vitals(): Promise<Vitals>;
  /** Copies all of it to a file while it works; undefined where the database's own tools do that. */
  readonly copyTo: ((file: string) => Promise<Snapshot>) | undefined;
  /** Whether it was put in from a backup; undefined where the database's own tools do that. */
  readonly restored: Restored | undefined;
  /** What it says of itself: what waits, and whether it is set so that nothing is lost. */
  health(): Promise<StoreHealth>;
  /** Whether it can be asked now. */
  ready(): Promise<boolean>;
  /** What has to be done every half minute, and never between a commit and its answer. */
  housekeeping(): Promise<void>;
  /** Resolves when nothing of it can be trusted any more, and the process must end; absent where that is the server's matter. */
  readonly failed?: Promise<Error>;
  close(): Promise<void>;
}
