import type { HealthDoor } from '../areas/settings/routes.ts';
import type { Config } from '../config.ts';
import { createExaminations } from '../doctor/examinations.ts';
import { examine } from '../doctor/examine.ts';
import { createHealthDesk } from '../doctor/health-desk.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import type { Transport } from '../ports/transport.ts';
import { systemClock } from '../system/system-clock.ts';
import { openDoctor } from './open-doctor.ts';
import type { Kernel } from './open-kernel.ts';

/** The doctor as the tenant administrator asks for it in the tab; stop it before the store is closed. */
export function openHealth(
  config: Config,
  kernel: Kernel,
  graph: OpenGraph,
  transport: Transport,
): HealthDoor & { stop(): void } {
  const { read, log } = kernel;
  const gather = openDoctor({ config, kernel, graph, transport });
  const examinations = createExaminations({
    async examine() {
      const facts = await gather();
      return { at: facts.at, lines: examine(facts) };
    },
    clock: systemClock,
    log,
  });
  const { stop } = examinations;
  return { ...createHealthDesk({ read, examinations, schools: config.LANTERN_SCHOOLS }), stop };
}
