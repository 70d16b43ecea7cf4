import { z } from 'zod';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { ownEvent } from './events.ts';
import type { Answered } from './event-store.ts';
import { mailboxOf } from './mailbox.ts';
import { outlookInvalid } from './outlook-fault.ts';

const request = z.strictObject({ comment: z.string().optional(), sendResponse: z.boolean().default(true) });

/**
 * `POST /users/{id}/events/{id}/accept`, `tentativelyAccept`, `decline`: https://learn.microsoft.com/graph/api/event-accept,
 * event-tentativelyaccept, event-decline. What is declined leaves the calendar.
 */
export const respond =
  (response: Answered['response']): TenantHandler =>
  (call, tenant) => {
    onlyOptions(call.query, []);
    const owner = mailboxOf(call, tenant);
    const event = ownEvent(call, tenant);
    if (event.isOrganizer)
      throw outlookInvalid(
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    const parsed = request.safeParse(call.body ?? {});
    if (!parsed.success) throw outlookInvalid('The response cannot be read, or this part of it is not modelled.');
    const changed = { modifiedAt: call.at, answeredAt: call.at, version: event.version + 1 };
    const organised = tenant.events.copies(event.uid).find(({ isOrganizer }) => isOrganizer);
    tenant.events.together(() => {
      if (response === 'declined') tenant.events.remove(event.id);
      else tenant.events.replace({ ...event, ...changed, response });
      if (!organised || !parsed.data.sendResponse) return;
      const answers = { ...organised.answers, [(owner.mail ?? '').toLowerCase()]: { response, time: call.at } };
      tenant.events.replace({ ...organised, answers, version: organised.version + 1 });
    });
    return { status: 202 };
  };
