import { havePostgres } from '../support/postgres.ts';
import type { Measured } from './figure.ts';
import { startFilingFleet } from './filing-fleet.ts';
import { median, medianInterval } from './statistics.ts';

export interface FilingScaleOptions {
  /** Pairs of one worker and several that count. */
  readonly rounds?: number;
  /** How many reports one worker files in a round; four get four times as many. */
  readonly reports?: number;
  /** `one-at-a-time`: the workers of a fleet take turns. */
  readonly breakage?: 'one-at-a-time';
}

const workers = 4;
/** What a call to SharePoint may take on a busy morning; long beside what it costs here, so that waiting is what bounds. */
const latencyMs = 750;

const ratio = {
  metric: 'scale.workers4_ratio',
  unit: 'times the records a second of one worker, median of rounds',
  yardstick: 'one worker, in turn with the four',
} as const;
const doubled = {
  metric: 'scale.doubled',
  unit: 'rows that SharePoint wrote beyond one for each act',
  yardstick: 'none',
} as const;

/** What four filing workers on one PostgreSQL bring into SharePoint beside one, each call taking its time. */
export async function measureFilingScale({
  rounds = 5,
  reports = 32,
  breakage,
}: FilingScaleOptions = {}): Promise<Measured> {
  if (!havePostgres()) {
    const none = { value: null, ratio: null, why: 'PostgreSQL is not installed and LANTERN_TEST_POSTGRES is not set' };
    return {
      figures: [
        { ...ratio, ...none },
        { ...doubled, ...none },
      ],
      rounds: [],
    };
  }
  const fleet = await startFilingFleet(workers, latencyMs);
  try {
    const many = breakage === 'one-at-a-time' ? 1 : workers;
    // The school itself is filed first, and each worker finds its lists.
    await fleet.drain(workers, workers);
    const found: { readonly one: number; readonly four: number }[] = [];
    while (found.length < rounds) {
      const one = reports / (await fleet.drain(1, reports));
      const four = (reports * workers) / (await fleet.drain(many, reports * workers));
      found.push({ one, four });
    }
    const ratios = found.map(({ one, four }) => four / one);
    const value = median(ratios);
    const { writes, acts } = await fleet.written();
    return {
      figures: [
        { ...ratio, value, ratio: value, ...(rounds > 4 && { range: medianInterval(ratios, 0.9) }) },
        { ...doubled, value: writes - acts, ratio: null },
      ],
      rounds: { recordsASecond: found, writes, acts },
    };
  } finally {
    await fleet.end();
  }
}
