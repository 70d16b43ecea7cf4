/** The counter that numbers the letters of a year, whichever school's. */
export const letterCounterOf = (year: number): string => `letter:${year}`;
