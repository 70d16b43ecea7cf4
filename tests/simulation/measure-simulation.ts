import type { Measured } from '../bench/figure.ts';
import { simulateSeed, type Simulated } from './simulate-seed.ts';
import { makeTemplate } from './template.ts';

export interface SimulationOptions {
  readonly from?: number;
  /** At least so many seeds; more, up to `most`, while `seconds` are not over. */
  readonly seeds?: number;
  readonly most?: number;
  readonly seconds?: number;
  readonly path?: string | undefined;
  /** Is told of each seed that fails. */
  readonly failed?: (found: Simulated) => void;
}

/** Lives through many seeds and counts what breaks a rule. */
export async function measureSimulation(options: SimulationOptions = {}): Promise<Measured> {
  const { from = 1, seeds = 200, most = seeds, seconds = 0, path, failed = () => undefined } = options;
  const template = await makeTemplate();
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1_000;
  const counts = { seeds: 0, acts: 0, calls: 0, refused: 0, stopped: 0, deaths: 0 };
  const broken: Simulated[] = [];
  try {
    for (let seed = from; counts.seeds < seeds || (counts.seeds < most && passed() < seconds); seed++) {
      const found = await simulateSeed(template, seed, { path });
      const { acts, calls, remains, events } = found.history;
      counts.seeds++;
      counts.acts += acts.length;
      counts.calls += calls.length;
      counts.refused += calls.filter(({ asked }) => asked !== undefined).length;
      counts.stopped += remains.reduce((sum, { stopped }) => sum + stopped.length, 0);
      counts.deaths += events.filter((event) => event.endsWith(' dies')).length;
      if (found.violations.length === 0) continue;
      broken.push(found);
      failed(found);
    }
  } finally {
    template.remove();
  }
  const whys = broken
    .slice(0, 3)
    .map(({ seed, violations }) => `seed ${seed}: ${violations[0]?.rule} ${violations[0]?.what}`);
  const figure = {
    metric: 'simulate.violations',
    value: broken.reduce((sum, { violations }) => sum + violations.length, 0),
    unit: 'breaches of a rule',
    yardstick: `${counts.seeds} seeds from ${from}, ${counts.acts} acts acknowledged, ${counts.calls} calls, ${counts.deaths} deaths, ${counts.stopped} cases in conflict, ${Math.round(passed())} s`,
    ratio: null,
    ...(whys.length > 0 && { why: whys.join('; ') }),
  };
  return { figures: [figure], rounds: { counts, broken: broken.map(({ history: _left, ...rest }) => rest) } };
}
