import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { MinutesLinks } from '../contract.ts';
import { linksOfMeeting, type LinkRow } from './link-queries.ts';
import { stateOfLink } from './link-rules.ts';

const byId = z.strictObject({ id: z.string() });

/** To whom outside the minutes of a meeting were sent, and what became of it. */
export const listMinutesLinks: View<z.infer<typeof byId>, LinkRow, MinutesLinks> = {
  verb: 'list-minutes-links',
  shape: 'page',
  fields: ['invitationId', 'sentByName', 'sentAt', 'expiresAt', 'opened', 'openedAt', 'triesLeft', 'revokedAt'],
  params: byId,
  query: linksOfMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows, { now, may }) => ({
    answer: {
      items: rows.map((row) => {
        const state = stateOfLink(row, now);
        return {
          ...{ id: row.id, invitation: row.invitationId, state, sentByName: row.sentByName, sentAt: row.sentAt },
          ...{ expiresAt: row.expiresAt, opened: row.opened, triesLeft: row.triesLeft },
          ...(row.openedAt !== null && { openedAt: row.openedAt }),
          mayRevoke: state === 'works' && may('revoke-minutes-link', row),
        };
      }),
    },
    ids: rows.map(({ id }) => id),
  }),
};
