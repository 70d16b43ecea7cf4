import type { Call, Stores } from './call.ts';
import type { StoredItem } from './item-store.ts';
import type { StoredList } from './list-store.ts';

/** Up to which place this call knows the changes of a list: all of them, unless it is told to be behind. */
export function knownUpTo({ effect }: Call, { changes }: Stores, list: StoredList): number {
  const newest = changes.newest(list.id);
  return effect?.kind === 'stale' ? Math.max(0, newest - effect.behind) : newest;
}

/**
 * Rows as this call knows them: those with a change that it does not know yet as they were before, or not at all when
 * they are new. A row that was deleted meanwhile is not brought back.
 */
export function asKnown(call: Call, stores: Stores, list: StoredList, items: readonly StoredItem[]) {
  const { effect } = call;
  if (effect?.kind !== 'stale') return items;
  const window = { after: knownUpTo(call, stores, list), upTo: Infinity, limit: effect.behind };
  const unknown = new Set(stores.changes.between(list.id, window).map(({ item }) => item));
  return items.flatMap((item) => {
    if (!unknown.has(item.id)) return [item];
    const [, before] = stores.items.versions(list, item);
    return before ? [{ ...item, ...before }] : [];
  });
}
