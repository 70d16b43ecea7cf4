/** Addresses of the tab API for alerts. */
export const alertPaths = {
  /** GET: whom to telephone now. */
  duty: '/api/duty',
} as const;

/** Who is on duty where one works; empty when nobody is. */
export interface DutyContact {
  readonly name?: string;
  readonly phone?: string;
}
