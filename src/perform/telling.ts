import type { Store } from './store.ts';

/** Says that something was committed, without the store knowing to whom. */
export function telling(store: Store, committed: () => void): Store {
  return {
    ...store,
    async commit(commit) {
      const outcome = await store.commit(commit);
      if (outcome.kind === 'committed') committed();
      return outcome;
    },
  };
}
