import { suffixOf } from '../../journal/chain.ts';
import type { Commit } from '../../perform/store.ts';
import type { Instant } from '../../ports/clock.ts';
import { heldLists } from '../held-entry.ts';
import { filingOf } from '../filing-payload.ts';
import { later } from '../instants.ts';
import { jsonText } from './json-text.ts';

/**
 * The argument of the submit function: an act as one JSON text.
 * @param now on the clock of leases
 */
export function submission(commit: Commit, now: Instant): string {
  const { key, entry, basis, put } = commit;
  const filings = put.map((patch) => ({
    channel: 'sharepoint',
    lane: patch.lane ?? commit.lane,
    due: now,
    payload: filingOf(commit, patch),
  }));
  const messages = commit.effects.map(({ after, ...effect }) => ({
    channel: 'message',
    lane: effect.to === '' ? effect.about : effect.to,
    due: later(now, after ?? 0),
    payload: effect,
  }));
  return jsonText({
    ...key,
    now,
    at: entry.at,
    act: commit.act,
    answer: commit.answer,
    records: basis.records.map(({ type, id, rev }) => ({ type: type.name, id, rev: rev ?? null })),
    counters: basis.counters,
    seen: basis.seen.map(({ query, values, rows }) => ({
      name: query.name,
      values: { ...values, '@tenant': key.tenant },
      rows: asAggregated(rows),
    })),
    ...(commit.settle && { settle: { ...commit.settle, type: commit.settle.type.name } }),
    ...(commit.draft && { draft: commit.draft }),
    put: put.map((patch) => ({
      kind: patch.kind,
      type: patch.type.name,
      id: patch.id,
      ...(patch.kind === 'create' ? { school: patch.school, ref: patch.ref ?? null } : { rev: patch.rev }),
    })),
    // The n-th piece of work belongs to the n-th patch and holds its values; messages come after them.
    work: [...filings, ...messages],
    entry: { ...entry, ...heldLists(entry) },
    suffix: suffixOf(entry),
  });
}

/** Rows as PostgreSQL's json_agg writes them, so that they can be compared as text. */
const asAggregated = (rows: readonly unknown[]) => `[${rows.map((row) => JSON.stringify(row)).join(', \n ')}]`;
