import type { childState, concernStatus, concernUrgency, safeNow } from './fields.ts';

/**
 * `received`: safe in Lantern. `filed`: the row in SharePoint holds it too. `stopped`: safe in Lantern, and it does not go into
 * SharePoint until a person has looked. Different words, always true.
 */
export type Filed = 'received' | 'filed' | 'stopped';

export interface ConcernItem {
  readonly id: string;
  readonly ref: string;
  readonly status: keyof typeof concernStatus;
  readonly urgency: keyof typeof concernUrgency;
  readonly safeNow: keyof typeof safeNow;
  /** The name on the roll, or as the reporter wrote it while the child is not settled. */
  readonly child: string;
  readonly childState: keyof typeof childState;
  readonly yearGroup?: string;
  /** Children in it beside this one; absent where there are none. */
  readonly moreChildren?: number;
  readonly reporterName: string;
  /** Instant, UTC. */
  readonly reportedAt: string;
  readonly takenByName?: string;
  readonly filed: Filed;
  /** In lists: it holds something that this person was not shown yet. */
  readonly unread?: true;
}
