import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { meetingFields } from './fields.ts';
import { meeting, type Meeting } from './record.ts';

const input = z.strictObject({
  meeting: z.string(),
  /** Absent where the event is known, or there is none. */
  event: z.exactOptional(z.string().min(1).max(meetingFields.eventId.max)),
  told: z.string().length(meetingFields.eventTold.max),
});

/** Lantern's own act: a calendar was told of a meeting, and this is where the event lies and what was told. */
export const recordEvent: UseCase<z.infer<typeof input>, { readonly subject: Meeting | undefined }, null> = {
  verb: 'record-event',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id) }),
  decide({ subject }, { event, told }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.eventTold === told && (event === undefined || event === subject.eventId))
      return { ok: false, problem: { code: 'already-done' } };
    const put = [update(meeting, subject, { ...(event !== undefined && { eventId: event }), eventTold: told })];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
