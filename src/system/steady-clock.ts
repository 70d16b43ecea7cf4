import type { Clock } from '../ports/clock.ts';

const began = Date.now() - performance.now();

/**
 * The machine's time as it was when this process began, moved on by what nobody sets. For leases, waits and budgets: set back
 * an hour, the machine's own clock would let them all stand still for an hour; set forward, forget what SharePoint asked for.
 */
export const steadyClock: Clock = { now: () => new Date(began + performance.now()).toISOString() };
