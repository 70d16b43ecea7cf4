import { sql } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import { meetingKind, meetingStatus } from '../fields.ts';
import type { MeetingRow } from '../queries.ts';
import type { meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody, type MeetingKind, type MeetingStatus } from '../rules.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
}

const kinds = (Object.keys(meetingKind) as MeetingKind[]).filter(isOfOtherBody);
const statuses = (Object.keys(meetingStatus) as MeetingStatus[]).filter((status) =>
  isMeetingActOpen(status, 'record-official-minutes'),
);

/** On one screen, and in one turn of the worker. */
const most = 200;

/** Meetings whose official minutes have not come, were not checked, or have something wrong in them that was not sent on; the longest awaited first. */
export const officialMinutesAwaited = defineQuery<Tables, object, MeetingRow>('official-minutes-awaited', (tables) =>
  tables
    .selectFrom('meeting')
    .selectAll('meeting')
    .where('kind', 'in', kinds)
    .where('status', 'in', statuses)
    .where('removedAt', 'is', null)
    .where((is) =>
      is.or([
        is('officialReceivedOn', 'is', null),
        is('officialCheck', 'is', null),
        is('officialCheck', '=', 'unchecked'),
        is.and([is('officialCheck', '=', 'inaccurate'), is('inaccuraciesSentOn', 'is', null)]),
      ]),
    )
    .orderBy(sql`coalesce("officialDueOn", '9999-12-31')`)
    .orderBy('startsAt')
    .orderBy('id')
    .limit(most),
);

/** Meetings of which whoever called them is to be told that the official minutes have not come (`isChaseDue`). */
export const officialMinutesToChase = defineQuery<Tables, { today: string; before: string }, { id: string }>(
  'official-minutes-to-chase',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .select('id')
      .where('kind', 'in', kinds)
      .where('status', 'in', statuses)
      .where('removedAt', 'is', null)
      .where('officialReceivedOn', 'is', null)
      .where('officialDueOn', '<', value('today'))
      .where((is) =>
        is.or([
          is('officialChasedOn', 'is', null),
          is('officialChasedOn', '<=', is.ref('officialDueOn')),
          is('officialChasedOn', '<=', value('before')),
        ]),
      )
      .orderBy('officialDueOn')
      .orderBy('id')
      .limit(most),
);
