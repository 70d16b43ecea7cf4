import type { Identity } from '../access/types.ts';
import type { SchoolName } from '../areas/people/contract.ts';
import { problems } from '../perform/problem.ts';
import type { Log } from '../ports/log.ts';
import { importRoster, type ImportParts } from './import-roster.ts';
import type { ImportRuns } from './import-runs.ts';
import type { ReadyRoster } from './ready-roster.ts';

export interface RunOrder {
  readonly roster: ReadyRoster;
  readonly school: SchoolName;
  readonly confirmed: number;
  readonly signal: AbortSignal;
}

const brokeOff = 'What was done until then stays. Choose the same roster again: nothing is done twice.';

/**
 * Brings a roster in to its end and says in the list of imports how it went; the log gets counts.
 * @returns whether it is done
 */
export async function runRoster(
  parts: ImportParts & { readonly log: Log },
  identity: Identity,
  { roster, school, confirmed, signal }: RunOrder,
  run: NonNullable<ReturnType<ImportRuns['begin']>>,
): Promise<boolean> {
  const order = { roster, school: school.id, apply: true, confirmed, signal };
  const result = await importRoster(parts, identity, order, run.tell).catch(() => undefined);
  if (result?.ok) {
    const { state, counts, kinds, faults } = result.answer;
    run.end({ outcome: state === 'confirm' ? 'confirm' : 'done', counts, kinds, faults: faults.length });
    const sum = Object.values(counts).reduce((all, one) => all + one.created + one.changed + one.left, 0);
    parts.log.info('roster.imported', { state, source: roster.source, changes: sum, faults: faults.length });
    return state !== 'confirm';
  }
  const code = result?.problem.code ?? 'broken';
  const why = code === 'not-found' ? problems[code] : brokeOff;
  run.end({ outcome: 'broke-off', why });
  parts.log.warn('roster.broke-off', { code, source: roster.source });
  return false;
}
