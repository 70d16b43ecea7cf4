import type { Instant } from './clock.ts';

/** What was said in an online meeting, as Teams wrote it down by itself. Nobody has checked it. */
export interface SpokenLine {
  readonly at: Instant;
  /** Whom Teams took to be speaking; absent where it names nobody. */
  readonly speaker?: string;
  readonly text: string;
}

/**
 * `not-allowed`: Lantern may not read the transcripts of this person’s meetings. `not-there`: there is no such event or online meeting
 * any more, or Teams keeps it no longer. `unreadable`: what came is no transcript, or more than Lantern reads at once.
 */
export type TranscriptFault = 'not-allowed' | 'not-there' | 'no-answer' | 'unreadable';
export type TranscriptEnd =
  { readonly ok: true; readonly lines: readonly SpokenLine[] } | { readonly ok: false; readonly why: TranscriptFault };

/** Transcripts that Teams made of online meetings. Nothing is thrown for what Teams says, and nothing is kept. */
export interface Transcripts {
  /**
   * All that was written down of the online meeting of a calendar event, in the order in which it was said; empty: nothing was.
   * @param organiser Entra object id of whoever’s calendar the event stands in
   */
  of(organiser: string, event: string): Promise<TranscriptEnd>;
}
