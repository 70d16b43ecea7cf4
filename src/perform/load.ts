import type { Basis, Store } from './store.ts';
import type { Need, Needs } from '../records/need.ts';

export interface Loaded<S> {
  readonly state: S;
  readonly basis: Pick<Basis, 'records' | 'counters'>;
}

/** Fetches what a use case asked for, and notes the revisions and numbers that its decision will rest on. */
export async function load<S>(store: Store, tenant: string, needs: Needs<S>): Promise<Loaded<S>> {
  const state: Record<string, unknown> = {};
  const records: Basis['records'][number][] = [];
  const counters: Basis['counters'][number][] = [];
  for (const [name, need] of Object.entries<Need<unknown>>(needs)) {
    if (need.kind === 'record') {
      const record = await store.record(tenant, need.type, need.id);
      records.push({ type: need.type, id: need.id, rev: record?.rev });
      state[name] = record;
    } else if (need.kind === 'rows') {
      state[name] = await store.rows(tenant, need.query, need.values);
    } else {
      const next = await store.next(tenant, need.counter);
      counters.push({ counter: need.counter, next });
      state[name] = next;
    }
  }
  return { state: state as S, basis: { records, counters } };
}
