import { createHash } from 'node:crypto';
import type { History } from './history.ts';

/** SHA-256 of all that happened in a run and of what it left: two runs of one seed have the same. */
export const digestOf = ({ events, acts, calls, remains }: History): string =>
  createHash('sha256').update(JSON.stringify({ events, acts, calls, remains })).digest('hex');
