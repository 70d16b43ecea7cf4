import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { action } from '../../actions/record.ts';
import type { concern } from '../../concerns/record.ts';
import { followsOn } from '../agenda-queries.ts';
import type { DecidedItem, DecidedLastTime } from '../decided-contract.ts';
import type { meetingStatus } from '../fields.ts';
import type { agendaPoint, meeting, minute } from '../record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  minute: TableOf<typeof minute>;
  agendaPoint: TableOf<typeof agendaPoint>;
  concern: TableOf<typeof concern>;
  action: TableOf<typeof action>;
}

type Action = Tables['action'];
type Nullable<T> = { [K in keyof T]: T[K] | null };
type DecidedRow = Pick<Tables['minute'], 'id' | 'meetingId' | 'pointId' | 'decision' | 'concernId'> &
  Pick<Tables['meeting'], 'startsAt'> &
  Nullable<Pick<Action, 'what' | 'ownerName' | 'dueOn' | 'doneAt'>> & {
    meetingRef: string | null;
    heading: string | null;
    concernRef: string | null;
    childName: string | null;
    actionId: string | null;
    actionStatus: Action['status'] | null;
  };

const settled = [
  'minutes-agreed',
  'minutes-published',
  'note-kept',
] as const satisfies readonly (keyof typeof meetingStatus)[];

/**
 * What was decided at the last meeting before this one whose minutes are agreed: of its series, or of its kind about one of its
 * children. A row for each part of a decision and each action that was set under it.
 */
const decidedBefore = defineQuery<Tables, { meeting: string }, DecidedRow>('decided-before', (tables, value) =>
  tables
    .selectFrom('minute')
    .innerJoin('meeting as held', (join) =>
      join.onRef('held.tenant', '=', 'minute.tenant').onRef('held.id', '=', 'minute.meetingId'),
    )
    .leftJoin('agendaPoint', (join) =>
      join.onRef('agendaPoint.tenant', '=', 'minute.tenant').onRef('agendaPoint.id', '=', 'minute.pointId'),
    )
    .leftJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'minute.tenant').onRef('concern.id', '=', 'minute.concernId'),
    )
    .leftJoin('action', (join) =>
      join
        .onRef('action.tenant', '=', 'minute.tenant')
        .onRef('action.concernId', '=', 'minute.concernId')
        .onRef('action.pointId', '=', 'minute.pointId')
        .on('action.standing', 'is', null),
    )
    .select(['minute.id', 'minute.meetingId', 'minute.pointId', 'minute.decision', 'minute.concernId'])
    .select(['held.startsAt', 'held.ref as meetingRef', 'agendaPoint.heading'])
    .select(['concern.ref as concernRef', 'concern.childName'])
    .select(['action.id as actionId', 'action.what', 'action.ownerName', 'action.dueOn', 'action.doneAt'])
    .select('action.status as actionStatus')
    .where('minute.decision', 'is not', null)
    .where((is) => is.or([is('concern.status', 'is', null), is('concern.status', '<>', 'misfiled')]))
    .where('minute.meetingId', '=', (from) =>
      from
        .selectFrom('meeting as earlier')
        .innerJoin('meeting as now', (join) =>
          join.onRef('now.tenant', '=', 'earlier.tenant').onRef('now.school', '=', 'earlier.school'),
        )
        .select('earlier.id')
        .whereRef('earlier.tenant', '=', 'minute.tenant')
        .where('now.id', '=', value('meeting'))
        .whereRef('earlier.startsAt', '<', 'now.startsAt')
        .where('earlier.status', 'in', settled)
        .where('earlier.removedAt', 'is', null)
        .where(followsOn('earlier', 'now'))
        .orderBy('earlier.startsAt', 'desc')
        .orderBy('earlier.id')
        .limit(1),
    )
    .orderBy('minute.number')
    .orderBy('minute.part')
    .orderBy('minute.id')
    .orderBy('action.dueOn')
    .orderBy('action.id'),
);

/** What was decided last time, with what became of it: where a meeting begins. Nothing where nothing was. */
export const listDecidedLastTime: View<{ id: string }, DecidedRow, DecidedLastTime | null> = {
  verb: 'list-minutes',
  shape: 'page',
  fields: ['decision', 'agendaPoint.heading', 'concern.ref', 'concern.childName', 'action.what', 'action.ownerName'],
  params: z.strictObject({ id: z.string() }),
  query: decidedBefore,
  values: ({ id }) => ({ meeting: id }),
  present(rows) {
    const [first] = rows;
    if (!first) return { answer: null, ids: [] };
    const points = [...new Set(rows.map(({ pointId }) => pointId))];
    const { meetingId, meetingRef, startsAt } = first;
    return {
      answer: {
        meeting: meetingId,
        ref: meetingRef ?? '',
        startsAt,
        items: points.map((point) =>
          itemOf(
            point,
            rows.filter(({ pointId }) => pointId === point),
          ),
        ),
      },
      ids: [...new Set(rows.map(({ id }) => id))],
    };
  },
};

function itemOf(point: string, rows: readonly DecidedRow[]): DecidedItem {
  const parts = new Map(rows.map(({ id, decision }) => [id, decision ?? '']));
  const actions = new Map(rows.flatMap((row) => (row.actionId === null ? [] : [[row.actionId, row] as const])));
  const [heading] = rows.flatMap((row) => row.heading ?? []);
  const [concern] = rows.flatMap(({ concernId: id, concernRef, childName }) =>
    id === null ? [] : [{ id, ref: concernRef ?? '', childName: childName ?? '' }],
  );
  return {
    ...{ point, decision: [...parts.values()].join('') },
    ...(heading !== undefined && { heading }),
    ...(concern && { concern }),
    actions: [...actions].map(([id, row]) => ({
      ...{ id, what: row.what ?? '', ownerName: row.ownerName ?? '', dueOn: row.dueOn ?? '' },
      status: row.actionStatus ?? 'open',
      ...(row.doneAt !== null && { doneAt: row.doneAt }),
    })),
  };
}
