import type { healthCheck, healthState } from './fields.ts';

export type HealthCheck = keyof typeof healthCheck;
export type HealthState = keyof typeof healthState;

/** One line of the doctor's: no name of a person, nothing of a record. */
export interface HealthLine {
  readonly check: HealthCheck;
  readonly state: HealthState;
  /** Id of the school that it is about. */
  readonly school?: string;
  readonly says: string;
  /** What to do. */
  readonly mend?: string;
}

/** How a Lantern is. */
export interface Health {
  /** When it was looked at, by the machine's clock. */
  readonly at: string;
  readonly lines: readonly HealthLine[];
}
