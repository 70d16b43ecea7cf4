import type { Instant } from '../ports/clock.ts';

/** An anchor as SharePoint holds it now. */
export interface FiledAnchor {
  readonly n: number;
  readonly hash: string;
  readonly previousN: number;
  readonly anchoredAt: Instant;
}
