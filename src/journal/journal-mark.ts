import type { Instant } from '../ports/clock.ts';
import type { ChainHead } from './chain.ts';

/** How far a tenant's journal lies in SharePoint, as far as this store knows. */
export interface JournalMark {
  /** The last entry of the last page that was filed. */
  readonly filed: ChainHead;
  /** Number of the last anchored entry, and when it was anchored. */
  readonly anchored: { readonly n: number; readonly at: Instant } | undefined;
}

/** Keeps the mark; it only ever moves forward, whoever says so last. */
export interface JournalMarks {
  read(tenant: string): Promise<JournalMark>;
  filed(tenant: string, head: ChainHead): Promise<void>;
  anchored(tenant: string, n: number, at: Instant): Promise<void>;
}
