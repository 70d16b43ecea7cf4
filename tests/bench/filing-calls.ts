import { seededChance } from '../../src/local/seeded-chance.ts';
import type { Figure, Measured } from './figure.ts';
import type { FilingBreakage } from './filing-breakages.ts';
import { virtualFiling } from './virtual-filing.ts';

export interface FilingCallsOptions {
  readonly acts?: number;
  readonly breakage?: FilingBreakage;
}

/** Share of calls that SharePoint throttles, and the figure's name. The goals are 1, and 1.05 / (1 - share). */
const shares = [
  [0, 'filing.calls_per_act'],
  [0.1, 'filing.calls_per_act_p0.1'],
  [0.3, 'filing.calls_per_act_p0.3'],
] as const;
const seed = 11;

/** How many calls about rows an act takes: first for so many creations, then for an update of each. */
export async function measureFilingCalls({ acts = 800, breakage }: FilingCallsOptions = {}): Promise<Measured> {
  const figures: Figure[] = [];
  const rounds: unknown[] = [];
  for (const [share, metric] of shares) {
    const chance = seededChance(seed);
    const filing = virtualFiling({ refused: () => chance() < share, breakage });
    const { seen } = filing;
    filing.report(acts);
    await filing.work(acts);
    const creations = seen.rowCalls / acts;
    filing.take(acts);
    await filing.work(acts);
    const updates = seen.rowCalls / acts - creations;

    const whys = [
      ...(seen.insideRetryAfter > 0 ? [`${seen.insideRetryAfter} calls inside a Retry-After`] : []),
      ...(seen.overruns > 0 ? [`${seen.overruns} calls above the ceiling`] : []),
      ...(filing.stopped() > 0 ? [`${filing.stopped()} acts stopped`] : []),
    ];
    const round = (calls: number) => Math.round(calls * 1_000) / 1_000;
    figures.push({
      metric,
      value: round(Math.max(creations, updates)),
      range: [round(Math.min(creations, updates)), round(Math.max(creations, updates))],
      unit: `calls for an act, creations and updates, ${share * 100} % throttled`,
      yardstick: 'one call, and again after each refusal',
      ratio: round((Math.max(creations, updates) * (1 - share)) / 1),
      ...(whys.length > 0 && { why: whys.join(', ') }),
    });
    rounds.push({ share, creations, updates, ...seen });
  }
  return { figures, rounds };
}
