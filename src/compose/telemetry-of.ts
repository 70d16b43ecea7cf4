import type { Config } from '../config.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { version } from '../version.ts';

/** What is measured. Nothing of it is even loaded where nobody gathers it. */
export const telemetryOf = async ({ LANTERN_OTLP_ENDPOINT: endpoint }: Config): Promise<Telemetry | undefined> =>
  endpoint === undefined
    ? undefined
    : (await import('../system/telemetry/open-telemetry.ts')).openTelemetry(endpoint, version);
