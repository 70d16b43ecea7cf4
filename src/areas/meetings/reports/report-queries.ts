import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import { meetingStatus } from '../fields.ts';
import type { meeting, meetingPerson } from '../record.ts';
import { isToCome, type MeetingStatus } from '../rules.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingPerson: TableOf<typeof meetingPerson>;
}

const toCome = (Object.keys(meetingStatus) as MeetingStatus[]).filter(isToCome);

/** In one turn of the worker. */
const most = 500;

export type AwaitedRow = Pick<
  Tables['meetingPerson'],
  'id' | 'rev' | 'meetingId' | 'personId' | 'reportDueOn' | 'reportAskedAt' | 'reportSentAt' | 'reportChasedOn'
>;
type Awaiting = Parameters<Parameters<typeof defineQuery<Tables, object, AwaitedRow>>[1]>[0];

const awaited = (tables: Awaiting) =>
  tables
    .selectFrom('meetingPerson')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'meetingPerson.tenant').onRef('meeting.id', '=', 'meetingPerson.meetingId'),
    )
    .select(['meetingPerson.id', 'meetingPerson.rev', 'meetingPerson.meetingId', 'meetingPerson.personId'])
    .select(['meetingPerson.reportDueOn', 'meetingPerson.reportAskedAt', 'meetingPerson.reportSentAt'])
    .select('meetingPerson.reportChasedOn')
    .where('meetingPerson.reportDueOn', 'is not', null)
    .where('meetingPerson.reportReceivedOn', 'is', null)
    .where('meetingPerson.removedAt', 'is', null);

/** Reports that are due up to a day, of meetings that are to come and not over, those of one meeting together. */
export const reportsToChase = defineQuery<Tables, { until: string; now: string }, AwaitedRow>(
  'reports-to-chase',
  (tables, value) =>
    awaited(tables)
      .where('meetingPerson.reportDueOn', '<=', value('until'))
      .where('meeting.status', 'in', toCome)
      .where('meeting.endsAt', '>', value('now'))
      .where('meeting.removedAt', 'is', null)
      .orderBy('meeting.startsAt')
      .orderBy('meetingPerson.meetingId')
      .orderBy('meetingPerson.id')
      .limit(most),
);

/** Reports to one meeting that were asked for and have not come. */
export const reportsAwaited = defineQuery<Tables, { meeting: string }, AwaitedRow>('reports-awaited', (tables, value) =>
  awaited(tables).where('meetingPerson.meetingId', '=', value('meeting')).orderBy('meetingPerson.id'),
);
