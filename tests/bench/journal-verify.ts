import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChainReader } from '../../src/journal/chain-reader.ts';
import type { JournalLine } from '../../src/journal/journal-line.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { createJournalLines } from '../../src/store/sqlite/journal-lines.ts';
import { createJournalTable } from '../../src/store/sqlite/journal-table.ts';
import { migrate } from '../../src/store/sqlite/schema.ts';
import { look } from '../support/journal-scene.ts';
import { databaseKey, tenant } from '../support/kernel.ts';
import type { Measured } from './figure.ts';
import { median } from './statistics.ts';

export interface JournalVerifyOptions {
  readonly entries?: number;
  /** Makes the product slower with each entry, to see the figure notice. */
  readonly broken?: (line: JournalLine) => void;
}

const atOnce = 5_000;
const person = (i: number) => `6b1c7a1e-1111-4111-8111-${(i % 90).toString().padStart(12, '0')}`;

/** An encrypted store with so many looks in one tenant's chain. */
function longJournal(entries: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-long-journal-'));
  const { sqlite, checkpoint, close } = openDatabase(folder, databaseKey);
  migrate(sqlite, []);
  const table = createJournalTable(sqlite);
  const some = sqlite.transaction((from: number, to: number) => {
    for (let i = from; i < to; i++)
      table.append([look({ actor: person(i), subjects: [i.toString(16).padStart(32, '0')] })]);
  });
  for (let from = 0; from < entries; from += 50_000) {
    some(from, Math.min(entries, from + 50_000));
    checkpoint();
  }
  return {
    lines: createJournalLines(sqlite),
    end() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** CPU time of this process for a piece of work, in microseconds. */
async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How quickly a chain is proved beside plain SHA-256 of the same bytes, entry by entry, in turn; CPU time, and the median of the
 * turns: each takes milliseconds, and a pause of the runtime in one of the two is longer than both. Reading the entries out of the
 * encrypted store is a figure of its own, for decryption alone takes longer than either.
 */
export async function measureJournalVerify({
  entries = 1_000_000,
  broken,
}: JournalVerifyOptions = {}): Promise<Measured> {
  const { lines, end } = longJournal(entries);
  try {
    let some: readonly JournalLine[] = [];
    const chain = createChainReader(
      async () => some,
      [],
      () => undefined,
    );
    const spent = { reading: 0, proving: 0 };
    const ratios: number[] = [];
    let turn = 0;
    const prove = async () => {
      await chain.fill();
      for (let line = chain.next(); line; line = chain.next()) broken?.(line);
    };
    for (let after = 0; after < entries; after += atOnce) {
      let before = chain.head.hash;
      spent.reading += await cpu(async () => {
        some = await lines(tenant, after, atOnce);
      });
      const bytes = some.map((line) => {
        const one = Buffer.from(before + line.text);
        before = line.hash;
        return one;
      });
      const hashAll = () => bytes.forEach((one) => hash('sha256', one));
      const first = turn++ % 2 === 0 ? await cpu(hashAll) : 0;
      const proving = await cpu(prove);
      ratios.push((first || (await cpu(hashAll))) / proving);
      spent.proving += proving;
    }
    const ratio = median(ratios);
    const whole = chain.head.n === entries && !chain.broken;
    const why = whole ? {} : { why: `the chain was proved up to entry ${chain.head.n} of ${entries}` };
    return {
      figures: [
        {
          ...{ metric: 'journal.verify_ratio', value: ratio, ratio, ...why },
          unit: `times the speed of the yardstick: a chain of ${entries} entries proved, their texts in memory`,
          yardstick: 'SHA-256 of the same bytes, entry by entry, in the same run',
        },
        {
          ...{ metric: 'journal.verify_rows_per_s', value: (entries * 1e6) / (spent.proving + spent.reading), ...why },
          ...{ unit: 'entries a second of CPU, read from the encrypted store too', yardstick: null, ratio: null },
        },
      ],
      rounds: { entries, ...spent, ratios },
    };
  } finally {
    end();
  }
}
