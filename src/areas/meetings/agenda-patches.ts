import { create, type RecordPatch } from '../../records/patch.ts';
import { agendaChange, arranged, pointsOf, type Point, type StandingPoint } from './agenda.ts';
import { agendaPoint } from './record.ts';

/** A point as a query answers it. */
export type PointRow = { readonly [K in keyof StandingPoint]?: StandingPoint[K] | null } & {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly why: Point['why'];
  readonly state: StandingPoint['state'];
};

/** A point as a row has it, without what it does not have. */
export function pointOf(row: PointRow): StandingPoint {
  const { id, number, why, state, heading, concernId, actionId, carriedFromId, minutes } = row;
  return {
    ...{ id, number, why, state },
    ...(heading !== null && heading !== undefined && { heading }),
    ...(concernId !== null && concernId !== undefined && { concernId }),
    ...(actionId !== null && actionId !== undefined && { actionId }),
    ...(carriedFromId !== null && carriedFromId !== undefined && { carriedFromId }),
    ...(minutes !== null && minutes !== undefined && { minutes }),
  };
}

/** What stands on an agenda because it stood on each of its kind when the meeting was called; taken off or not. */
export const standingOn = (points: readonly PointRow[]): readonly string[] =>
  points.flatMap(({ why, heading }) => (why === 'standing' && heading ? [heading] : []));

export const changedPoint = (
  id: string,
  rev: number,
  values: { readonly state?: 'dropped'; readonly number?: number },
): RecordPatch => ({ kind: 'update', type: agendaPoint, id, rev, values });

/** Whose agenda it is; whoever chairs and minutes the meeting may read each of its points. */
export interface AgendaOf {
  readonly id: string;
  readonly school: string;
  readonly chairId?: string | null | undefined;
  readonly minuteTakerId?: string | null | undefined;
}

/** New points in their places, and the numbers of those behind them. */
export function pointsAdded(
  { id: meetingId, school, chairId, minuteTakerId }: AgendaOf,
  points: readonly PointRow[],
  add: readonly Point[],
  newId: () => string,
): readonly RecordPatch[] {
  const parts = { ...(chairId && { chairId }), ...(minuteTakerId && { minuteTakerId }) };
  const standing = points.filter(({ state }) => state !== 'dropped');
  return arranged(standing, add).flatMap((place, i): readonly RecordPatch[] => {
    const number = i + 1;
    if ('there' in place)
      return place.there.number === number ? [] : [changedPoint(place.there.id, place.there.rev, { number })];
    return [create(agendaPoint, { id: newId(), school }, { meetingId, number, state: 'open', ...parts, ...place.add })];
  });
}

/**
 * Takes what a meeting has left undone on to the next of its series; what stands on each agenda of the kind stands there anyway, and
 * what is there already, or was taken off there, does not come again.
 * @param left points as they are at the end of the meeting
 */
export function carriedOn(
  left: readonly PointRow[],
  next: AgendaOf,
  points: readonly PointRow[],
  newId: () => string,
): readonly RecordPatch[] {
  const undone = left.map(pointOf).filter(({ state }) => state === 'open' || state === 'carried');
  const wanted = pointsOf({ standing: standingOn(points), undone, actions: [], newConcerns: [] });
  const arising = wanted.filter(({ why }) => why === 'arising');
  const { add } = agendaChange(points.map(pointOf), arising);
  // Behind what is to be written of the next meeting, and not of this one.
  return add.length === 0 ? [] : pointsAdded(next, points, add, newId).map((put) => ({ ...put, lane: next.id }));
}
