import type { Identity } from '../access/types.ts';
import type { Channels } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';

/** Whether somebody sits in a channel: Teams says so, says that they do not, or does not say. */
export type Sits = 'yes' | 'no' | 'unknown';

/** For so long a page that is opened and turned asks Teams once: who was taken out of a channel sees nothing more of it after that. */
const keptMs = 10_000;
/** Answers that are kept at most. */
const mostKept = 10_000;

/**
 * Asks Teams whether somebody sits in a channel, by organisation and account and nothing else. Nobody sits there who is its guest or
 * belongs to another organisation: what Lantern posts is for neither. That somebody does is kept for some seconds; that they do not is
 * asked each time, so that whoever is put into a channel sees it at once.
 */
export function createSeats({
  channels,
  clock,
}: {
  readonly channels: Pick<Channels, 'members'>;
  readonly clock: Clock;
}) {
  const seen = new Map<string, number>();
  const forget = (now: number) => {
    // Oldest first, for a key is put at the end each time.
    for (const [key, at] of seen) {
      // A clock that was set back makes nothing last longer.
      if (now >= at && now - at < keptMs && seen.size <= mostKept) break;
      seen.delete(key);
    }
  };
  return async ({ tenant, person }: Pick<Identity, 'tenant' | 'person'>, channel: string): Promise<Sits> => {
    const key = JSON.stringify([tenant, person, channel]);
    forget(Date.parse(clock.now()));
    if (seen.has(key)) return 'yes';
    const asked = await channels.members({ tenant, channel });
    if (asked.outcome === 'failed') return 'unknown';
    const sits =
      asked.outcome === 'seen' &&
      asked.members.some(
        (member) =>
          !member.guest &&
          member.person?.toLowerCase() === person.toLowerCase() &&
          member.tenant?.toLowerCase() === tenant.toLowerCase(),
      );
    if (!sits) return 'no';
    seen.delete(key);
    seen.set(key, Date.parse(clock.now()));
    return 'yes';
  };
}
export type Seats = ReturnType<typeof createSeats>;
