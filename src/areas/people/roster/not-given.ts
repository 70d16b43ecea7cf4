/** Stands for what a roster does not say but the list of children needs. */
export const notGiven = 'Not given';
