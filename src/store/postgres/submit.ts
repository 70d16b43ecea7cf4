import { suffixOf } from '../../journal/chain.ts';
import type { Commit } from '../../perform/store.ts';
import type { Instant } from '../../ports/clock.ts';
import { rowFromValues } from '../../records/table.ts';
import { filingOf } from '../filing-payload.ts';
import { later } from '../instants.ts';
import { jsonText } from './json-text.ts';

/** What became of a submit; `no-chain`: the tenant has no journal yet, and nothing was written. */
export interface Submitted {
  readonly kind: 'committed' | 'conflict' | 'answered' | 'no-chain';
  readonly answer: string | null;
}

/**
 * The argument of the submit function: an act as one JSON text.
 * @param now on the clock of leases
 */
export function submission(commit: Commit, now: Instant): string {
  const { key, entry, basis, put } = commit;
  return jsonText({
    ...key,
    now,
    act: commit.act,
    lane: commit.lane,
    answer: commit.answer,
    records: [
      ...basis.records.map(({ type, id, rev }) => ({ type: type.name, id, rev: rev ?? null })),
      ...put.flatMap(({ kind, type, id, ...patch }) =>
        kind === 'update' ? [{ type: type.name, id, rev: (patch as { rev: number }).rev }] : [],
      ),
    ],
    counters: basis.counters,
    seen: basis.seen.map(({ query, values, rows }) => ({
      name: query.name,
      values: { ...values, '@tenant': key.tenant },
      rows,
    })),
    put: put.map((patch) => ({
      type: patch.type.name,
      id: patch.id,
      ...(patch.kind === 'create' && { school: patch.school, ref: patch.ref ?? null }),
      row: rowFromValues(patch.values),
      filing: filingOf(commit, patch),
    })),
    ...(commit.settle && { settle: { ...commit.settle, type: commit.settle.type.name } }),
    messages: commit.effects.map(({ after, ...effect }) => ({
      lane: effect.to === '' ? effect.about : effect.to,
      payload: effect,
      due: later(now, after ?? 0),
    })),
    entry: { ...entry, subjects: JSON.stringify(entry.subjects), fields: JSON.stringify(entry.fields) },
    suffix: suffixOf(entry),
  });
}
