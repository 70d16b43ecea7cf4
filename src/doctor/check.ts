import type { HealthLine } from '../areas/settings/contract.ts';
import type { Facts } from './facts.ts';

/** What one check found: one line, or one for each school. */
export type Found = Omit<HealthLine, 'check'>;

/** A judgement over facts: pure. None means that there was nothing to judge. */
export type Check = (facts: Facts) => readonly Found[];
