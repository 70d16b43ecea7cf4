import type { Health, HealthDesk } from '../areas/settings/contract.ts';
import { createRestedRuns, type RestedRunParts, type RestedRuns } from '../jobs/rested-runs.ts';

export interface ExaminationParts extends Pick<RestedRunParts<Health>, 'clock' | 'log'> {
  readonly examine: () => Promise<Health>;
}

export type ExaminationState = Omit<HealthDesk, 'schools'>;

export interface Examinations extends Omit<RestedRuns<Health>, 'state'> {
  state(): ExaminationState;
}

/** One examination at a time in this instance, and what the last one found. Kept in memory: health is of the moment. */
export function createExaminations({ examine, clock, log }: ExaminationParts): Examinations {
  const runs = createRestedRuns({ name: 'health', run: examine, clock, log });
  return {
    ...runs,
    state() {
      const { found, ...rest } = runs.state();
      return { ...rest, ...(found && { health: found }) };
    },
  };
}
