import { DateTime } from 'luxon';
import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { agendaChange, arranged, pointsOf, type Point, type StandingPoint } from './agenda.ts';
import {
  actionsForAgenda,
  concernsForAgenda,
  pointsOfAgenda,
  undonePoints,
  type ActionForAgenda,
} from './agenda-queries.ts';
import { meetingKinds } from './kinds.ts';
import { agendaPoint, meeting, type Meeting } from './record.ts';
import { isMeetingActOpen } from './rules.ts';

const input = z.strictObject({ meeting: z.string() });

/** Weeks before the first meeting of a series from which on a concern is new to it. */
const weeksBefore = 4;

type Row = { readonly [K in keyof StandingPoint]?: StandingPoint[K] | null } & {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly why: Point['why'];
  readonly state: StandingPoint['state'];
};

interface State {
  readonly subject: Meeting | undefined;
  readonly points: readonly Row[];
  readonly undone: readonly Row[];
  readonly actions: readonly ActionForAgenda[];
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
    undone: rows(undonePoints, { meeting: id }),
    actions: rows(actionsForAgenda, { meeting: id }),
    concerns: rows(concernsForAgenda, {
      meeting: id,
      earliest: DateTime.fromISO(now).minus({ weeks: weeksBefore }).toUTC().toISO() ?? now,
    }),
  }),
  decide({ subject, points, undone, actions, concerns }, _input, { now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'refresh-agenda')) return { ok: false, problem: { code: 'already-done' } };
    const today = schoolDay(now);
    const wanted = pointsOf({
      standing: meetingKinds[subject.kind].standing,
      undone: undone.map(pointOf),
      actions: actions.map(({ id, concernId, dueOn }) => ({ id, concernId, overdue: dueOn < today })),
      newConcerns: concerns,
    });
    const { add, drop } = agendaChange(points.map(pointOf), wanted);
    const parts = {
      ...(subject.chairId !== undefined && { chairId: subject.chairId }),
      ...(subject.minuteTakerId !== undefined && { minuteTakerId: subject.minuteTakerId }),
    };
    const standing = points.filter(({ id, state }) => state !== 'dropped' && !drop.includes(id));
    const dropped = points.filter(({ id }) => drop.includes(id));
    const put: readonly RecordPatch[] = [
      ...dropped.map(({ id, rev }) => changed(id, rev, { state: 'dropped' })),
      ...arranged(standing, add).flatMap((place, i): readonly RecordPatch[] => {
        const number = i + 1;
        if ('there' in place)
          return place.there.number === number ? [] : [changed(place.there.id, place.there.rev, { number })];
        const at = { id: newId(), school: subject.school };
        return [create(agendaPoint, at, { meetingId: subject.id, number, state: 'open', ...parts, ...place.add })];
      }),
    ];
    return {
      ok: true,
      change: { put, lane: subject.id, entries: [], effects: [] },
      answer: { added: add.length, dropped: drop.length },
    };
  },
};

const changed = (
  id: string,
  rev: number,
  values: { readonly state?: 'dropped'; readonly number?: number },
): RecordPatch => ({
  ...{ kind: 'update', type: agendaPoint, id, rev, values },
});

/** A point as a row has it, without what it does not have. */
function pointOf({ id, number, why, state, heading, concernId, actionId, carriedFromId, minutes }: Row): StandingPoint {
  return {
    ...{ id, number, why, state },
    ...(heading !== null && heading !== undefined && { heading }),
    ...(concernId !== null && concernId !== undefined && { concernId }),
    ...(actionId !== null && actionId !== undefined && { actionId }),
    ...(carriedFromId !== null && carriedFromId !== undefined && { carriedFromId }),
    ...(minutes !== null && minutes !== undefined && { minutes }),
  };
}
