import type { agendaState, agendaWhy } from './fields.ts';

type Why = keyof typeof agendaWhy;

/** A point as an agenda can have it: its own words, or the record it is about. */
export interface Point {
  readonly why: Why;
  readonly heading?: string;
  readonly concernId?: string;
  readonly actionId?: string;
  readonly carriedFromId?: string;
  readonly minutes?: number;
}

/** A point as it stands on an agenda. */
export interface StandingPoint extends Point {
  readonly id: string;
  readonly number: number;
  readonly state: keyof typeof agendaState;
}

/** What an agenda is made of, at a moment; each list in the order in which it should be talked about. */
export interface AgendaSources {
  /** Points that stand on each agenda of the kind. */
  readonly standing: readonly string[];
  /** Points of the last meeting of the series that were not decided. */
  readonly undone: readonly StandingPoint[];
  readonly actions: readonly { readonly id: string; readonly concernId: string; readonly overdue: boolean }[];
  readonly newConcerns: readonly { readonly id: string }[];
}

/**
 * The points that belong on an agenda now, in this order: what stands first on each, what was left over, what is overdue, what is
 * new, what is open; what stands last. Each record once, for the first reason that
 * holds.
 * @param sources what there is at the moment
 */
export function pointsOf({ standing, undone, actions, newConcerns }: AgendaSources): readonly Point[] {
  const headed = (heading: string): Point => ({ why: 'standing', heading });
  const acting = (overdue: boolean) =>
    actions
      .filter((one) => one.overdue === overdue)
      .map(({ id, concernId }): Point => ({ why: overdue ? 'overdue-action' : 'action', actionId: id, concernId }));
  // The last one is the date of the next meeting: nobody wants it before the business.
  const [last, first] = [standing.slice(-1), standing.slice(0, -1)];
  const said = new Set(standing);
  const all: readonly Point[] = [
    ...first.map(headed),
    ...undone
      // A standing point stands there anyway.
      .filter(({ heading, why }) => why !== 'standing' || heading === undefined || !said.has(heading))
      .map(({ id, heading, concernId, actionId }) => ({
        ...{ why: 'arising' as const, carriedFromId: id },
        ...(heading !== undefined && { heading }),
        ...(concernId !== undefined && { concernId }),
        ...(actionId !== undefined && { actionId }),
      })),
    ...acting(true),
    ...newConcerns.map(({ id }): Point => ({ why: 'new-concern', concernId: id })),
    ...acting(false),
    ...last.map(headed),
  ];
  const seen = new Set<string>();
  return all.filter((point) => {
    const key = keyOf(point);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same matter, whatever brought it there: an action, a concern, or words. */
const keyOf = ({ actionId, concernId, heading }: Point) =>
  actionId !== undefined
    ? `action ${actionId}`
    : concernId !== undefined
      ? `concern ${concernId}`
      : `heading ${heading}`;

/** How an agenda changes so that it says what there is now. */
export interface AgendaChange {
  readonly add: readonly Point[];
  /** Ids of points whose record is settled, or that no longer stand on each agenda. */
  readonly drop: readonly string[];
}

/**
 * Brings an agenda up to date. What people did to it stays: a point added by hand, its place and its minutes, one that was decided
 * or taken off; what was taken off does not come back.
 */
export function agendaChange(points: readonly StandingPoint[], wanted: readonly Point[]): AgendaChange {
  const keys = new Set(wanted.map(keyOf));
  const there = new Set(points.map(keyOf));
  return {
    add: wanted.filter((point) => !there.has(keyOf(point))),
    drop: points
      .filter((point) => point.state === 'open' && point.why !== 'own' && !keys.has(keyOf(point)))
      .map(({ id }) => id),
  };
}

/**
 * Places new points behind those that are there, before a standing point at the very end: nobody wants the date of the next meeting
 * before the business.
 * @returns the whole agenda in its order; an index of `points` or of `add`
 */
export function arranged<P extends Pick<StandingPoint, 'why' | 'state'>, A>(
  points: readonly P[],
  add: readonly A[],
): readonly ({ readonly there: P } | { readonly add: A })[] {
  const last = points.at(-1);
  const tail = last?.why === 'standing' && last.state === 'open' ? 1 : 0;
  const there = points.map((point) => ({ there: point }));
  return [
    ...there.slice(0, there.length - tail),
    ...add.map((one) => ({ add: one })),
    ...there.slice(there.length - tail),
  ];
}
