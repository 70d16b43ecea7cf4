import { mkdirSync } from 'node:fs';
import { readConfig, type Config } from '../config.ts';
import { runRotateKey } from '../jobs/run-rotate-key.ts';
import type { Transport } from '../ports/transport.ts';
import { createLog } from '../system/json-log.ts';
import { systemClock } from '../system/system-clock.ts';
import { keyStoreOf } from './key-store-of.ts';

/** The command that changes keys, by the settings. @returns whether all is well */
export async function rotateKey(
  args: readonly string[],
  transportOf: (config: Config) => Transport,
  say: (text: string) => void,
): Promise<boolean> {
  const config = readConfig();
  mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
  return runRotateKey(args, {
    folder: config.LANTERN_DATA,
    wrapped: keyStoreOf(config, transportOf(config)),
    fleet: config.DATABASE_URL !== undefined,
    clock: systemClock,
    log: createLog(config.LANTERN_LOG),
    say,
  });
}
