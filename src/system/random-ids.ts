import { randomBytes } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

/** Ids from the system's cryptographic source; a UUID would carry six bits too few (ASVS 11.5.1). */
export const randomIds: Ids = { next: () => randomBytes(16).toString('hex') };
