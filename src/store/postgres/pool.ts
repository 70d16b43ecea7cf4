import { createHash } from 'node:crypto';
import pg from 'pg';
import { StoreFault } from '../store-fault.ts';
import { durable } from './durable.ts';

/** A statement with its values. Its text is prepared once on each connection, so it must not hold a value. */
export interface Bound {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs one statement of a transaction. @returns its rows */
export type Run = (text: string, values?: readonly unknown[]) => Promise<readonly object[]>;

/** The connections to PostgreSQL. */
export interface Pool {
  /** Runs one statement as a transaction of its own. @returns its rows */
  rows<R>(statement: Bound): Promise<readonly R[]>;
  /** Runs several statements in one transaction, on one connection. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Nothing that Lantern asks of its own database takes so long when all is well; a person waits for the answer. */
const longestMs = 10_000;
const largest = 10;
/**
 * How long a transaction may stand between two of its statements. A machine that is frozen or lost in the midst of one would else
 * hold the head of the journal, and nobody in the fleet could act or look. Well under what others wait for.
 */
const idleInTransactionMs = 6_000;

/**
 * Each statement must see what was committed just before it (submit.ts). Statements are planned once and not for each value:
 * theirs are keys of indexes, and to plan a submit takes longer than to carry it out.
 */
const session = `set session characteristics as transaction isolation level read committed; set plan_cache_mode = force_generic_plan`;

/** Counts of ours fit into a number. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Connects to a database and makes sure that what it says is committed stays so.
 * @param url `postgresql://…`
 * @throws StoreFault when it cannot be reached, or would call something committed that a power cut could take away
 */
export async function connect(url: string): Promise<Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: largest,
    connectionTimeoutMillis: longestMs,
    query_timeout: longestMs,
    statement_timeout: longestMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    application_name: 'lantern',
    verify: (client, done) => {
      client.query(session).then(() => done(), done);
    },
  });
  // An idle connection that breaks is replaced when the next one is wanted; that query tells whoever asks.
  pool.on('error', () => undefined);
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, known);
    return known;
  };
  try {
    await checkDurable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async rows<R>({ text, values }: Bound) {
      const { rows } = await pool.query({ name: nameOf(text), text, values: [...values] });
      return rows as readonly R[];
    },
    async transaction(work) {
      const client = await pool.connect();
      // The server may end the session between two statements: the next one says so.
      const heard = () => undefined;
      client.on('error', heard);
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const done = await work(async (text, values) => (await client.query<object>(text, values && [...values])).rows);
        await client.query('commit');
        return done;
      } catch (error) {
        broken = error instanceof Error ? error : new Error('unknown');
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.off('error', heard);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function checkDurable(pool: pg.Pool): Promise<void> {
  for (const [setting, accepted] of durable) {
    const found = await pool
      .query<{ value: string }>('select current_setting($1) as value', [setting])
      .then(({ rows }) => rows[0]?.value ?? '')
      .catch(() => {
        throw new StoreFault(
          'unreachable',
          'The database that DATABASE_URL names cannot be reached. Check that it runs, the address, the name and the password.',
        );
      });
    if (!accepted.some((value) => value === found))
      throw new StoreFault(
        'not-durable',
        `The database has ${setting}=${found}, so it could lose what it has confirmed. Set it to ${accepted.join(' or ')}.`,
      );
  }
}
