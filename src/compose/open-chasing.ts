import type { Config } from '../config.ts';
import { createChaseActions } from '../jobs/chase-actions.ts';
import { createChaseReports } from '../jobs/chase-reports.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import type { Kernel } from './open-kernel.ts';

/** A reminder is of a day; nobody waits for the minute. */
const everyMs = 5 * 60_000;

/** The workers that remind owners of their actions, and whoever was asked for a report. */
export function openChasing({ LANTERN_TENANT_ID: tenant }: Config, kernel: Kernel): Pick<Loop, 'start' | 'stop'> {
  const parts = { tenant, ...kernel };
  const loops = [
    createLoop('chase', everyMs, createChaseActions(parts), kernel.log, kernel.telemetry),
    createLoop('chase-reports', everyMs, createChaseReports(parts), kernel.log, kernel.telemetry),
  ];
  return {
    start: () => loops.forEach((loop) => loop.start()),
    stop: () => Promise.all(loops.map((loop) => loop.stop())).then(() => undefined),
  };
}
