import { ceilingFor } from '../../src/graph/ceilings.ts';
import type { Measured } from './figure.ts';
import type { FilingBreakage } from './filing-breakages.ts';
import { licences, virtualFiling } from './virtual-filing.ts';

export interface FilingDrainOptions {
  readonly breakage?: FilingBreakage;
}

/** A write costs two units: as many records a minute as SharePoint lets be written. */
const aMinute = ceilingFor(licences).aMinute / 2;
const minutes = 4;

/** How fast a backlog goes into SharePoint, against how fast SharePoint lets it; faster does not pass. */
export async function measureFilingDrain({ breakage }: FilingDrainOptions = {}): Promise<Measured> {
  const { report, work, seconds, seen } = virtualFiling({ breakage });
  report((minutes + 1) * aMinute + 80);
  // From one act that had to wait for the budget to another such: whole rounds of work and rest, and no head start.
  await work(aMinute);
  const from = seconds();
  await work(minutes * aMinute);
  const filed = (minutes * aMinute) / ((seconds() - from) / 60);
  const over = seen.overruns + seen.insideRetryAfter;
  return {
    figures: [
      {
        metric: 'filing.drain_ratio',
        value: Math.round((filed / aMinute) * 1_000) / 1_000,
        unit: 'of the records a minute that SharePoint allows',
        yardstick: `${aMinute} records a minute`,
        ratio: null,
        ...(over > 0 && { why: `${over} calls above the ceiling or before the time that SharePoint asked for` }),
      },
    ],
    rounds: { filedAMinute: filed, ...seen },
  };
}
