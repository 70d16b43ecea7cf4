import type { ChainHead } from '../journal/chain.ts';
import type { ChainedEntry } from '../journal/entry.ts';

/**
 * A database that was put in from a backup: its journal may end before what SharePoint holds of it. Nothing may be added before
 * the pages that it lacks have been taken back, or the chain would go on in two ways.
 */
export interface Restored {
  pending(): Promise<boolean>;
  /** Adds entries that stand in a page behind the chain's head. @throws Error when they do not follow it */
  takeBack(head: ChainHead, entries: readonly ChainedEntry[]): Promise<void>;
  settled(): Promise<void>;
}
