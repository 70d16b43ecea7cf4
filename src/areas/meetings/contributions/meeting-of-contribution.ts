import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { contribution, meeting } from '../record.ts';

interface Tables {
  contribution: TableOf<typeof contribution>;
  meeting: TableOf<typeof meeting>;
}

export type MeetingOfContribution = Pick<Tables['meeting'], 'kind' | 'status' | 'startsAt'>;

/** The meeting to which something is brought. */
export const meetingOfContribution = defineQuery<Tables, { contribution: string }, MeetingOfContribution>(
  'meeting-of-contribution',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('contribution', (join) =>
        join
          .onRef('contribution.tenant', '=', 'meeting.tenant')
          .onRef('contribution.school', '=', 'meeting.school')
          .onRef('contribution.meetingId', '=', 'meeting.id'),
      )
      .select(['meeting.kind', 'meeting.status', 'meeting.startsAt'])
      .where('contribution.id', '=', value('contribution')),
);
