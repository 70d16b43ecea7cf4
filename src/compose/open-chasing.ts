import type { Config } from '../config.ts';
import { createChaseActions } from '../jobs/chase-actions.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import type { Kernel } from './open-kernel.ts';

/** A reminder is of a day; nobody waits for the minute. */
const everyMs = 5 * 60_000;

/** The worker that reminds owners of their actions. */
export const openChasing = ({ LANTERN_TENANT_ID: tenant }: Config, kernel: Kernel): Pick<Loop, 'start' | 'stop'> =>
  createLoop('chase', everyMs, createChaseActions({ tenant, ...kernel }), kernel.log, kernel.telemetry);
