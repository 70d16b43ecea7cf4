import { linkTries, type linkState } from '../fields.ts';

/** How long a link to minutes works, how many wrong codes end it, and how often it is opened at most. */
export const linkLimits = { days: 7, tries: linkTries, openings: 10 } as const;

const dayMs = 86_400_000;

/** When a link ends by itself that is made now. */
export const expiryOf = (now: string): string => new Date(Date.parse(now) + linkLimits.days * dayMs).toISOString();

export interface LinkAsKept {
  readonly expiresAt: string;
  readonly triesLeft: number;
  readonly opened: number;
  readonly revokedAt?: string | null | undefined;
}

/** Where a link stands: one that has ended never works again. */
export function stateOfLink(
  { expiresAt, triesLeft, opened, revokedAt }: LinkAsKept,
  now: string,
): keyof typeof linkState {
  if (typeof revokedAt === 'string') return 'revoked';
  if (triesLeft < 1) return 'locked';
  if (opened >= linkLimits.openings) return 'used-up';
  return expiresAt > now ? 'works' : 'expired';
}

/** Whether two digests are the same, in a time that does not tell where they begin to differ. */
export function isSameDigest(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) differs |= one.charCodeAt(i) ^ (other.charCodeAt(i) || 0);
  return differs === 0;
}
