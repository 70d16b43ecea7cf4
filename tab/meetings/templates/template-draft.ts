import type { TemplatePoint } from '../../../src/areas/meetings/contract.ts';

/** A point while it is being edited: under a key of its own, so that a keyboard stays with it when it moves. */
export interface DraftPoint {
  readonly key: number;
  readonly heading: string;
  readonly minutes: string;
}

export const draftOf = (points: readonly TemplatePoint[]): readonly DraftPoint[] =>
  points.map(({ heading, minutes }, key) => ({ key, heading, minutes: minutes === undefined ? '' : String(minutes) }));

/** What is sent: points without words are left out. */
export const pointsOf = (draft: readonly DraftPoint[]): readonly TemplatePoint[] =>
  draft.flatMap(({ heading, minutes }) => {
    const length = Number.parseInt(minutes, 10);
    return heading.trim() === '' ? [] : [{ heading: heading.trim(), ...(length > 0 && { minutes: length }) }];
  });

/** With one point moved up or down by one place; as it was where it cannot go further. */
export function movedBy(draft: readonly DraftPoint[], at: number, by: -1 | 1): readonly DraftPoint[] {
  const to = at + by;
  const [one, other] = [draft[at], draft[to]];
  if (!one || !other) return draft;
  return draft.map((point, i) => (i === at ? other : i === to ? one : point));
}
