import type { healthCheck, healthState } from './fields.ts';

/** Addresses of the tab API for the settings of a Lantern. */
export const settingsPaths = {
  /** GET HealthPage: what was found last. */
  health: '/api/health',
  /** POST: HealthPage; looks at everything anew and goes on after the answer. */
  checkHealth: '/api/health/check',
} as const;

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

export interface HealthPage {
  /** Lantern is being looked at now. */
  readonly checking: boolean;
  /** When it was last; absent when it was not since Lantern was started. */
  readonly at?: string;
  readonly lines: readonly HealthLine[];
  /** The names of the schools in the lines. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}
