import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { minutesLink } from '../record.ts';

interface Tables {
  minutesLink: TableOf<typeof minutesLink>;
}

export type LinkRow = Tables['minutesLink'];

/** Every link to the minutes of a meeting, the latest first. */
export const linksOfMeeting = defineQuery<Tables, { meeting: string }, LinkRow>('links-of-meeting', (tables, value) =>
  tables
    .selectFrom('minutesLink')
    .selectAll('minutesLink')
    .where('meetingId', '=', value('meeting'))
    .orderBy('sentAt', 'desc')
    .orderBy('id'),
);
