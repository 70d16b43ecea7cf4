import { createHash } from 'node:crypto';

/** The form of one step of the demonstration, the same each time: a second start finds its act done. */
export const seedForm = (step: string): string =>
  createHash('sha256').update(`demonstration:${step}`).digest('hex').slice(0, 32);
