import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Instant } from '../../ports/clock.ts';
import type { Commit, CommitOutcome, FormKey } from '../../perform/store.ts';
import type { Ask } from './ask.ts';
import { createConflicts } from './conflicts.ts';
import { later } from '../instants.ts';
import type { JournalTable } from './journal-table.ts';
import { createDrafts } from './drafts.ts';
import { createPut } from './put.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';

type OutboxRow = Pick<Tables['outbox'], 'tenant' | 'channel' | 'lane' | 'act' | 'payload' | 'dueAt' | 'createdAt'>;

/**
 * The one transaction of an act: it answers a form that was answered before, re-checks all that the decision rested on,
 * then writes projection, outbox, journal and inbox together.
 */
export function createCommit(sqlite: SQLite.Database, ask: Ask, journal: JournalTable, machineNow: () => Instant) {
  const put = createPut(sqlite);
  const conflicts = createConflicts(sqlite);
  const drafts = createDrafts(sqlite);
  const inboxRow = statement<Tables, FormKey, { answer: string }>(sqlite, (tables, value) =>
    tables
      .selectFrom('inbox')
      .select('answer')
      .where((row) =>
        row.and({ tenant: value('tenant'), person: value('person'), form: value('form'), digest: value('digest') }),
      ),
  );
  const remember = statement<Tables, FormKey & { answer: string; at: string }, unknown>(sqlite, (tables, value) =>
    tables.insertInto('inbox').values({
      tenant: value('tenant'),
      person: value('person'),
      form: value('form'),
      digest: value('digest'),
      answer: value('answer'),
      at: value('at'),
    }),
  );
  const nextOf = statement<Tables, { tenant: string; counter: string }, { next: number }>(sqlite, (tables, value) =>
    tables
      .selectFrom('counter')
      .select('next')
      .where('tenant', '=', value('tenant'))
      .where('counter', '=', value('counter')),
  );
  const count = statement<Tables, Tables['counter'], unknown>(sqlite, (tables, value) =>
    tables
      .insertInto('counter')
      .values({ tenant: value('tenant'), counter: value('counter'), next: value('next') })
      .onConflict((conflict) => conflict.columns(['tenant', 'counter']).doUpdateSet({ next: value('next') })),
  );
  const enqueue = statement<Tables, OutboxRow, unknown>(sqlite, (tables, value) =>
    tables.insertInto('outbox').values({
      tenant: value('tenant'),
      channel: value('channel'),
      lane: value('lane'),
      act: value('act'),
      payload: value('payload'),
      state: 'waiting',
      attempts: 0,
      dueAt: value('dueAt'),
      leaseUntil: null,
      fence: 0,
      createdAt: value('createdAt'),
      code: null,
    }),
  );

  const next = (tenant: string, counter: string) => nextOf.get({ tenant, counter })?.next ?? 1;
  const revOf = (tenant: string, table: string, id: string) =>
    sqlite
      .prepare<[string, string], { rev: number }>(`select rev from "${table}" where tenant = ? and id = ?`)
      .get(tenant, id)?.rev;

  const holds = ({ key, basis, put: patches }: Commit) =>
    patches.every((patch) => patch.kind === 'create' || revOf(key.tenant, patch.type.name, patch.id) === patch.rev) &&
    basis.records.every(({ type, id, rev }) => revOf(key.tenant, type.name, id) === rev) &&
    basis.counters.every(({ counter, next: seen }) => next(key.tenant, counter) === seen) &&
    basis.seen.every(
      ({ query, values, rows }) => JSON.stringify(ask(key.tenant, query, values)) === JSON.stringify(rows),
    );

  const transaction = sqlite.transaction((commit: Commit): CommitOutcome => {
    const { key, act } = commit;
    const before = inboxRow.get(key);
    if (before) return { kind: 'answered', answer: before.answer };
    if (!holds(commit)) return { kind: 'conflict' };
    const now = machineNow();
    if (commit.settle && !conflicts.settle(key.tenant, commit.settle, now)) return { kind: 'conflict' };
    if (commit.draft && !drafts.change(key.tenant, commit.draft)) return { kind: 'conflict' };
    const work = { tenant: key.tenant, act, createdAt: now };
    for (const patch of commit.put) {
      const payload = JSON.stringify(put(commit, patch));
      enqueue.run({ ...work, channel: 'sharepoint', lane: patch.lane ?? commit.lane, payload, dueAt: now });
    }
    for (const { after, ...effect } of commit.effects) {
      const lane = effect.to === '' ? effect.about : effect.to;
      enqueue.run({
        ...work,
        channel: 'message',
        lane,
        payload: JSON.stringify(effect),
        dueAt: later(now, after ?? 0),
      });
    }
    for (const { counter, next: used, taken = 1 } of commit.basis.counters)
      count.run({ tenant: key.tenant, counter, next: used + taken });
    journal.append([commit.entry]);
    remember.run({ ...key, answer: commit.answer, at: commit.entry.at });
    return { kind: 'committed' };
  });

  return {
    answer: (key: FormKey) => inboxRow.get(key)?.answer,
    next,
    commit: (commit: Commit) => transaction.immediate(commit),
  };
}
