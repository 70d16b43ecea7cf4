import type { Config } from '../config.ts';
import { createDoctorOrder } from '../doctor/doctor-order.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import type { Transport } from '../ports/transport.ts';
import { openDoctor } from './open-doctor.ts';
import type { Kernel } from './open-kernel.ts';

/** What carries out the doctor command in a Lantern that runs. */
export const doctorOrderOf = (config: Config, kernel: Kernel, graph: OpenGraph, transport: Transport) =>
  createDoctorOrder(openDoctor({ config, kernel, graph, transport }));
