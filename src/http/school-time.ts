import type { RequestHandler } from 'express';
import type { Clock } from '../ports/clock.ts';

/**
 * Tells the tab what time it is at the school, so that "3 minutes ago" is true on a device whose clock is wrong and in a
 * demonstration that has a clock of its own.
 */
export const schoolTime =
  (clock: Clock): RequestHandler =>
  (_request, response, next) => {
    response.setHeader('Lantern-Now', clock.now());
    next();
  };
