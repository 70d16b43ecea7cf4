import { sql } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import { isKept } from '../minutes/minutes-queries.ts';
import type { meeting } from '../record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
}

export type HeldInTeamsRow = Tables['meeting'];

/**
 * A meeting that was held in Teams and whose minutes are being written; nothing for whoever is kept from one of its points: they were
 * all spoken of in one room.
 */
export const meetingHeldInTeams = defineQuery<Tables, { meeting: string; person: string }, HeldInTeamsRow>(
  'meeting-held-in-teams',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .selectAll('meeting')
      .where('meeting.id', '=', value('meeting'))
      .where('meeting.eventId', 'is not', null)
      .where('meeting.status', 'in', ['held', 'minutes-draft'])
      .where('meeting.removedAt', 'is', null)
      .where(sql<boolean>`not ${isKept(value('person'))}`),
);
