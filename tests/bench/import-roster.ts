import { rosterIdentity } from '../../src/access/actor.ts';
import { importRoster } from '../../src/jobs/import-roster.ts';
import { rosterOfFiles } from '../../src/jobs/roster-of-files.ts';
import { school, startKernel, tenant } from '../support/kernel.ts';
import { manyPupils, ukRoster } from '../support/roster-files.ts';
import type { Figure, Measured } from './figure.ts';

/** A roster as School Data Sync writes it, brought into an empty school twice, on the encrypted store. */
export async function measureImport({ pupils = 10_000 }: { readonly pupils?: number } = {}): Promise<Measured> {
  const kernel = await startKernel();
  try {
    const order = { school, apply: true, confirmed: true };
    const read = rosterOfFiles(ukRoster(manyPupils(pupils)), 'Harrowmere');
    if (!read.ok) throw new Error(read.why);
    const bring = async () => {
      const began = performance.now();
      const result = await importRoster(
        kernel,
        rosterIdentity(tenant),
        { ...order, roster: read.roster },
        () => undefined,
      );
      if (!result.ok) throw new Error('the roster was not brought in');
      const { counts } = result.answer;
      const changes = Object.values(counts).reduce((sum, count) => sum + count.created + count.changed + count.left, 0);
      return { changes, seconds: (performance.now() - began) / 1000 };
    };
    const [first, second] = [await bring(), await bring()];
    const rate = first.changes / first.seconds;
    const figures: Figure[] = [
      { metric: 'import.rows_per_s', value: rate, unit: 'records a second', yardstick: null, ratio: null },
      {
        metric: 'import.second_run_changes',
        value: second.changes,
        unit: `records changed by the same ${pupils} children again`,
        yardstick: 'none',
        ratio: null,
      },
    ];
    return { figures, rounds: { first, second } };
  } finally {
    kernel.close();
  }
}
