import express, { Router } from 'express';
import { z } from 'zod';

/** People of other organisations in a team’s channels, by its conversation: a Playground knows none. */
export type ChannelGuests = Map<string, readonly string[]>;

const change = z.strictObject({ channel: z.string().min(1), guests: z.array(z.string().min(1)) });
const asked = z.looseObject({ members: z.array(z.unknown()) });

/** `POST /local/channel-guests {channel, guests: [name]}`: who is a guest in a channel from now on. */
export function channelGuestControls(guests: ChannelGuests): Router {
  return Router().post('/local/channel-guests', express.json(), (request, response) => {
    const parsed = change.safeParse(request.body);
    if (!parsed.success)
      return void response.status(400).json({ faults: parsed.error.issues.map(({ message }) => message) });
    guests.set(parsed.data.channel, parsed.data.guests);
    response.status(204).end();
  });
}

/** The members that a Playground names, and the guests beside them, as Teams names both. */
export function withGuests(text: string, names: readonly string[]): string {
  const parsed = asked.safeParse(JSON.parse(text));
  if (!parsed.success || names.length === 0) return text;
  const guests = names.map((name, i) => ({
    ...{ id: `29:guest-${i}`, name, userRole: 'guest' },
    tenantId: '99999999-9999-4999-8999-999999999999',
  }));
  return JSON.stringify({ ...parsed.data, members: [...parsed.data.members, ...guests] });
}
