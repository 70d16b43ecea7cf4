import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castMember } from '../../src/local/cast.ts';
import { rivals, type Rivals, type Round } from './abba.ts';
import type { Figure, Measured } from './figure.ts';
import { fillSchool } from './fill-school.ts';
import { watchJournal } from './journal-watch.ts';
import { startMeasured } from './measured-process.ts';
import { inScene } from './in-scene.ts';
import type { Scene } from './scene.ts';
import { median, medianInterval } from './statistics.ts';

export interface ListCpuOptions {
  /** In a scene of its own. */
  readonly concerns?: number;
  /** Rounds that count, at eight connections and at one; of each, a longer one comes first and is thrown away. 0: none of it. */
  readonly rounds?: { readonly eight: number; readonly one: number };
  /** Requests in a quarter of a round. */
  readonly amount?: number;
  /** One that runs already; it is left running. */
  readonly scene?: Scene;
}

const path = '/api/concerns';
/** Looks one at a time, after each of which the journal must have its row already. */
const probes = 20;

/**
 * How much CPU time a page of the list costs, with token, rights, journal and encryption, against Express that answers the
 * same object and does nothing else.
 */
export function measureListCpu({ concerns = 10_000, scene: given, ...size }: ListCpuOptions = {}): Promise<Measured> {
  return inScene(given, { fill: (folder) => fillSchool(folder, concerns) }, (scene) => contest(scene, size));
}

async function contest(
  scene: Scene,
  { rounds = { eight: 8, one: 3 }, amount = 1_000 }: Pick<ListCpuOptions, 'rounds' | 'amount'>,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-yardstick-'));
  try {
    const { look, headers } = lead(scene);
    const body = await look();
    const digest = createHash('sha256').update(body).digest('hex');
    const journal = watchJournal(scene.store, { act: 'list-concerns', actor: castMember('priya').id, digest });
    const late = await journal.missedAtOnce(probes, look);

    const file = join(folder, 'page.json');
    writeFileSync(file, body);
    const yardstick = await startMeasured('express-json', { args: [file] });
    try {
      const both: Rivals = { lantern: scene.lantern, yardstick, path, headers, body };
      const eight = await rivals(both, { connections: 8, rounds: rounds.eight, amount });
      const one = rounds.one > 0 ? await rivals(both, { connections: 1, rounds: rounds.one, amount }) : undefined;
      const asked = probes + eight.asked + (one?.asked ?? 0);
      const why = late ?? journal.missed(asked) ?? journal.broken();
      return {
        figures: [
          figureOf('list.cpu_ratio', eight.rounds, 'at 8 connections', why),
          ...(one ? [figureOf('list.cpu_ratio_one_connection', one.rounds, 'at 1 connection', why)] : []),
        ],
        rounds: { eight: eight.rounds, one: one?.rounds },
      };
    } finally {
      await yardstick.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lead({ tenant, lantern }: Scene) {
  const headers = { authorization: `Bearer ${tenant.userToken('priya')}` };
  return {
    headers,
    async look(): Promise<string> {
      const answer = await fetch(`${lantern.origin}${path}`, { headers });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    },
  };
}

function figureOf(metric: string, rounds: readonly Round[], where: string, why: string | undefined): Figure {
  const ratios = rounds.map(({ lantern, yardstick }) => lantern / yardstick);
  const exact = (value: number) => Math.round(value * 100) / 100;
  const [low, high] = medianInterval(ratios, 0.9);
  const microseconds = (of: keyof Round) => Math.round(median(rounds.map((round) => round[of])));
  return {
    metric,
    ...{ value: exact(median(ratios)), ratio: exact(median(ratios)), range: [exact(low), exact(high)] },
    unit: `times the yardstick’s CPU time for each request (${microseconds('lantern')} µs)`,
    yardstick: `Express res.json of the same object ${where} (${microseconds('yardstick')} µs)`,
    ...(why !== undefined && { why }),
  };
}
