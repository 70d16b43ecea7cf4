import type { Clock } from '../../ports/clock.ts';
import { recordFromRow } from '../../records/table.ts';
import type { RecordType } from '../../records/define-record.ts';
import type { Query } from '../../records/query.ts';
import type { Commit, CommitOutcome, FormKey, Store } from '../../perform/store.ts';
import type { OperationalStore } from '../operational-store.ts';
import { vitalsQuestion, type Vitals } from '../vitals.ts';
import { createAccount } from './account.ts';
import { createChannelReferences } from './channel-references.ts';
import { createDatabaseClock } from './database-clock.ts';
import { createFilingQueue } from './filing-queue.ts';
import { createSearching } from './full-text.ts';
import { createNextGeneration } from './generation.ts';
import { createHealth } from './health.ts';
import { createJournalLines } from './journal-lines.ts';
import { createJournalMarks } from './journal-marks.ts';
import { createJournalTable, type JournalTable } from './journal-table.ts';
import { createJournalReader } from './journal-reader.ts';
import { createMessageQueue } from './message-queue.ts';
import { createParameters } from './parameters.ts';
import { connect, type Pool } from './pool.ts';
import { createQuestions, type Questions } from './questions.ts';
import { quoted } from './quoted.ts';
import { createReferences } from './references.ts';
import { migrate } from './schema.ts';
import { createSpoolTable } from './spool.ts';
import { submission } from './submit.ts';
import { conflict, submitFunction } from './submit-function.ts';
import { createSyncStore } from './sync-store.ts';

/** A row that is there already. In the inbox: the form was answered before; elsewhere what the decision rested on has changed. */
const taken = '23505';
const inboxKey = 'inbox_pkey';

const told = (error: unknown, what: 'code' | 'constraint'): unknown =>
  error instanceof Error && what in error ? (error as Error & Readonly<Record<typeof what, unknown>>)[what] : undefined;

/**
 * The operational store on PostgreSQL, for several instances at once. Each act is one statement and so one round trip.
 * @param url `postgresql://…`
 * @param rights the questions whose answers make a person's rights: each commit asks them again
 * @param machine this machine's clock; leases go by the database's
 * @throws StoreFault when it cannot be reached, is not durable, or a newer Lantern has used it
 */
export async function openPostgres(
  url: string,
  types: readonly RecordType[],
  rights: readonly Query<object, unknown>[],
  machine: Clock,
): Promise<OperationalStore> {
  const questions = createQuestions(createSearching(types));
  const submit = submitFunction(types, rights, questions);
  const pool = await connect(url);
  try {
    await migrate(pool, types, submit);
    const clock = await createDatabaseClock(pool, machine);
    const journal = createJournalTable(pool);
    return {
      store: createStore({ pool, journal, clock, questions, name: submit.name }),
      filingQueue: createFilingQueue(pool, clock),
      messageQueue: createMessageQueue(pool, clock),
      spool: createSpoolTable(pool),
      references: createReferences(pool, clock),
      channelReferences: createChannelReferences(pool),
      nextGeneration: createNextGeneration(pool, types),
      account: createAccount(pool, types),
      sync: createSyncStore(pool, types),
      journalEntries: journal.entries,
      journalLines: createJournalLines(pool),
      journalMarks: createJournalMarks(pool),
      journalReader: createJournalReader(pool),
      actsAfter: journal.actsAfter,
      async vitals() {
        const p = createParameters();
        const text = vitalsQuestion(p.text(clock.now()));
        const [found] = await pool.rows<Vitals>({ text, values: p.values });
        if (!found) throw new Error('a count gave nothing');
        return found;
      },
      copyTo: undefined,
      restored: undefined,
      health: createHealth(pool),
      ready: async () => (await pool.rows({ text: 'select 1 as one', values: [] })).length === 1,
      housekeeping: clock.set,
      close: pool.close,
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

interface Parts {
  readonly pool: Pool;
  readonly journal: JournalTable;
  readonly clock: Clock;
  readonly questions: Questions;
  /** Of the function that submits. */
  readonly name: string;
}

function createStore({ pool, journal, clock, questions, name }: Parts): Store {
  async function answer({ tenant, person, form, digest }: FormKey): Promise<string | undefined> {
    const p = createParameters();
    const text = `select answer from inbox where tenant = ${p.text(tenant)} and person = ${p.text(person)}
      and form = ${p.text(form)} and digest = ${p.text(digest)}`;
    return (await pool.rows<{ answer: string }>({ text, values: p.values }))[0]?.answer;
  }

  async function submit(commit: Commit): Promise<CommitOutcome> {
    const values = [submission(commit, clock.now())];
    const call = async () => (await pool.rows<{ n: number | null }>({ text: `select ${name}($1) as n`, values }))[0]?.n;
    try {
      if (typeof (await call()) === 'number') return { kind: 'committed' };
      await journal.begin(commit.key.tenant);
      if (typeof (await call()) === 'number') return { kind: 'committed' };
    } catch (error) {
      const code = told(error, 'code');
      const again = code === taken && told(error, 'constraint') === inboxKey;
      if (!again && (code === conflict || code === taken)) return { kind: 'conflict' };
      const before = again ? await answer(commit.key) : undefined;
      if (before === undefined) throw error;
      return { kind: 'answered', answer: before };
    }
    throw new Error('a submit came to nothing');
  }

  return {
    answer,
    async record(tenant, type, id) {
      const p = createParameters();
      const text = `select * from ${quoted(type.name)} where tenant = ${p.text(tenant)} and id = ${p.text(id)}`;
      const [row] = await pool.rows<Record<string, unknown>>({ text, values: p.values });
      return row && recordFromRow(type, row);
    },
    rows: (tenant, query, values, within) => pool.rows(questions.statement({ tenant, query, values, within })),
    async next(tenant, counter) {
      const p = createParameters();
      const text = `select next from counter where tenant = ${p.text(tenant)} and counter = ${p.text(counter)}`;
      return (await pool.rows<{ next: number }>({ text, values: p.values }))[0]?.next ?? 1;
    },
    commit: submit,
    journal: journal.append,
  };
}
