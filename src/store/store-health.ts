import type { Instant } from '../ports/clock.ts';

/** Work of one channel that has not been done. */
export interface Waiting {
  readonly count: number;
  /** When the oldest of it was committed, by the machine's clock. */
  readonly oldest?: Instant;
}

/** What a store can say of itself, without a word of what it holds. */
export interface StoreHealth {
  readonly engine: 'SQLite' | 'PostgreSQL';
  /** What it must be set to, so that nothing acknowledged is lost, and what it is. */
  readonly settings: readonly { readonly name: string; readonly is: string; readonly needed: readonly string[] }[];
  readonly filings: Waiting;
  readonly messages: Waiting;
  /** Filings whose lane has stopped until a person looks. */
  readonly stopped: number;
}
