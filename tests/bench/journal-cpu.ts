import { createHash } from 'node:crypto';
import { castMember } from '../../src/local/cast.ts';
import { cpuOfOne, type Rivals } from './abba.ts';
import type { Breakage } from './breakages.ts';
import type { Measured } from './figure.ts';
import { fillSchool } from './fill-school.ts';
import { inScene } from './in-scene.ts';
import { watchJournal } from './journal-watch.ts';
import type { Scene } from './scene.ts';
import { median, medianInterval } from './statistics.ts';

export interface JournalCpuOptions {
  /** In a scene of its own. */
  readonly concerns?: number;
  /** Rounds that count; a longer one comes first and is thrown away. */
  readonly rounds?: number;
  /** Requests in a quarter of a round. */
  readonly amount?: number;
  /** One that runs already and can be broken; it is left whole. */
  readonly scene?: Scene;
  /** What is wrong with the journal that is measured. */
  readonly breakage?: Breakage;
}

const path = '/api/concerns';
const connections = 8;
const warmUp = 4;

/**
 * How much CPU time a page of the list costs with its entry in the journal, against the same page in the same process while
 * nothing is journalled.
 */
export function measureJournalCpu({
  concerns = 2_000,
  scene: given,
  ...rest
}: JournalCpuOptions = {}): Promise<Measured> {
  const options = { breakable: true, fill: (folder: string) => fillSchool(folder, concerns) } as const;
  return inScene(given, options, (scene) => contest(scene, rest));
}

async function contest(
  { tenant, lantern, store }: Scene,
  { rounds = 12, amount = 800, breakage }: Omit<JournalCpuOptions, 'concerns' | 'scene'>,
): Promise<Measured> {
  const headers = { authorization: `Bearer ${tenant.userToken('priya')}` };
  const answer = await fetch(lantern.origin + path, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const body = await answer.text();
  const digest = createHash('sha256').update(body).digest('hex');
  const journal = watchJournal(store, { act: 'list-concerns', actor: castMember('priya').id, digest });
  const asked: Pick<Rivals, 'path' | 'headers' | 'body'> = { path, headers, body };

  async function quarter(how: Breakage | undefined, requests: number): Promise<number> {
    await lantern.breakBy(how);
    return cpuOfOne(lantern, asked, { connections, requests });
  }
  /** In the order ABBA, so that a machine that slows down slows both. */
  async function round(requests: number) {
    const first = await quarter(breakage, requests);
    const without = [await quarter('no-journal', requests), await quarter('no-journal', requests)];
    return { journalled: median([first, await quarter(breakage, requests)]), without: median(without) };
  }

  try {
    await round(warmUp * amount);
    const found: Awaited<ReturnType<typeof round>>[] = [];
    while (found.length < rounds) found.push(await round(amount));
    const ratios = found.map(({ journalled, without }) => journalled / without);
    const exact = (value: number) => Math.round(value * 100) / 100;
    const [low, high] = medianInterval(ratios, 0.9);
    const microseconds = (of: 'journalled' | 'without') => Math.round(median(found.map((one) => one[of])));
    // Half of the looks were to leave a row, and nothing else may have made it cheap.
    const why = journal.missed(2 * amount * (warmUp + rounds)) ?? journal.broken();
    const figure = {
      metric: 'journal.cpu_ratio',
      ...{ value: exact(median(ratios)), ratio: exact(median(ratios)), range: [exact(low), exact(high)] as const },
      unit: `times the CPU time of the same list that leaves no entry (${microseconds('journalled')} µs)`,
      yardstick: `the same process while nothing is journalled (${microseconds('without')} µs)`,
      ...(why !== undefined && { why }),
    };
    return { figures: [figure], rounds: found };
  } finally {
    await lantern.breakBy();
  }
}
