import { DateTime } from 'luxon';
import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { agendaChange, pointsOf } from './agenda.ts';
import { changedPoint, pointOf, pointsAdded, standingOn, type PointRow } from './agenda-patches.ts';
import {
  actionNeeds,
  actionsForAgenda,
  concernsForAgenda,
  pointsOfAgenda,
  undonePoints,
  type ActionsFound,
} from './agenda-queries.ts';
import { meeting, type Meeting } from './record.ts';
import { isMeetingActOpen } from './rules.ts';

const input = z.strictObject({ meeting: z.string() });

/** Weeks before a meeting that follows on none from which on a concern is new to it. */
const weeksBefore = 4;

interface State extends ActionsFound {
  readonly subject: Meeting | undefined;
  readonly points: readonly PointRow[];
  readonly undone: readonly PointRow[];
  readonly concerns: readonly { readonly id: string }[];
}

/**
 * Writes the agenda as things stand now: what was left over, what is overdue, new or open comes on it, what is settled goes off.
 * What people arranged stays as it is.
 */
export const refreshAgenda: UseCase<
  z.infer<typeof input>,
  State,
  { readonly added: number; readonly dropped: number }
> = {
  verb: 'refresh-agenda',
  input,
  needs: ({ meeting: id }, _actor, now) => ({
    subject: one(meeting, id),
    points: rows(pointsOfAgenda, { meeting: id }),
    undone: rows(undonePoints, { meeting: id, now }),
    ...actionNeeds(id),
    concerns: rows(concernsForAgenda, {
      meeting: id,
      earliest: DateTime.fromISO(now).minus({ weeks: weeksBefore }).toUTC().toISO() ?? now,
    }),
  }),
  decide({ subject, points, undone, concerns, ...found }, _input, { now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'refresh-agenda')) return { ok: false, problem: { code: 'already-done' } };
    const today = schoolDay(now);
    const wanted = pointsOf({
      standing: standingOn(points),
      undone: undone.map(pointOf),
      actions: actionsForAgenda(found).map(({ id, concernId, dueOn }) => ({ id, concernId, overdue: dueOn < today })),
      newConcerns: concerns,
    });
    const { add, drop } = agendaChange(points.map(pointOf), wanted);
    const dropped = points.filter(({ id }) => drop.includes(id));
    const put: readonly RecordPatch[] = [
      ...dropped.map(({ id, rev }) => changedPoint(id, rev, { state: 'dropped' })),
      ...pointsAdded(
        subject,
        points.filter(({ id }) => !drop.includes(id)),
        add,
        newId,
      ),
    ];
    return {
      ok: true,
      change: { put, lane: subject.id, entries: [], effects: [] },
      answer: { added: add.length, dropped: drop.length },
    };
  },
};
