/** The counter that numbers the actions of a year, whichever school's. */
export const actionCounterOf = (year: number): string => `action:${year}`;
