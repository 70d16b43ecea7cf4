import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTypes } from '../../src/areas/areas.ts';
import { rightsRestOn } from '../../src/areas/rights-rest-on.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import type { Around } from '../../src/compose/around.ts';
import type { Store } from '../../src/perform/store.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { kernelOn, newForm, people } from '../support/kernel.ts';
import { havePostgres, startPostgres } from '../support/postgres.ts';
import { breakages, type Breakage } from './breakages.ts';
import type { Figure, Measured } from './figure.ts';
import { countQueries } from './postgres-queries.ts';
import { median, medianInterval } from './statistics.ts';

export interface SubmitPostgresOptions {
  /** Rounds that count. One more comes first and is thrown away. */
  readonly rounds?: number;
  readonly submitsARound?: number;
  readonly breakage?: Breakage;
}

const statements = {
  metric: 'submit.pg_statements',
  unit: 'statements from the decision to the commit',
  yardstick: 'one, the least that writes anything',
} as const;
const time = {
  metric: 'submit.pg_ratio',
  unit: 'times the yardstick, median of rounds',
  yardstick: '4 KiB appended to a file and fdatasync, same disk, in turn with the submits',
} as const;

/** What one submit took, and one write beside it; milliseconds. */
interface Pair {
  readonly submit: number;
  readonly write: number;
  readonly statements: number;
}

/** How long the commit of a report takes on PostgreSQL, beside what the disk needs at least for anything durable. */
export async function measureSubmitPostgres({
  rounds = 9,
  submitsARound = 40,
  breakage,
}: SubmitPostgresOptions = {}): Promise<Measured> {
  if (!havePostgres()) {
    const none = { value: null, ratio: null, why: 'PostgreSQL is not installed and LANTERN_TEST_POSTGRES is not set' };
    return {
      figures: [
        { ...statements, ...none },
        { ...time, ...none },
      ],
      rounds: [],
    };
  }
  const server = await startPostgres();
  const log = openLogFile();
  try {
    const operational = await openPostgres(
      await server.aDatabase(),
      recordTypes,
      Object.values(rightsRestOn),
      systemClock,
    );
    try {
      const found: Pair[][] = [];
      const pair = await pairs(operational.store, breakage, log);
      while (found.length <= rounds) found.push(await inTurn(submitsARound, pair));
      return { figures: figuresOf(found.slice(1)), rounds: found };
    } finally {
      await operational.close();
    }
  } finally {
    log.close();
    await server.stop();
  }
}

/** @returns one submit through the kernel, of which only the store's part is timed, and one write */
async function pairs(store: Store, breakage: Breakage | undefined, log: LogFile): Promise<() => Promise<Pair>> {
  const broken: Around = breakage ? breakages[breakage]() : {};
  let last: Omit<Pair, 'write'> = { submit: 0, statements: 0 };
  const timed = (inner: Store): Store => ({
    ...inner,
    async commit(commit) {
      const queries = countQueries();
      const started = performance.now();
      const outcome = await inner.commit(commit);
      last = { submit: performance.now() - started, statements: queries.stop() };
      return outcome;
    },
  });
  const kernel = await kernelOn(store, { around: (inner) => timed(broken.store?.(inner) ?? inner) });
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  return async () => {
    const reported = await kernel.perform(reportConcern, people.daniel, typed, newForm());
    if (!reported.ok) throw new Error(`a report was refused: ${reported.problem.code}`);
    return { ...last, write: log.write() };
  };
}

async function inTurn(count: number, pair: () => Promise<Pair>): Promise<Pair[]> {
  const done: Pair[] = [];
  while (done.length < count) done.push(await pair());
  return done;
}

const block = Buffer.alloc(4_096, 1);

interface LogFile {
  /** @returns milliseconds for one block, written and synced */
  write(): number;
  close(): void;
}

/** A file that grows with each block, as a log does that nobody has laid out beforehand. */
function openLogFile(): LogFile {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-write-'));
  const file = openSync(join(folder, 'log'), 'w');
  return {
    write() {
      const started = performance.now();
      writeSync(file, block);
      fdatasyncSync(file);
      return performance.now() - started;
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true });
    },
  };
}

function figuresOf(found: readonly (readonly Pair[])[]): readonly Figure[] {
  const most = Math.max(...found.flat().map((pair) => pair.statements));
  const ratios = found.map(
    (round) => median(round.map(({ submit }) => submit)) / median(round.map(({ write }) => write)),
  );
  const value = median(ratios);
  return [
    { ...statements, value: most, ratio: most },
    { ...time, value, ratio: value, range: medianInterval(ratios, 0.9) },
  ];
}
