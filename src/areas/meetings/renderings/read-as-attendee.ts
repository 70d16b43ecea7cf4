import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { AttendeeMinutes } from '../contract.ts';
import { isAcknowledgementOpen } from '../rules.ts';
import { forAttendees } from './for-attendees.ts';
import { materialOf } from './material-of.ts';
import { readRenderings } from './read-renderings.ts';
import { partsForAttendee, type AttendeeRow } from './rendering-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** The minutes as whoever was there may read them. Not found before they are as they will be. */
export const readMinutesAsAttendee: View<z.infer<typeof byId>, AttendeeRow, AttendeeMinutes> = {
  verb: 'read-minutes-as-attendee',
  shape: 'one',
  fields: readRenderings.fields,
  params: byId,
  query: partsForAttendee,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present(rows, { may }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const answer = {
      ...{ ref: row.ref ?? '', kind: row.kind, ...forAttendees(materialOf(rows)), invitation: row.invitation },
      ...(row.acknowledgedAt !== null && { acknowledgedAt: row.acknowledgedAt }),
      mayAcknowledge: isAcknowledgementOpen(row) && may('acknowledge-minutes', row),
    };
    return { answer, ids: [row.id] };
  },
};
