/** The counter that numbers the meetings of a year, whichever school's. */
export const meetingCounterOf = (year: number): string => `meeting:${year}`;
