/** The counter that numbers a school's concerns of a year. */
export const concernCounter = (school: string, year: number): string => `concern:${school}:${year}`;

/** The counter that numbers what is added to a concern. */
export const addendumCounter = (concern: string): string => `addendum:${concern}`;
