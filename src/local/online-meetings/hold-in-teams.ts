import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { makeEvent } from '../outlook/create-event.ts';
import { readEventRequest } from '../outlook/event-request.ts';
import type { Workloads } from '../workloads.ts';

/** What an online meeting left behind, as a control tells it. */
export const heldMeeting = z.strictObject({
  /** Whoever organised it, and the event in their calendar. */
  user: z.string(),
  event: z.string(),
  /** Makes the event where there is none: it was held before anybody looked. Wall clock in UTC. */
  held: z.strictObject({ start: z.iso.datetime(), end: z.iso.datetime() }).optional(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** WebVTT. */
  text: z.string(),
  /** Teams keeps the meeting no longer. */
  expired: z.boolean().default(false),
});

/**
 * People met in Teams and let it write down what was said.
 * @returns whether there is such a meeting
 */
export function holdInTeams(
  workloads: Workloads,
  { user, event: id, held, ...made }: z.output<typeof heldMeeting>,
): boolean {
  const { directory, events, transcripts } = workloads;
  const owner = directory.person(user);
  if (!owner) return false;
  const known = events.find(owner.id, id);
  const event = known ?? (held && makeEvent({ at: held.start }, workloads, owner, asked(held), id));
  if (!event || event.joinUrl === null) return false;
  if (known && held && transcripts.ofMeeting(event.uid).length > 0) return true;
  transcripts.add({ id: `MSMjMCMj${Buffer.from(randomUUID()).toString('base64url')}`, uid: event.uid, ...made });
  return true;
}

const asked = ({ start, end }: { readonly start: string; readonly end: string }) =>
  readEventRequest({
    ...{ subject: 'Safeguarding meeting', sensitivity: 'private', isOnlineMeeting: true },
    ...{ onlineMeetingProvider: 'teamsForBusiness', hideAttendees: true },
    start: { dateTime: start.slice(0, 19), timeZone: 'UTC' },
    end: { dateTime: end.slice(0, 19), timeZone: 'UTC' },
  });
