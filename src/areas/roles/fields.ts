/** Weekdays for which somebody may stand in for a lead. Lantern knows no school calendar yet: a holiday counts, which ends it sooner. */
export const mostActingDays = 10;

/**
 * Roles that take effect only when a second person has confirmed them: a lead sees everything, an auditor what everybody did, the
 * chair what is about the head.
 */
export const confirmedRoles: readonly string[] = ['dsl', 'auditor', 'chair-of-governors'];
