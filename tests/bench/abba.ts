import autocannon from 'autocannon';
import type { MeasuredProcess } from './measured-process.ts';
import { median } from './statistics.ts';

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
  /** Rounds that count. One more comes first and is thrown away. */
  readonly rounds: number;
  /** Requests in a quarter of a round. */
  readonly amount: number;
}

export interface Contest {
  readonly rounds: readonly Round[];
  /** Requests that Lantern answered in all. */
  readonly asked: number;
}

/** How much longer the first round is: by its end V8 has compiled what is hot in either program. */
const warmUp = 4;

/**
 * CPU time of one of many requests, in microseconds.
 * @throws Error when an answer is not the one expected
 */
export async function cpuOfOne(
  program: MeasuredProcess,
  { path, headers, body }: Pick<Rivals, 'path' | 'headers' | 'body'>,
  { connections, requests }: { readonly connections: number; readonly requests: number },
): Promise<number> {
  const before = await program.cpu();
  const url = program.origin + path;
  // It ends with a sample, so that a long one would be waited for.
  const result = await autocannon({ url, connections, amount: requests, headers, expectBody: body, sampleInt: 100 });
  const used = (await program.cpu()) - before;
  const wrong = result.errors + result.timeouts + result.non2xx + result.mismatches;
  if (wrong > 0) throw new Error(`${wrong} of ${requests} answers were not as expected`);
  return used / requests;
}

/**
 * Measures two programs against each other: in each round in the order ABBA, so that a machine that slows down slows both,
 * and by CPU time, which other programs on the machine disturb least.
 * @throws Error when an answer is not the one expected
 */
export async function rivals(both: Rivals, { connections, rounds, amount }: RivalsOptions): Promise<Contest> {
  const { lantern, yardstick } = both;
  const quarter = (program: MeasuredProcess, requests: number) => cpuOfOne(program, both, { connections, requests });

  async function round(requests: number): Promise<Round> {
    const first = await quarter(lantern, requests);
    const between = [await quarter(yardstick, requests), await quarter(yardstick, requests)];
    return { lantern: median([first, await quarter(lantern, requests)]), yardstick: median(between) };
  }

  await round(warmUp * amount);
  const found: Round[] = [];
  while (found.length < rounds) found.push(await round(amount));
  return { rounds: found, asked: 2 * amount * (warmUp + rounds) };
}
