import type { healthCheck, healthState } from './fields.ts';

/** Addresses of the tab API for Lantern's own matters. */
export const settingsPaths = {
  /** GET: HealthDesk. POST LookAgainRequest: HealthDesk; an examination goes on after the answer, and GET says when it has ended. */
  health: '/api/settings/health',
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

/** How a Lantern is. */
export interface Health {
  /** When it was looked at, by the machine's clock. */
  readonly at: string;
  readonly lines: readonly HealthLine[];
}

/** What is known of Lantern's health here, and what goes on. All moments are by the machine's clock. */
export interface HealthDesk {
  /** The moment of this answer. */
  readonly now: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** What the last examination found; absent before the first since Lantern was started. */
  readonly health?: Health;
  /** One goes on. */
  readonly running?: { readonly since: string };
  /** The last one ended without a finding. */
  readonly brokeOffAt?: string;
  /** Before then no other begins: each proves the whole journal. Absent: one may begin now. */
  readonly againAt?: string;
}

/** Has Lantern looked at again. Joins an examination that goes on; too soon after the last, it begins none. */
export interface LookAgainRequest {
  readonly form: string;
}
