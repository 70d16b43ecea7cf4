/** Weekdays for which somebody may stand in for a lead. Lantern knows no school calendar yet: a holiday counts, which ends it sooner. */
export const mostActingDays = 10;
