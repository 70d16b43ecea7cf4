import type { State } from '../state.ts';

/** That a row of a list is not as it was: only its newest change is known. */
export interface Change {
  readonly item: number;
  /** Where it stands in the order of the list's changes, from 1. */
  readonly place: number;
  readonly deleted: boolean;
}

export interface ChangeStore {
  /** Changes after `place` and up to `upTo`, oldest first. */
  between(list: string, window: { after: number; upTo: number; limit: number }): readonly Change[];
  /** The place of the list's newest change; 0 for a list that never held a row. */
  newest(list: string): number;
}

/** What was changed in a list, in order. The state's own triggers write it. */
export function createChangeStore(state: State): ChangeStore {
  const between = state.prepare<[string, number, number, number], { item: number; place: number; deleted: number }>(
    'select item, place, deleted from change where list = ? and place > ? and place <= ? order by place limit ?',
  );
  const newest = state.prepare<[string], number>('select coalesce(max(place), 0) from change where list = ?').pluck();
  return {
    between: (list, { after, upTo, limit }) =>
      between
        .all(list, after, upTo, limit)
        .map(({ item, place, deleted }) => ({ item, place, deleted: deleted === 1 })),
    newest: (list) => newest.get(list) ?? 0,
  };
}
