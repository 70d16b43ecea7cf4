import type { AgendaItem, ArrangeAgendaRequest } from '../../src/areas/meetings/contract.ts';

/** What somebody has done to an agenda and not saved yet. */
export interface AgendaDraft {
  /** Ids in the new order; what came on the agenda since then is not among them. */
  readonly order: readonly string[];
  /** Id to minutes, as they are typed. */
  readonly minutes: Readonly<Record<string, string>>;
  readonly off: readonly string[];
}

/** A point as it stands on the screen. */
export interface DraftPoint {
  readonly item: AgendaItem;
  readonly minutes: string;
  readonly off: boolean;
}

const asText = (minutes: number | undefined) => (minutes === undefined || minutes === 0 ? '' : String(minutes));

/**
 * The agenda with what was done to it. What has come on it meanwhile stands behind its neighbour, and what went off is gone: so
 * nothing that was arranged is lost when somebody else was quicker.
 */
export function pointsIn(agenda: readonly AgendaItem[], draft: AgendaDraft | undefined): readonly DraftPoint[] {
  const known = new Map(agenda.map((item) => [item.id, item]));
  const order = (draft?.order ?? []).filter((id) => known.has(id));
  for (const [i, { id }] of agenda.entries()) {
    if (order.includes(id)) continue;
    const before = agenda[i - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order.flatMap((id) => {
    const item = known.get(id);
    if (!item) return [];
    return [{ item, minutes: draft?.minutes[id] ?? asText(item.minutes), off: draft?.off.includes(id) ?? false }];
  });
}

/** The draft after a point has gone to another place, counted from 0. */
export function moved(
  points: readonly DraftPoint[],
  draft: AgendaDraft | undefined,
  id: string,
  to: number,
): AgendaDraft {
  const order = points.map(({ item }) => item.id).filter((one) => one !== id);
  order.splice(Math.max(0, Math.min(to, order.length)), 0, id);
  return { order, minutes: draft?.minutes ?? {}, off: draft?.off ?? [] };
}

/** Whether anything is to be saved. */
export function isChanged(agenda: readonly AgendaItem[], points: readonly DraftPoint[]): boolean {
  return points.some(
    ({ item, minutes, off }, i) => off || item.id !== agenda[i]?.id || minutes !== asText(item.minutes),
  );
}

/** Minutes of all points that stay. */
export const sumOf = (points: readonly DraftPoint[]): number =>
  points.reduce((sum, { minutes, off }) => sum + (off ? 0 : Number(minutes)), 0);

/** The longest that one point can take, in minutes. */
export const mostMinutes = 480;

/** Whether minutes are what a point can take: nothing, or a whole number. */
export const isMinutes = (text: string): boolean => /^\d{0,3}$/.test(text) && Number(text) <= mostMinutes;

/** What is sent: the whole agenda in its order. */
export function arrangedOf(points: readonly DraftPoint[]): ArrangeAgendaRequest['points'] {
  return points.map(({ item: { id, minutes: before }, minutes, off }) => ({
    id,
    ...((minutes !== '' || before !== undefined) && { minutes: Number(minutes) }),
    ...(off && { off: true as const }),
  }));
}
