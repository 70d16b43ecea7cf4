const again: readonly number[] = [412, 429, 502, 504];

/** No attempt begins later than this, in milliseconds: whoever sends may hold a Teams answer open, and the outbox tries again later anyway. */
const budget = 4000;
const attempts = 4;

export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  readonly status: number;
  /** Seconds, where the connector said so. */
  readonly retryAfter?: number;
  /** Milliseconds since the first attempt began. */
  readonly elapsed: number;
  /** From 0 up to 1. */
  readonly chance: number;
}

/**
 * How long to wait before the next attempt, in milliseconds; undefined to give up. Doubles, with jitter, and never undercuts
 * what the connector asks for. Statuses: learn.microsoft.com, "Optimize your bot with rate limiting in Teams".
 */
export function backOff({ number, status, retryAfter = 0, elapsed, chance }: Attempt): number | undefined {
  if (!again.includes(status) || number >= attempts) return undefined;
  const wait = Math.max(retryAfter * 1000, 250 * 2 ** (number - 1) * (1 + chance));
  return elapsed + wait <= budget ? Math.round(wait) : undefined;
}
