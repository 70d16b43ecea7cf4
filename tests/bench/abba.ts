import autocannon from 'autocannon';
import type { MeasuredProcess } from './measured-process.ts';

/** Two programs that are asked the same and must answer the same. */
export interface Rivals {
  readonly lantern: MeasuredProcess;
  readonly yardstick: MeasuredProcess;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** CPU time of one request in microseconds, in one round. */
export interface Round {
  readonly lantern: number;
  readonly yardstick: number;
}

export interface RivalsOptions {
  readonly connections: number;
  /** Rounds that count; one more comes first and is thrown away. */
  readonly rounds: number;
  /** Requests in a quarter of a round. */
  readonly amount: number;
}

/**
 * Measures two programs against each other: in each round in the order ABBA, so that a machine that slows down slows both,
 * and by CPU time, which other programs on the machine disturb least.
 * @throws Error when an answer is not the one expected
 */
export async function rivals(both: Rivals, { connections, rounds, amount }: RivalsOptions): Promise<readonly Round[]> {
  const { path, headers, body } = both;
  const quarter = async (program: MeasuredProcess) => {
    const before = await program.cpu();
    const result = await autocannon({ url: program.origin + path, connections, amount, headers, expectBody: body });
    const used = (await program.cpu()) - before;
    const wrong = result.errors + result.timeouts + result.non2xx + result.mismatches;
    if (wrong > 0) throw new Error(`${wrong} of ${amount} answers were not as expected`);
    return used / amount;
  };
  const found: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = await quarter(both.lantern);
    const yardstick = ((await quarter(both.yardstick)) + (await quarter(both.yardstick))) / 2;
    found.push({ lantern: (first + (await quarter(both.lantern))) / 2, yardstick });
  }
  return found.slice(1);
}
